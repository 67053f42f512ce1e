import GLPKSolver
import Hedging
import LinearProgramming
import TestSupport
import Testing

@Suite("Time limits of decisions for many worlds")
struct HedgeLimitTests {
  @Test(
    "A search that is stopped has found nothing, or has a bound that is not above the best value",
    arguments: 0..<24,
    [HedgeSolver.Method.whole, .decomposed])
  func stopped(seed: Int, method: HedgeSolver.Method) throws {
    let problem = try RandomHedgeTests.worlds(seed).problem
    let near = 1e-6 * max(1, problem.costSize)
    for criterion in [HedgeCriterion.regret, .expected] {
      let best =
        criterion == .regret ? try Equivalent(problem).regret() : try Equivalent(problem).expected()
      for solves in [0, 1, 2, 3, 5, 9, 17, 40] {
        let stopping = ScriptedSolver(GLPKSolver()) {
          $0.number < solves ? .honest : .ends(.timeLimit)
        }
        var solver = HedgeSolver(problem, solver: stopping, method: method)
        guard let found = try solver.solve(criterion).solution else { continue }
        let value =
          criterion == .regret
          ? problem.worstRegret(of: found.costs) : problem.expectedCost(of: found.costs)
        let known = try #require(best)
        #expect(found.bound <= known + near && value >= known - near)
        if found.isProven { #expect(abs(value - known) <= near) }
      }
    }
  }

  @Test("No time at all ends as stopped", arguments: [HedgeSolver.Method.whole, .decomposed])
  func none(method: HedgeSolver.Method) throws {
    let problem = try RandomWorlds(seed: 7, .init()).problem
    var options = SolveOptions()
    options.timeLimit = .zero
    let solver = Deadline(options).limiting(GLPKSolver())
    var search = HedgeSolver(problem, solver: solver, method: method)
    for criterion in [HedgeCriterion.regret, .expected] {
      guard case .stopped(.timeLimit) = try search.solve(criterion) else {
        Issue.record("it was not stopped")
        continue
      }
    }
    #expect(throws: NoOptimum.self) { try search.conflict() }
  }
}
