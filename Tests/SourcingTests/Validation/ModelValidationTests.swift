import GLPKSolver
import Planning
import Sourcing
import TestSupport
import Testing

@Suite("A model made in code")
struct ModelValidationTests {
  private static let instance = SmallNetwork.instance

  private static func with(_ goal: Goal) -> @Sendable (inout Model) -> Void {
    { $0 = Model(for: instance, goals: [goal]) }
  }

  private static func resilience(_ against: [DisruptionIndex]) -> Goal {
    .resilience(commodity: SmallNetwork.metal, against: against, atLeast: 0.5, in: instance)
  }

  static let mistakes: [ValueMistake<Model>] = [
    .init("model, maxDecline: found 1.5") { $0.maxDecline = 1.5 },
    .init("model, projects: found index 4; there are 1") { $0.projects = [4] },
    .init("model, projects: must be ascending, with each index once") { $0.projects = [0, 0] },
    .init("model, objective: is empty") { $0.objective = [] },
    .init("model, assumptions: the instance has no assumption `growth`") {
      $0.assumptions = ["growth": 1]
    },
    .init("model, assumptions: assumption `demand`: found 1.5; must be from -1 (low) to 1 (high)") {
      $0.assumptions = ["demand": 1.5]
    },
    .init("stage `cost`, tolerance: found -0.1") {
      $0.objective = [ObjectiveStage(minimise: .cost, tolerance: -0.1)]
    },
    .init("stage `loss`, quantity: needs the model's `risk`") {
      $0.objective = [ObjectiveStage(minimise: .loss)]
    },
    .init("stage `flow`, upon: is empty") {
      let nobody = RegionSet(id: "nobody", members: [])
      $0.objective = [.flow(upon: nobody, commodity: SmallNetwork.ore, in: instance)]
    },
    .init("risk, cvarLevel: must be below 1") {
      $0.risk = RiskTerm(for: instance, cvarLevel: 1)
    },
    .init("risk, against: found index 3") { $0.risk = RiskTerm(for: instance, against: [3]) },
    .init("risk, periods: is empty") { $0.risk = RiskTerm(for: instance, periods: []) },
    .init("stress, horizonMonths: found 0; must be from 1 to") { $0.stress.horizonMonths = 0 },
    .init("sharing, mode: found 2.0") {
      $0.stress.sharing = Sharing(mode: .quota(2), members: instance.world)
    },
    .init("sharing, members: must be the regions") { $0.stress.sharing.mode = .pooled },
    .init("model, stress: resilience goals and risk cannot be planned under `iep`") {
      $0.risk = RiskTerm(for: instance)
      $0.stress.sharing = Sharing(mode: .iep, members: instance.world)
    },
    .init("goal `reliance-1`, name: another goal has it") { $0.goals.append($0.goals[0]) },
    .init("goal `reliance-1`, of: is empty") { $0.goals[0].of.members = [] },
    .init("goal `reliance-1`, commodities: is empty") { $0.goals[0].commodities = [] },
    .init("goal `reliance-1`, commodities: is empty") { $0.goals[0].commodities[0].members = [] },
    .init("goal `reliance-1`, periods: is empty") { $0.goals[0].periods = [] },
    .init("goal `reliance-1`, periods: found index 2") { $0.goals[0].periods = [2] },
    .init("goal `reliance-1`, bounds: is empty; give a target") { $0.goals[0].bounds = [] },
    .init("goal `reliance-1`, bounds: found 1.2; must be from 0.0 to 1.0") {
      $0.goals[0].bounds[0].target = Target(constant: 1.2, periodCount: 2)
    },
    .init("goal `reliance-1`, bounds: the target must have one value for each period") {
      $0.goals[0].bounds[0].target = Target(constant: 0.5, periodCount: 3)
    },
    .init("goal `reliance-1`, bounds: give two targets of one direction") {
      $0.goals[0].bounds += $0.goals[0].bounds
    },
    .init("goal `reliance-1`, penalty: found -1.0") { $0.goals[0].penalty = -1 },
    .init("goal `reliance-1`, upon: is empty") {
      let nobody = RegionSet(id: "nobody", members: [])
      $0.goals[0].kind = .reliance(upon: nobody, basis: .supply, trace: .direct)
    },
    .init("goal `reliance-1`, basis: must be `supply` with trace `chain`") {
      $0.goals[0].kind = .reliance(upon: instance.world, basis: .use, trace: .chain)
    },
    .init("goal `reliance-1`, measure: must be `quantity`") {
      $0.goals[0].kind = .reliance(upon: instance.world, basis: .supply, trace: .chain)
      $0.goals[0].measure = .value
    },
    .init("goal `hhi-1`, basis: found `use`; must be `supply` or `imports`") {
      with(.hhi(commodity: SmallNetwork.metal, atMost: 0.5, basis: .use, in: instance))(&$0)
    },
    .init("goal `hhi-1`, bounds: `at_least` is no direction") {
      with(.hhi(commodity: SmallNetwork.metal, atMost: 0.5, in: instance))(&$0)
      $0.goals[0].bounds[0].direction = .atLeast
    },
    .init("goal `plus_one-1`, sources: found 0") {
      with(
        .plusOne(
          beyond: SmallNetwork.b, sources: 0, commodity: SmallNetwork.metal, eachAtLeast: 0.1,
          in: instance))(&$0)
    },
    .init("goal `resilience-1`, against: is empty; name at least one disruption") {
      with(resilience([]))(&$0)
    },
    .init("goal `resilience-1`, against: found index 4") { with(resilience([4]))(&$0) },
    .init("goal `subsidy-1`, programme: found index 1") {
      with(.subsidy(from: 1, atMost: 5, in: instance))(&$0)
    },
    .init("goal `capex-1`, bounds: found nan") { with(.capex(atMost: .nan, in: instance))(&$0) },
    .init("goal `capex-1`, bounds: must be one amount") {
      with(.capex(atMost: 5, in: instance))(&$0)
      $0.goals[0].bounds[0].target.values[1] = 6
    },
    .init("goal `capex-1`, periods: is empty") {
      with(.capex(atMost: 5, in: instance, periods: []))(&$0)
    },
    .init("goal `cost-1`, each: must be false") {
      with(.cost(atMost: 5, in: instance))(&$0)
      $0.goals[0].each = true
    },
    .init("goal `cover-1`, bounds: found -30.0; must be 0 or more") {
      with(.cover(commodity: SmallNetwork.metal, atLeast: -30, in: instance))(&$0)
    },
    .init("goal `service-1`, bounds: have no value in any period") {
      with(
        .service(
          commodity: SmallNetwork.metal, atLeast: .path([1: 0.5]), in: instance, periods: [0]))(
          &$0)
    },
    .init("goal `largest_source-1`, commodities: found index 9; there are 2") {
      with(
        .largestSource(commodity: CommodityIndex(9), atMost: 0.5, in: instance, periods: [1]))(
          &$0)
    },
  ]

