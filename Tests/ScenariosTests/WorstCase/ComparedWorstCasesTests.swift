import CaseSupport
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import TestSupport
import Testing

@testable import Scenarios

@Suite("Worst cases of two plans")
struct ComparedWorstCasesTests {
  private struct Plans {
    var solved: SolvedCase
    var withoutGoals: Plan

    init() throws {
      solved = try SolvedCase("worst-3")
      let other = try Planner(solver: GLPKSolver()).plan(
        solved.instance, solved.model.withoutGoals)
      withoutGoals = try #require(other.plan)
    }

    func finder(_ plan: Plan, _ model: Model, _ solver: any Solver) throws -> WorstCaseFinder {
      try WorstCaseFinder(
        runner: StressRunner(
          instance: solved.instance, model: model, plan: plan, solver: solver),
        budget: AttackBudget(cuts: 2, kinds: [.exports, .stages]))
    }

    func compared(_ solver: any Solver) throws -> ComparedWorstCases {
      try ComparedWorstCases(
        of: finder(try #require(solved.result.plan), solved.model, solver),
        withoutGoals: finder(withoutGoals, solved.model.withoutGoals, solver), top: 3)
    }
  }

  @Test("each is what its finder finds")
  func complete() throws {
    let plans = try Plans()
    let compared = try plans.compared(GLPKSolver())
    #expect(compared.isComplete && compared.plan.isProven)
    #expect(compared.plan.top.count == 3 && compared.plan.ranked.count == 4)
    let other = try plans.finder(
      plans.withoutGoals, plans.solved.model.withoutGoals, GLPKSolver()
    ).find(top: 1)
    #expect(compared.withoutGoals?.worst.map(\.outcome?.loss) == other.worst.map(\.outcome?.loss))
    let curve = compared.plan.curve
    #expect(curve.map(\.cuts) == [0, 1, 2])
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.loss <= $1.loss + 1e-6 })
    #expect(curve.allSatisfy { $0.isProven && $0.bound >= $0.loss - 1e-6 && $0.home != nil })
  }

  @Test(
    "after the time limit there is the best that was found, a bound that holds, and no proof",
    arguments: [1, 2, 5, 12, 20, 40, 80])
  func late(loads: Int) throws {
    let plans = try Plans()
    let whole = try plans.compared(GLPKSolver()).plan
    let compared = try plans.compared(ClosingSolver(GLPKSolver(), after: loads))
    #expect(!compared.isComplete)
    for (worst, exact) in zip(compared.plan.worst, whole.worst) {
      let loss = try #require(exact.outcome?.loss)
      #expect(worst.bound >= loss * (1 - 1e-9))
      #expect(worst.outcome?.loss ?? 0 <= loss * (1 + 1e-9))
      if worst.isProven { #expect(abs(worst.bound - loss) <= 1e-6 * loss) }
    }
    #expect(compared.plan.curve.allSatisfy { $0.loss <= $0.bound * (1 + 1e-9) })
  }
}
