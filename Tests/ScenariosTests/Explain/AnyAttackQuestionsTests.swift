import CaseSupport
import Formulation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import Synchronization
import TestSupport
import Testing

@testable import Scenarios

/// Questions about models with a goal against any attack, compared with models that list every attack as a disruption.
@Suite("Questions about goals against any attack")
struct AnyAttackQuestionsTests {
  private static func model(
    _ question: DisruptedQuestion, cuts: Int, atLeast: Double, _ further: String = ""
  ) throws -> Model {
    try question.model(
      "goals: [{kind: resilience, against: {cuts: \(cuts), targets: stages}, commodity: oxide, "
        + "at_least: \(atLeast)\(further)}, \(Question.reliance(0.7))]",
      "stress: {horizon_months: 12, reroute_months: 2}")
  }

  /// The same question with every attack on at most so many targets as a disruption of its own.
  private static func listed(_ instance: Instance, _ model: Model) throws -> (Instance, Model) {
    let budget = try #require(model.goals[0].kind.attackBudget)
    let targets = budget.targets(in: instance, projects: model.projects)
    var attacks: [[AttackTarget]] = [[]]
    for target in targets {
      attacks += attacks.filter { $0.count < budget.cuts }.map { $0 + [target] }
    }
    var (instance, model) = (instance, model)
    let first = instance.disruptions.count
    for (place, attack) in attacks.enumerated() {
      var disruption = Attack(attack, in: instance)
        .disruption(in: instance, months: model.stress.horizonMonths)
      disruption.id = "attack-\(place)"
      instance.disruptions.append(disruption)
    }
    if case .resilience(_, let eachMonth) = model.goals[0].kind {
      model.goals[0].kind = .resilience(
        against: .disruptions((first..<instance.disruptions.count).map { DisruptionIndex($0) }),
        eachMonth: eachMonth)
    }
    return (instance, model)
  }

