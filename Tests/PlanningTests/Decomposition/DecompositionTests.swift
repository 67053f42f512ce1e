import CaseSupport
import Formulation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("Decomposition")
struct DecompositionTests {
  /// Five models that have stress windows, by seed.
  private static func lines(_ seed: UInt64) -> [String] {
    switch seed % 5 {
    case 0: [DisruptedQuestion.resilience(0.95)]
    case 1: [DisruptedQuestion.resilience(0.9, ", each_month_at_least: 0.6")]
    case 2: [DisruptedQuestion.resilience(1, ", penalty: 40")]
    case 3: [DisruptedQuestion.risk()]
    default: [DisruptedQuestion.resilience(0.7), DisruptedQuestion.risk(alpha: 0.5, of: "allies")]
    }
  }

  /// Of the seeds of ``agreesWithMonolithic(seed:)``, those whose goals cannot be met.
  private static let withoutPlan: Set<UInt64> = [55, 76, 100]

  /// Those without a plan are always among them.
  private static let compared =
    UnitSeeds.isLong ? Array(UInt64(1)...100) : Array(UInt64(1)...40) + withoutPlan.sorted()

  @Test("a decomposed plan agrees with the LP in one piece", arguments: compared)
  func agreesWithMonolithic(seed: UInt64) throws {
    // Every seventh seed has lumpy projects, so it is a MIP.
    let question = try DisruptedQuestion(seed: seed, isLumpy: seed.isMultiple(of: 7))
    let lines = Self.lines(seed)
    let model = try question.model(lines[0], lines.count > 1 ? lines[1] : "")
    let whole = try question.plan(model, .never)
    let apart = try question.plan(model, .always)
    #expect(whole.program.recourses.isEmpty)
    #expect(apart.termination == whole.termination)
    // The LP in one piece may be used instead if numbers are difficult, which is rare.
    if apart.program.recourses.isEmpty {
      Issue.record("seed \(seed) fell back", severity: .warning)
    }
    #expect((whole.termination == .optimal) != Self.withoutPlan.contains(seed))
    guard whole.termination == .optimal else { return }
    #expect(isClose(apart.objective, whole.objective))
    for goal in apart.goals where goal.violation == 0 {
      #expect(goal.achieved >= goal.target - 1e-6)
    }
  }

  /// Of the seeds of ``windowsAgree(seed:)``, those whose goals cannot be met.
  private static let windowsWithoutPlan: Set<UInt64> = []

  @Test(
    "a decomposed plan agrees with one LP whatever links or separates the months",
    arguments: UnitSeeds.isLong ? Array(UInt64(1)...250) : Array(UInt64(1)...40))
  func windowsAgree(seed: UInt64) throws {
    let question = try WindowQuestion(seed: seed, isLumpy: seed.isMultiple(of: 11))
    let lines = Self.lines(seed / 2)
    let model = try question.model(lines.joined(separator: "\n"))
    let whole = try question.question.plan(model, .never)
    let apart = try question.question.plan(model, .always)
    #expect(apart.termination == whole.termination)
    if apart.program.recourses.isEmpty {
      Issue.record("seed \(seed) fell back", severity: .warning)
    }
    #expect((whole.termination == .optimal) != Self.windowsWithoutPlan.contains(seed))
    guard whole.termination == .optimal else { return }
    #expect(isClose(apart.objective, whole.objective))
    for goal in apart.goals where goal.violation == 0 {
      #expect(goal.achieved >= goal.target - 1e-6)
    }
  }

  @Test(
    "a decomposed plan reaches the cases' known optima, with the same shadow prices",
    arguments: ["goal-resilience", "goal-monthly", "risk"])
  func reachesKnownOptimum(name: String) throws {
    let folder = TestPaths.case(name)
    let instance = try InstanceReader.read(folder: folder)
    let model = try ModelReader.read(file: folder + "/model.yaml", instance: instance)
    let solve = { (decomposition: Decomposition) in
      try Planner(solver: GLPKSolver(), decomposition: decomposition).plan(instance, model)
    }
    let (whole, apart) = (try solve(.never), try solve(.always))
    #expect(!apart.program.recourses.isEmpty)
    #expect(isClose(apart.objective, whole.objective, within: 1e-8))
    for (a, b) in zip(apart.goals, whole.goals) {
      #expect(isClose(a.shadowPrice ?? 0, b.shadowPrice ?? 0, within: 1e-5))
    }
  }

  @Test("the stages of the objective agree as well", arguments: Array(UInt64(1)...8))
  func stagesAgree(seed: UInt64) throws {
    let question = try DisruptedQuestion(seed: seed)
    let model = try question.model(
      DisruptedQuestion.risk(),
      "objective: [{minimise: loss, tolerance: 10%}, {minimise: cost}]")
    let (whole, apart) = (try question.plan(model, .never), try question.plan(model, .always))
    #expect(zip(apart.stageValues, whole.stageValues).allSatisfy { isClose($0, $1, within: 1e-5) })
    #expect(apart.stageValues.count == 2)
  }

  @Test(
    "the values of information and of the stochastic solution are not negative", arguments: seeds)
  func riskValues(seed: UInt64) throws {
    let question = try DisruptedQuestion(seed: seed, isLumpy: seed.isMultiple(of: 5))
    let model = try question.model(DisruptedQuestion.risk(alpha: 0.8, weight: 0.5))
    let plan = try question.plan(model, .never)
    let value = try #require(
      try Planner(solver: GLPKSolver()).riskValue(of: question.instance, model))
    #expect(isClose(value.stochastic, plan.objective))
    #expect(value.perfectInformation >= -1e-6 * abs(value.stochastic))
    #expect(value.stochasticSolution >= -1e-6 * abs(value.stochastic))
    // From what a plan has found of its windows, the values are the same. There may be several plans for the mean.
    let decomposed = try question.plan(model, .always)
    let known = try #require(
      try Planner(solver: GLPKSolver()).riskValue(of: question.instance, model, knowing: decomposed)
    )
    #expect(isClose(known.stochastic, value.stochastic))
    #expect(isClose(known.waitAndSee, value.waitAndSee))
    #expect(known.stochasticSolution >= -1e-6 * abs(value.stochastic))
  }

  @Test("the loss of one region, with demand or without, is that of the LP in one piece")
  func lossOfOneRegion() throws {
    var withDemand = 0
    for seed in UInt64(1)...8 {
      let question = try DisruptedQuestion(seed: seed)
      let model = try question.model(DisruptedQuestion.risk(of: "R2"))
      let (whole, apart) = (try question.plan(model, .never), try question.plan(model, .always))
      #expect(isClose(apart.objective, whole.objective))
      #expect(!apart.program.recourses.isEmpty)
      let last = question.instance.horizon.last
      if question.instance.demands[region: 2, commodity: 1, period: last].quantity > 0 {
        withDemand += 1
      }
    }
    #expect((1...7).contains(withDemand))
  }
}