  @Test("names regions that are not there by the field of the goal")
  func fields() throws {
    let (strange, metal) = (RegionIndex(9), SmallNetwork.metal)
    let goals: Table<Goal> = [
      .reliance(upon: strange, commodity: metal, atMost: 0.5, in: Self.instance),
      .plusOne(beyond: strange, commodity: metal, eachAtLeast: 0.1, in: Self.instance),
      .reliance(
        of: strange, upon: SmallNetwork.b, commodity: metal, atMost: .path([1: 0.5, 7: 0.1]),
        in: Self.instance),
      .capex(atMost: .nan, in: Self.instance),
      .cover(commodity: metal, atLeast: .constant(.nan), in: Self.instance),
    ]
    let error = #expect(throws: ValueProblems.self) {
      try Model(for: Self.instance, goals: goals).validate(for: Self.instance)
    }
    #expect(
      error?.problems.map(\.description) == [
        "goal `reliance-1`, upon: found index 9; there are 2, counted from 0",
        "goal `plus_one-2`, beyond: found index 9; there are 2, counted from 0",
        "goal `reliance-3`, of: found index 9; there are 2, counted from 0",
        "goal `reliance-3`, bounds: the path names period 7; there are 2, counted from 0",
        "goal `capex-4`, bounds: found nan; must be a finite number",
        "goal `cover-5`, bounds: found nan; must be a finite number",
      ])
  }

  @Test("names goals that are added later")
  func names() throws {
    var model = SmallNetwork.model
    model.goals.append(.cover(commodity: SmallNetwork.metal, atLeast: 3, in: Self.instance))
    #expect(model.goals.map(\.name) == ["reliance-1", "cover-2"])
    try model.validate(for: Self.instance)
  }

  @Test("that ignores history has its goals in all periods, if they name none")
  func ignoredHistory() throws {
    let (b, metal) = (SmallNetwork.b, SmallNetwork.metal)
    let goals: Table<Goal> = [
      .reliance(upon: b, commodity: metal, atMost: 0.9, in: Self.instance),
      .reliance(upon: b, commodity: metal, atMost: 0.9, in: Self.instance, periods: [1]),
    ]
    var model = Model(for: Self.instance, goals: goals)
    #expect(model.goals.map(\.periods) == [[1], [1]])
    model.history = .ignore
    #expect(model.goals.map(\.periods) == [[0, 1], [1]])
    #expect(
      Model(for: Self.instance, history: .ignore, goals: goals).goals.map(\.periods)
        == [[0, 1], [1]])
    model.goals[0].periods = [0]
    model.history = .fix
    #expect(model.goals.map(\.periods) == [[0], [1]])
  }

  @Test("with a mistake is said to have it", arguments: mistakes)
  func mistake(mistake: ValueMistake<Model>) throws {
    var model = SmallNetwork.model
    mistake.change(&model)
    let error = #expect(throws: ValueProblems.self) { try model.validate(for: Self.instance) }
    let sentences = error?.problems.map(\.description) ?? []
    #expect(sentences.contains { $0.hasPrefix(mistake.says) }, "\(sentences)")
  }

  @Test("that counts by value needs a price")
  func priceless() throws {
    var (instance, model) = (SmallNetwork.instance, SmallNetwork.model)
    model.goals[0].measure = .value
    try model.validate(for: instance)
    instance.commodities[SmallNetwork.metal].price = [0, 0]
    let error = #expect(throws: ValueProblems.self) { try model.validate(for: instance) }
    #expect(error?.problems.map(\.field) == ["measure"])
  }

  @Test("plans only without problems, and solves nothing with them")
  func planner() throws {
    let (instance, model) = (SmallNetwork.instance, SmallNetwork.model)
    #expect(try Planner(solver: GLPKSolver()).plan(instance, model).plan != nil)
    let solver = ScriptedSolver(GLPKSolver())
    let planner = Planner(solver: solver)
    var (badInstance, badModel) = (instance, model)
    badInstance.facilities[0].capacity[0] = .nan
    badModel.goals[0].commodities = []
    #expect(throws: ValueProblems.self) { try planner.plan(badInstance, model) }
    #expect(throws: ValueProblems.self) { try planner.plan(instance, badModel) }
    #expect(solver.requests.isEmpty)
  }
}
