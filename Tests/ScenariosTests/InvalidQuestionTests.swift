import Analysis
import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import TestSupport
import Testing

/// Home A has a mine for half of its demand, B one for all of it. A store in A, and a strike in B.
private struct Question {
  var instance: Instance
  let a = RegionIndex(0)
  let b = RegionIndex(1)
  let metal = CommodityIndex(0)
  let strange = RegionIndex(9)

  init() {
    instance = Instance(name: "two", horizon: Horizon(years: 2030...2031, discountRate: 0.05))
    instance.addRegion("A", isHome: true)
    instance.addRegion("B")
    instance.addCommodity("metal", unit: "t")
    let mining = instance.addProcess("mining", output: metal)
    instance.addFacility("mine-a", process: mining, region: a, capacity: 30, unitCost: 3)
    instance.addFacility("mine-b", process: mining, region: b, capacity: 100, unitCost: 1)
    instance.setLanes(Lane(unitCost: 0.1))
    instance.setDemand(of: metal, in: a, quantity: 60, shortageCost: 50)
    instance.stockpiles.append(
      Stockpile(id: "store", region: a, commodity: metal, initial: 5, capacity: 60))
    instance.disruptions.append(disruption())
  }

  func disruption(
    _ kind: Disruption.Effect.Kind = .production, in region: RegionIndex = RegionIndex(1),
    factor: Double = 0, months: Int = 6
  ) -> Disruption {
    let effect = Disruption.Effect(kind: kind, regions: [region], factor: factor, months: months)
    return Disruption(id: "strike", effects: [effect])
  }

  func model(atMost share: TargetValue = 0.9) -> Model {
    Model(
      for: instance,
      goals: [
        .reliance(upon: b, commodity: metal, atMost: share, in: instance),
        .service(commodity: metal, atLeast: 1, in: instance),
      ])
  }

  func planned() throws -> PlanningResult {
    try Planner(solver: GLPKSolver()).plan(instance, model())
  }

  func runner() throws -> StressRunner {
    try #require(StressRunner(planned(), solver: GLPKSolver()))
  }
}

@Suite("A question in code that is wrong")
struct InvalidQuestionTests {
  private let question = Question()
  private let solver = GLPKSolver()

  /// The problems that some work throws, each as element and field.
  private func problems(_ work: () throws -> Void) -> [String] {
    let error = #expect(throws: ValueProblems.self) { try work() }
    return error?.problems.map { "\($0.element), \($0.field)" } ?? []
  }

  @Test("has a cost that is no number, if there is no plan")
  func noCost() throws {
    let model = question.model(atMost: 0)
    let infeasible = try Planner(solver: solver).plan(question.instance, model)
    #expect(infeasible.termination == .infeasible)
    #expect(infeasible.cost.isNaN && infeasible.objective.isNaN)
    var options = SolveOptions()
    options.timeLimit = .zero
    let late = try Planner(solver: solver, options: options).plan(question.instance, model)
    #expect(late.termination == .timeLimit)
    #expect(late.cost.isNaN && late.objective.isNaN)
    #expect(PlanView(infeasible) == nil && StressRunner(late, solver: solver) == nil)
    let planned = try question.planned()
    #expect(planned.cost > 0 && planned.cost.isFinite)
    #expect(PlanView(planned)?.goals.count == planned.goals.count)
  }