  @Test("explain finds the same costs of goals, conflicts and nearest targets")
  func explain() throws {
    var (feasible, infeasible, costly) = (0, 0, 0)
    for seed in UInt64(1)...12 {
      let question = try DisruptedQuestion(seed: seed)
      let isHard = !seed.isMultiple(of: 3)
      let model = try Self.model(
        question, cuts: seed.isMultiple(of: 3) ? 1 : 2, atLeast: isHard ? 1 : 0.3,
        isHard && seed.isMultiple(of: 2) ? ", each_month_at_least: 0.6" : "")
      let (instance, list) = try Self.listed(question.instance, model)
      let explainer = Explainer(solver: GLPKSolver())
      let (found, whole) = (
        try explainer.explain(question.instance, model),
        try explainer.explainUnchecked(instance, list)
      )
      switch (found.finding, whole.finding) {
      case (.feasible(let plan, let accounts), .feasible(let other, let others)):
        feasible += 1
        #expect(isClose(plan.objective, other.objective))
        for (account, other) in zip(accounts, others) {
          let (alone, wanted) = (
            try #require(account.objectiveWithout), try #require(other.objectiveWithout)
          )
          #expect(isClose(alone, wanted), "seed \(seed), \(account.name)")
        }
        // What the plan would save without the goal against two cuts.
        let saving = try plan.objective - #require(accounts[0].objectiveWithout)
        costly += !seed.isMultiple(of: 3) && saving > 1e-4 * plan.objective ? 1 : 0
      case (.infeasible(let conflict, let advice), .infeasible(_, let other)):
        infeasible += 1
        let members = try #require(conflict).members.map(\.group)
        #expect(members.contains(.goal(0)), "seed \(seed)")
        let (changes, wanted) = (try #require(advice).alone, try #require(other).alone)
        for (change, wanted) in zip(changes, wanted) {
          #expect(change.isEnough == wanted.isEnough, "seed \(seed)")
          #expect(abs(change.change.change - wanted.change.change) <= 2e-3, "seed \(seed)")
        }
      default: Issue.record("seed \(seed) is feasible in one of the two only")
      }
    }
    #expect(feasible >= 2 && infeasible >= 2, "\(feasible), \(infeasible)")
    #expect(costly >= 1, "\(costly) goals against two cuts cost something")
  }

  @Test("if the solver fails at a solve with cuts, explain and alternatives go on without them")
  func failures() throws {
    // The first instance in which attacks matter.
    var (question, model) = (try DisruptedQuestion(seed: 1), Model?.none)
    var plan = PlanningResult?.none
    for seed in UInt64(1)...12 where model == nil {
      question = try DisruptedQuestion(seed: seed)
      let asked = try Self.model(question, cuts: 2, atLeast: 1)
      let found = try Planner(solver: GLPKSolver(), decomposition: .never)
        .plan(question.instance, asked)
      guard found.termination == .optimal, !found.attacks.all.isEmpty else { continue }
      (model, plan) = (asked, found)
    }
    try failures(question.instance, #require(model), #require(plan))
  }

  /// The solves of plans with all cuts of attacks that are ever added: those with as many columns as the first program
  /// and the most rows. Solves of attacks between them, and of plans that need no cuts, come in any order, on several threads.
  private struct SolvesWithCuts {
    let columns: Int
    let rows: Int
    let count: Int

    init(_ requests: [ScriptedSolver.Request]) throws {
      let first = try #require(requests.first).program
      let plans = requests.map(\.program).filter { $0.columnCount == first.columnCount }
      columns = first.columnCount
      let most = try #require(plans.map(\.rowCount).max())
      rows = most
      try #require(rows > first.rowCount)
      count = plans.count { $0.rowCount == most }
    }

    func contains(_ program: LinearProgram) -> Bool {
      program.columnCount == columns && program.rowCount == rows
    }

    /// A solver that fails at one of them, counted from 0.
    func failing(at place: Int) -> ScriptedSolver {
      let passed = Atomic(0)
      return ScriptedSolver(GLPKSolver()) { request in
        guard contains(request.program) else { return .honest }
        return passed.wrappingAdd(1, ordering: .relaxed).oldValue == place
          ? .fails(.refuted("a test")) : .honest
      }
    }
  }

  private func failures(
    _ instance: Instance, _ model: Model, _ plan: PlanningResult
  ) throws {
    let explaining = ScriptedSolver(GLPKSolver())
    let whole = try Explainer(solver: explaining).explain(instance, model)
    guard case .feasible(_, let wanted) = whole.finding else {
      Issue.record("no plan")
      return
    }
    var solves = try SolvesWithCuts(explaining.requests)
    for place in [0, solves.count - 1] {
      let solver = solves.failing(at: place)
      let found = try Explainer(solver: solver).explain(instance, model)
      #expect(solver.requests.count { solves.contains($0.program) } > place)
      guard case .feasible(_, let accounts) = found.finding else {
        Issue.record("no plan if solve \(place) with cuts fails")
        continue
      }
      for (account, wanted) in zip(accounts, wanted) {
        #expect(
          isClose(
            try #require(account.objectiveWithout), try #require(wanted.objectiveWithout)))
      }
    }

    let counted = ScriptedSolver(GLPKSolver())
    let ranges = { (solver: any Solver) in
      let found = try AlternativesFinder(solver: solver).find(
        around: plan, within: .shareOfTotal(0.02))
      return found.projects.map(\.built.capacity) + found.origins.map(\.share)
    }
    let known = try ranges(counted)
    solves = try SolvesWithCuts(counted.requests)
    for place in [0, solves.count - 1] {
      let found = try ranges(solves.failing(at: place))
      try #require(found.count == known.count)
      for (range, wanted) in zip(found, known) {
        #expect(isClose(range.least, wanted.least, within: 1e-4))
        #expect(isClose(range.greatest, wanted.greatest, within: 1e-4))
      }
    }
  }

  @Test(
    "a frontier over the number of cuts has each whole number once, and the costs of single plans")
  func frontier() throws {
    let question = try DisruptedQuestion(seed: 2)
    let range = ParameterRange(name: "cuts", from: 0, to: 3, isPercent: false)
    let frontier = try FrontierRunner(solver: GLPKSolver())
      .run(question.instance, over: range, steps: 13) { text in
        try question.model(
          "goals: [{kind: resilience, against: {cuts: \(text), targets: stages}, commodity: oxide, "
            + "at_least: 0.4}]")
      }
    #expect(frontier.steps.map(\.value) == [0, 1, 2, 3])
    for step in frontier.steps {
      let alone = try Planner(solver: GLPKSolver()).plan(
        question.instance,
        question.model(
          "goals: [{kind: resilience, against: {cuts: \(step.text), targets: stages}, "
            + "commodity: oxide, at_least: 0.4}]"))
      #expect(step.isFeasible == (alone.termination == .optimal))
      if let objective = step.objective { #expect(isClose(objective, alone.objective)) }
    }
  }

  @Test("alternatives keep the goal: their ranges are those of the listed attacks")
  func alternatives() throws {
    var compared = 0
    for seed in UInt64(1)...5 {
      let question = try DisruptedQuestion(seed: seed)
      let model = try Self.model(question, cuts: 1, atLeast: 0.3)
      let (instance, list) = try Self.listed(question.instance, model)
      let plan = try Planner(solver: GLPKSolver()).plan(question.instance, model)
      guard plan.termination == .optimal else { continue }
      let other = try Planner(solver: GLPKSolver(), decomposition: .never).plan(instance, list)
      let finder = AlternativesFinder(solver: GLPKSolver())
      let ranges = try [plan, other].map {
        let found = try finder.find(around: $0, within: .shareOfTotal(0.02))
        return found.projects.map(\.built.capacity) + found.origins.map(\.share)
      }
      for (range, wanted) in zip(ranges[0], ranges[1]) {
        #expect(isClose(range.least, wanted.least, within: 1e-4), "seed \(seed)")
        #expect(isClose(range.greatest, wanted.greatest, within: 1e-4), "seed \(seed)")
        compared += 1
      }
    }
    #expect(compared >= 10)
  }
}
