import CaseSupport
import Foundation
import GLPKSolver
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("Frontier")
struct FrontierTests {
  @Test(
    "each step costs at least as much as the looser one, and the frontier ends where it says",
    arguments: seeds)
  func frontierIsMonotone(seed: UInt64) throws {
    let question = try Question(seed: seed)
    let goals = { (cap: String) in
      [
        "{kind: reliance, upon: R1, commodity: oxide, at_most: \(cap), by: last}",
        Question.service(0.8),
      ]
    }
    let range = ParameterRange(name: "cap", from: 0.9, to: 0, isPercent: true)
    let runner = FrontierRunner(solver: GLPKSolver())
    let frontier = try runner.run(question.instance, over: range, steps: 7) {
      try question.model(goals($0))
    }
    let costs = frontier.steps.compactMap(\.objective)
    for (looser, tighter) in zip(costs, costs.dropFirst()) {
      #expect(tighter >= looser - 1e-6 * abs(looser))
    }
    for (step, alone) in try zip(
      frontier.steps, frontier.steps.map { try question.cost(goals($0.text)) })
    {
      #expect((step.objective == nil) == (alone == nil))
      if let objective = step.objective, let alone { #expect(isClose(objective, alone)) }
    }
    let tightest = try #require(frontier.tightest)
    #expect(try question.cost(goals(range.text(tightest))) != nil)
    // Seeds 4 and 6 cannot serve 80 % without the rival.
    #expect(frontier.isFeasibleThroughout != [4, 6].contains(seed))
    if !frontier.isFeasibleThroughout {
      #expect(try question.cost(goals(range.text(tightest - 2e-4 * range.width))) == nil)
    }
  }

  @Test("the plan without goals that others keep is found once, if only goals change")
  func othersKeep() throws {
    let question = try Question(seed: 3)
    let goals = { (cap: String) in
      ["{kind: reliance, upon: R1, commodity: oxide, at_most: \(cap), by: last}"]
    }
    let model = { (cap: String) in try question.model(goals(cap), "others_keep: 50%") }
    let known = try Planner(solver: GLPKSolver())
      .withOthersTrade(question.instance, model("50%")).othersTrade
    let range = ParameterRange(name: "cap", from: 0.9, to: 0.1, isPercent: true)
    let solves = try [OthersTrade?.none, known].map { trade in
      let solver = ScriptedSolver(GLPKSolver())
      _ = try FrontierRunner(solver: solver).run(question.instance, over: range, steps: 3) {
        var model = try model($0)
        model.othersTrade = trade
        return model
      }
      return solver.requests.count
    }
    #expect(solves[1] > 2 && solves[0] == solves[1] + 1, "\(solves)")
  }

  @Test("the plan without goals is found anew where another option changes")
  func othersKeepOfOptions() throws {
    let question = try Question(seed: 3)
    let model = { (decline: String) in
      try question.model(
        [Question.reliance(0.5)], "others_keep: 80%\nmax_decline: \(decline)")
    }
    let range = ParameterRange(name: "decline", from: 0.9, to: 0.1, isPercent: true)
    let frontier = try FrontierRunner(solver: GLPKSolver()).run(
      question.instance, over: range, steps: 4, model: model)
    let trades = try frontier.steps.map {
      try Planner(solver: GLPKSolver()).withOthersTrade(question.instance, model($0.text))
    }.map { $0.othersTrade?.amounts }
    #expect(Set(trades).count > 1, "the options matter")
    for step in frontier.steps {
      let alone = try Planner(solver: GLPKSolver()).plan(question.instance, model(step.text))
      #expect((step.objective == nil) == (alone.plan == nil))
      if let objective = step.objective { #expect(isClose(objective, alone.objective)) }
    }
  }

  /// If home is the whole world, it pays everything. Its bill is worked out from the plan, the cost by the solver.
  @Test("home's bill is the whole cost if home is all regions", arguments: seeds)
  func homeBill(seed: UInt64) throws {
    let question = try Question(seed: seed)
    let range = ParameterRange(name: "cap", from: 0.9, to: 0, isPercent: true)
    let goals = { (cap: String) in
      "{kind: reliance, of: R0, upon: R1, commodity: oxide, at_most: \(cap), by: last}"
    }
    let runner = FrontierRunner(solver: GLPKSolver())
    let ofOne = try runner.run(question.instance, over: range, steps: 3) {
      try question.model([goals($0), Question.service(0.8)])
    }
    var instance = question.instance
    instance.home = RegionSet(id: "all", members: Array(instance.regions.indices))
    let ofAll = try runner.run(instance, over: range, steps: 3) {
      try question.model([goals($0), Question.service(0.8)])
    }
    var smaller = 0
    for (place, step) in ofAll.steps.enumerated() {
      #expect((step.homeBill == nil) == (step.objective == nil))
      guard let bill = step.homeBill, let cost = step.objective else { continue }
      #expect(isClose(bill, cost))
      let change = try #require(ofAll.change(at: place))
      #expect(abs(try #require(ofAll.changeOfHomeBill(at: place)) - change) <= 1e-6 * abs(cost))
      if try #require(ofOne.steps[place].homeBill) < 0.99 * cost { smaller += 1 }
    }
    // In seed 14 almost everything is for R0.
    #expect((smaller == 0) == (seed == 14))
    #expect(ofOne.loosest.flatMap(ofOne.changeOfHomeBill) == 0)
  }

  /// The monthly target changes; the target of the whole window stays.
  @Test(
    "a target for each month has an achieved value, and a price between those of its neighbours")
  func monthlyTarget() throws {
    let folder = TestPaths.case("goal-monthly")
    let instance = try InstanceReader.read(folder: folder)
    let text = try String(contentsOfFile: folder + "/model.yaml", encoding: .utf8)
    let written = "each_month_at_least: 24%"
    try #require(text.contains(written))
    let range = ParameterRange(name: "least", from: 0.2, to: 0.3, isPercent: true)
    let frontier = try FrontierRunner(solver: GLPKSolver()).run(instance, over: range, steps: 6) {
      let model = text.replacingOccurrences(of: written, with: "each_month_at_least: \($0)")
      return try ModelReader.read(bytes: Array(model.utf8), file: "m.yaml", instance: instance)
    }
    let steps = frontier.steps.filter(\.isFeasible)
    try #require(steps.count > 1)
    for step in steps { #expect(try #require(step.achieved) >= step.value - 1e-6) }
    #expect(try #require(steps.last?.shadowPrice) > 0)
    for (looser, tighter) in zip(steps, steps.dropFirst()) {
      let change = try #require(tighter.objective) - #require(looser.objective)
      let width = tighter.value - looser.value
      // Cost is convex in the target.
      #expect(try #require(looser.shadowPrice) * width <= change + 1e-4)
      #expect(try #require(tighter.shadowPrice) * width >= change - 1e-4)
    }
  }

  /// With a smaller cap less comes from the rival, so that the last objective falls.
  @Test(
    "the loosest value is that of the loosest target, also if the last objective falls with it",
    arguments: [(0.9, 0.4), (0.4, 0.9)])
  func lastObjectiveFalls(from: Double, to: Double) throws {
    let instance = try withTemporaryFolder { folder in
      try write(OneBuyer.files.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
    let range = ParameterRange(name: "cap", from: from, to: to, isPercent: true)
    let frontier = try FrontierRunner(solver: GLPKSolver()).run(instance, over: range, steps: 2) {
      let model = """
        name: m
        goals: [{kind: reliance, upon: B, commodity: g, at_most: \($0)}]
        objective: [cost, {minimise: flow, upon: B, commodity: g}]

        """
      return try ModelReader.read(bytes: Array(model.utf8), file: "m.yaml", instance: instance)
    }
    let loose = from > to ? 0 : 1
    try #require(frontier.isFeasibleThroughout)
    let objectives = frontier.steps.compactMap(\.objective)
    try #require(objectives[1 - loose] < objectives[loose] - 1e-6)
    #expect(frontier.loosest == loose)
    #expect(isClose(try #require(frontier.tightest), 0.4))
  }

  @Test("if no step is feasible, there is neither a tightest nor a loosest value")
  func infeasibleFrontier() throws {
    let question = try Question(seed: 2)
    let range = ParameterRange(name: "most", from: 1, to: 0, isPercent: false)
    let frontier = try FrontierRunner(solver: GLPKSolver()).run(
      question.instance, over: range, steps: 3
    ) { try question.model(["{kind: cost, at_most: \($0)}"]) }
    #expect(frontier.tightest == nil && frontier.loosest == nil)
  }

  private struct NoWholeNumber: Error {}

  /// The cap in percent, as a parameter that takes whole numbers only.
  private func wholeFrontier(from: Double, to: Double, steps: Int) throws -> Frontier {
    let question = try Question(seed: 4)
    let range = ParameterRange(name: "n", from: from, to: to, isPercent: false)
    return try FrontierRunner(solver: GLPKSolver()).run(
      question.instance, over: range, steps: steps
    ) { text in
      guard Int(text) != nil else { throw NoWholeNumber() }
      return try question.model([
        "{kind: reliance, upon: R1, commodity: oxide, at_most: \(text)%, by: last}",
        Question.service(0.8),
      ])
    }
  }

  @Test("a parameter that takes whole numbers only has them as steps and as its tightest value")
  func wholeNumbers() throws {
    let frontier = try wholeFrontier(from: 90, to: 0, steps: 4)
    #expect(frontier.range.isWhole)
    #expect(frontier.steps.map(\.text) == ["90", "60", "30", "0"])
    let tightest = try #require(frontier.tightest)
    try #require(!frontier.isFeasibleThroughout)
    #expect(tightest == tightest.rounded())
    let beside = try wholeFrontier(from: tightest, to: tightest - 1, steps: 2)
    #expect(beside.steps.map(\.isFeasible) == [true, false])
  }

  @Test("each whole number is a step once, also if more steps are asked for")
  func repeatedNumbers() throws {
    let frontier = try wholeFrontier(from: 90, to: 87, steps: 13)
    #expect(frontier.steps.map(\.text) == ["90", "89", "88", "87"])
  }

  @Test("a parameter that takes fractions has them also between whole numbers")
  func fractions() throws {
    let question = try Question(seed: 4)
    let range = ParameterRange(name: "cap", from: 1, to: 0, isPercent: false)
    let frontier = try FrontierRunner(solver: GLPKSolver()).run(
      question.instance, over: range, steps: 3
    ) {
      try question.model([
        "{kind: reliance, upon: R1, commodity: oxide, at_most: \($0), by: last}"
      ])
    }
    #expect(!frontier.range.isWhole)
    #expect(frontier.steps.map(\.text) == ["1", "0.5", "0"])
  }
}