  @Test("about alternatives needs a plan and an allowance")
  func alternatives() throws {
    let finder = AlternativesFinder(solver: solver)
    let planned = try question.planned()
    for amount in [-0.1, .nan, .infinity] {
      for allowance in [
        Alternatives.Allowance.money(amount), .shareOfPolicy(amount), .shareOfTotal(amount),
      ] {
        let found = problems { _ = try finder.find(around: planned, within: allowance) }
        #expect(found == ["alternatives, allowance"])
      }
    }
    let free = try Planner(solver: solver).plan(
      question.instance, Model(for: question.instance))
    let found = problems { _ = try finder.find(around: free, within: .shareOfPolicy(0.5)) }
    #expect(found == ["alternatives, allowance"], "no goal, no extra cost")
    let infeasible = try Planner(solver: solver).plan(
      question.instance, question.model(atMost: 0))
    let error = #expect(throws: NoOptimum.self) {
      try finder.find(around: infeasible, within: .money(0.1))
    }
    #expect(error?.termination == .infeasible)
    #expect(error.map { "\($0)".contains("report it") } == false)
  }

  @Test("about a frontier is not solved")
  func frontier() throws {
    let runner = FrontierRunner(solver: solver)
    let range = { ParameterRange(name: "share", from: $0, to: $1, isPercent: true) }
    let run = { (instance: Instance, range: ParameterRange, share: TargetValue) in
      _ = try runner.run(instance, over: range, steps: 3) { _ in question.model(atMost: share) }
    }
    var wrong = question.instance
    wrong.facilities[0].region = 9
    #expect(
      problems { try run(wrong, range(0.8, 0.2), 0.5) } == ["facility `mine-a`, region"])
    #expect(
      problems { try run(question.instance, range(0.8, 0.2), 7) } == ["goal `reliance-1`, bounds"])
    for (from, to) in [(0.5, 0.5), (.nan, 0.5), (0.5, .infinity)] {
      let found = problems { try run(question.instance, range(from, to), 0.5) }
      #expect(found == ["range `share`, from, to"])
    }
    for count in [1, 0, -3] {
      let found = problems {
        _ = try runner.run(question.instance, over: range(0.8, 0.2), steps: count) { _ in
          question.model(atMost: 0.5)
        }
      }
      #expect(found == ["range `share`, steps"])
    }
    // The models at both ends are right, the one between is not.
    let found = problems {
      _ = try runner.run(question.instance, over: range(0.8, 0.2), steps: 3) { text in
        question.model(atMost: text == "50%" ? 7 : 0.5)
      }
    }
    #expect(found == ["goal `reliance-1`, bounds"])
  }

  @Test("is not explained, and has no program")
  func explanation() throws {
    let wrong = question.model(atMost: 7)
    let explainer = Explainer(solver: solver)
    let expected = ["goal `reliance-1`, bounds"]
    #expect(problems { _ = try explainer.explain(question.instance, wrong) } == expected)
    #expect(problems { _ = try explainer.conflict(question.instance, wrong) } == expected)
    let planner = Planner(solver: solver)
    #expect(problems { _ = try planner.program(for: question.instance, wrong) } == expected)
  }

  @Test("about a stress run is not solved")
  func stress() throws {
    let runner = try question.runner()
    let check = { (change: (inout StressRunner) -> Void) in
      var changed = runner
      change(&changed)
      return problems { _ = try changed.run(question.instance.disruptions) }
    }
    #expect(check { $0.period = 9 } == ["stress, period"])
    #expect(check { $0.options.horizonMonths = 0 } == ["stress, horizonMonths"])
    #expect(check { $0.options.rerouteMonths = -1 } == ["stress, rerouteMonths"])
    #expect(check { $0.options.sharing.mode = .pooled } == ["sharing, members"])
    var other = question.instance
    other.addFacility("new", process: 0, region: 0, capacity: 1, unitCost: 1)
    let strange = StressRunner(
      instance: other, model: runner.model, plan: runner.plan, solver: solver)
    #expect(problems { _ = try strange.run(other.disruptions) } == ["plan, size"])
    let outcomes = try runner.run(question.instance.disruptions).disrupted
    #expect(outcomes.count == 1 && outcomes[0].lostValue > 0)
  }

  @Test("about sharing is not solved")
  func sharing() throws {
    let runner = try question.runner()
    let world = question.instance.world
    let strangers = RegionSet(id: "strangers", members: [question.strange])
    let wrong: [(Sharing, String)] = [
      (Sharing(mode: .iep), "sharing, members"),
      (Sharing(fairness: .maxMin), "sharing, members"),
      (Sharing(mode: .pooled, members: strangers), "sharing, members"),
      (Sharing(mode: .quota(.nan), members: world), "sharing, mode"),
      (Sharing(mode: .quota(1.5), members: world), "sharing, mode"),
    ]
    for (sharing, says) in wrong {
      let disruptions = question.instance.disruptions
      #expect(problems { _ = try runner.run(disruptions, sharing: sharing) } == [says])
      #expect(problems { _ = try runner.lostValues(disruptions, sharing: sharing) } == [says])
      #expect(problems { _ = try runner.emergencyRights(disruptions, sharing: sharing) } == [says])
      let map = try ChokepointMap(
        runner: runner, of: question.instance.home,
        commodity: question.instance.commodityGroup(question.metal))
      #expect(problems { _ = try map.chokepoints(sharing: sharing) } == [says])
    }
  }

  @Test("about chokepoints is not solved")
  func chokepoints() throws {
    let runner = try question.runner()
    let good = question.instance.commodityGroup(question.metal)
    let map = { (regions: [RegionIndex], commodities: [CommodityIndex]) in
      try ChokepointMap(
        runner: runner, of: RegionSet(id: "some", members: regions),
        commodity: CommodityGroup(id: "some", members: commodities))
    }
    let check = { (regions: [RegionIndex], commodities: [CommodityIndex]) in
      problems { _ = try map(regions, commodities) }
    }
    #expect(try map([question.a], good.members).nodes.map(\.region).contains(question.b))
    for regions in [
      [question.strange], [question.a, question.strange], [], [question.b, question.a],
    ] {
      #expect(check(regions, good.members) == ["chokepoints, of"])
    }
    for commodities in [[CommodityIndex(1)], [], [CommodityIndex(-1), question.metal]] {
      #expect(check([question.a], commodities) == ["chokepoints, commodity"])
    }
  }

  @Test("with a disruption made in code is not solved")
  func disruptions() throws {
    let runner = try question.runner()
    let wrong = [
      (question.disruption(factor: .nan), "factor"), (question.disruption(factor: -1), "factor"),
      (question.disruption(factor: 1.5), "factor"), (question.disruption(months: 0), "months"),
      (question.disruption(in: question.strange), "regions"),
      (question.disruption(.lane), "partners"),
    ]
    for (disruption, field) in wrong {
      let found = problems { _ = try runner.run([disruption], sharing: Sharing()) }
      #expect(found == ["disruption `strike`, \(field)"])
    }
  }

  @Test("about sizes of stockpiles is not solved")
  func sizing() throws {
    let runner = try question.runner()
    for service in [2, -0.1, .nan] {
      let sizing = StockpileSizing(
        stress: runner, members: question.instance.home,
        disruptions: question.instance.disruptions, service: service)
      #expect(problems { _ = try sizing.sizes(under: [.own]) } == ["sizing, service"])
      #expect(problems { _ = try sizing.coalitionCosts(under: .own) } == ["sizing, service"])
    }
  }

  @Test("about a plan of another instance ends the program")
  func view() async {
    await #expect(processExitsWith: .failure) {
      let question = Question()
      let plan = try #require(try question.planned().plan)
      var other = question.instance
      other.addFacility("new", process: 0, region: 0, capacity: 1, unitCost: 1)
      _ = PlanView(instance: other, model: question.model(), plan: plan)
    }
  }

  @Test("about processes that make goods from nothing is not solved")
  func freeMatter() throws {
    var instance = question.instance
    let ore = instance.addCommodity("ore", unit: "t")
    instance.addProcess(
      "melt", output: question.metal, inputs: [.init(commodity: ore, quantity: 1)])
    instance.addProcess(
      "unmelt", output: ore, inputs: [.init(commodity: question.metal, quantity: 0.5)])
    let model = Model(for: instance)
    let planner = Planner(solver: solver)
    let error = #expect(throws: ValueProblems.self) { try planner.plan(instance, model) }
    #expect(error?.problems.map(\.field) == ["processes"])
    #expect(error.map { "\($0)".contains("`melt`, `unmelt`") && !"\($0)".contains("csv") } == true)
    instance.processes[2].inputs[0].quantity = 1
    #expect(try planner.plan(instance, model).plan != nil)
  }

  @Test("has no least output outside the periods of operation")
  func minimum() throws {
    var instance = question.instance
    let facility = instance.facilities.append(
      Facility(
        id: "late", process: 0, region: question.b, capacity: [9, 9], unitCost: [9, 9],
        minimum: [5, 5], operation: 1...1))
    let result = try Planner(solver: solver).plan(instance, Model(for: instance))
    let plan = try #require(result.plan)
    #expect(plan.activity[ProducerIndex(facility.position)].array == [0, 5])
  }
}
