import CaseSupport
import Foundation
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import Formulation
@testable import Planning
@testable import Sourcing

/// The plan without goals is found first, and the plan with goals from its basis.
struct PairedSolveTests {
  static let seedCount: UInt64 =
    ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] == nil ? 15 : 400

  @Test(
    "both optima of a pair are those of single solves",
    arguments: 1...seedCount, [StartStrategy.plain, .periods])
  func agreesWithSingleSolves(seed: UInt64, strategy: StartStrategy) throws {
    try withTemporaryFolder { folder in
      var question = try #require(
        RandomQuestion(seed: seed, isMixedInteger: seed.isMultiple(of: 3)))
      let (instance, model) = try question.read(in: folder)
      let planner = Planner(solver: GLPKSolver(), strategy: strategy)
      let pair = try planner.planPair(instance, model)
      expectSame(pair.plan, try planner.plan(instance, model))
      let without = try #require(pair.withoutGoals)
      expectSame(without, try planner.plan(instance, model.withoutGoals))
      let isWhole = !pair.plan.program.model.needsOthersTrade
      #expect((pair.comparison == nil) == model.goals.isEmpty && isWhole)
    }
  }

  private func expectSame(_ found: PlanningResult, _ wanted: PlanningResult) {
    #expect(found.termination == wanted.termination)
    guard wanted.termination == .optimal else { return }
    let tolerance = 1e-5 * max(1, abs(wanted.objective))
    #expect(abs(found.objective - wanted.objective) <= tolerance)
  }

  @Test("a model without goals is solved once: both plans of the pair are one")
  func withoutGoals() throws {
    let question = try Question(seed: 1)
    let pair = try Planner(solver: GLPKSolver()).planPair(question.instance, question.model([]))
    #expect(pair.comparison == nil)
    #expect(pair.withoutGoals?.objective == pair.plan.objective)
  }

  @Test(
    "a plan that starts from a world with other demand and shortage costs is the one found without it",
    arguments: [
      "risk: {against: all, of: world, in: last, expected: 1, cvar: {alpha: 0.9, weight: 1}}\n"
        + "goals: [\(Question.reliance(0.4))]",
      "goals: [\(Question.reliance(0.4)), {kind: resilience, against: all, of: R0, "
        + "commodity: oxide, at_least: 0.99, penalty: 30}]\nstress: {reroute_months: 12}",
    ])
  func similarWorld(line: String) throws {
    var (compared, misled) = (0, 0)
    for seed in UInt64(1)...8 {
      let question = try DisruptedQuestion(seed: seed)
      let model = try question.model(line)
      let planner = Planner(solver: GLPKSolver(), decomposition: .always)
      let first = try planner.planPair(question.instance, model)
      for factor in [0.5, 1.5] {
        let moved = Self.moved(question.instance, by: factor)
        let alone = try planner.pairUnchecked(moved, model)
        let after = try planner.pairUnchecked(moved, model, similar: first)
        #expect(after.plan.termination == alone.plan.termination)
        guard alone.plan.termination == .optimal, first.plan.termination == .optimal else {
          continue
        }
        #expect(isClose(after.plan.objective, alone.plan.objective), "seed \(seed), \(factor)")
        compared += 1
        // With the cuts of the other world the answer of `risk` is another one, so this test can fail.
        let program = try planner.program(for: moved, model)
        let start = try #require(
          CarriedStart(from: first.plan, to: program, isSameInstance: true))
        let wrong = try planner.solvedStages(of: program, from: start)
        let agrees =
          wrong.termination == .optimal && isClose(wrong.objective, alone.plan.objective)
        misled += agrees ? 0 : 1
      }
    }
    #expect(compared >= 8)
    #expect(misled > 0 || !line.hasPrefix("risk"))
  }

  /// An instance with other demand and shortage costs.
  private static func moved(_ instance: Instance, by factor: Double) -> Instance {
    var moved = instance
    for region in instance.regions.indices {
      for commodity in instance.commodities.indices {
        for period in instance.horizon.indices {
          var demand = instance.demands[region: region, commodity: commodity, period: period]
          demand.quantity *= factor
          demand.shortageCost *= 2 - factor
          moved.demands[region: region, commodity: commodity, period: period] = demand
        }
      }
    }
    return moved
  }

  @Test("the carried basis has one basic variable for each row")
  func carriedBasis() throws {
    let question = try Question(seed: 2)
    let planner = Planner(solver: GLPKSolver())
    let model = try question.model([Question.reliance(0.5), Question.service(0.9)])
    let first = try planner.plan(question.instance, model.withoutGoals)
    let program = try planner.program(for: question.instance, model)
    let start = try #require(
      CarriedStart(from: first, to: program, isSameInstance: true))
    #expect(program.program.rowCount > first.program.program.rowCount)
    let basis = try #require(start.basis(for: program))
    #expect(basis.rows.count == program.program.rowCount)
    let statuses = basis.rows + basis.columns
    #expect(statuses.count { $0 == .basic } == program.program.rowCount)
  }

  @Test("a point of the plan without goals is not one of the plan with goals where the time ends")
  func pointAtLimit() throws {
    let question = try Question(seed: 1)
    let solver = ScriptedSolver(GLPKSolver()) { _ in
      .altered { $0.termination = .timeLimit }
    }
    let pair = try Planner(solver: solver, strategy: .plain)
      .planPair(question.instance, question.model([Question.reliance(0.5)], "others_keep: 50%"))
    let first = try #require(pair.withoutGoals)
    #expect(first.termination == .timeLimit && first.solution.primalStatus == .feasible)
    #expect(pair.plan.termination == .timeLimit && pair.plan.solution.termination == .timeLimit)
    #expect(pair.plan.solution.primalStatus != .feasible && pair.plan.solution.values.isEmpty)
  }

  @Test("no time at all leaves both plans out")
  func noTime() throws {
    let question = try Question(seed: 1)
    var options = SolveOptions()
    options.timeLimit = .zero
    let pair = try Planner(solver: GLPKSolver(), options: options)
      .planPair(question.instance, question.model([Question.reliance(0.5)]))
    #expect(pair.plan.plan == nil && pair.withoutGoals?.plan == nil)
    #expect(pair.plan.termination == .timeLimit)
  }
}
