import GLPKSolver
import Hedging
import LinearProgramming
import TestSupport
import Testing

@Suite("Time limits of decisions for many worlds")
struct HedgeLimitTests {
  @Test(
    "A search that is stopped has found nothing, or has a bound that is not above the best value",
    arguments: [HedgeSolver.Method.whole, .decomposed])
  func stopped(method: HedgeSolver.Method) throws {
    var (nothing, unproven, proven) = (0, 0, 0)
    for seed in 0..<24 {
      let problem = try RandomHedgeTests.worlds(seed).problem
      let near = 1e-6 * max(1, problem.costSize)
      for criterion in [HedgeCriterion.regret, .expected] {
        let best =
          criterion == .regret
          ? try Equivalent(problem).regret() : try Equivalent(problem).expected()
        for solves in [0, 1, 2, 3, 5, 9, 17, 40] {
          let stopping = ScriptedSolver(GLPKSolver()) {
            $0.number < solves ? .honest : .ends(.timeLimit)
          }
          var solver = HedgeSolver(problem, solver: stopping, method: method)
          guard let found = try solver.solve(criterion).solution else {
            nothing += 1
            continue
          }
          let value = problem.value(of: found.costs, criterion)
          let known = try #require(best)
          #expect(found.bound <= known + near && value >= known - near)
          // Each world costs at least what it costs alone.
          #expect(found.bound >= problem.leastValue(criterion) - near, "seed \(seed)")
          if found.isProven {
            proven += 1
            #expect(abs(value - known) <= near)
          } else {
            unproven += 1
          }
        }
      }
    }
    #expect(nothing >= 20 && unproven >= 10 && proven >= 20)
  }

  @Test("Decisions with which the search begins are not thrown away when it is stopped")
  func starts() throws {
    var used = 0
    let kinds: [RandomWorlds.Kind] = [
      .init(isElastic: true), .init(commonIntegers: true, isElastic: true),
      .init(commonIntegers: true, ownIntegers: true, isElastic: true),
    ]
    for seed in 0..<24 {
      var problem = try RandomWorlds(seed: seed, kinds[seed % kinds.count]).problem
      var honest = HedgeSolver(problem, solver: GLPKSolver(), method: .whole)
      for criterion in [HedgeCriterion.regret, .expected] {
        // The best decisions of the other criterion are possible, and need not be the best of this one.
        let other: HedgeCriterion = criterion == .regret ? .expected : .regret
        let start = try #require(try honest.solve(other).solution)
        problem.starts = [start.common]
        let near = 1e-6 * max(1, problem.costSize)
        for solves in 1...6 {
          let worlds = problem.worlds.count
          let stopping = ScriptedSolver(GLPKSolver()) {
            $0.number < worlds + solves - 1 ? .honest : .ends(.timeLimit)
          }
          var solver = HedgeSolver(problem, solver: stopping, method: .decomposed)
          let found = try #require(
            try solver.solve(criterion).solution, "seed \(seed), \(solves) solves")
          let value = problem.value(of: found.costs, criterion)
          #expect(value <= problem.value(of: start.costs, criterion) + near)
          #expect(found.bound >= problem.leastValue(criterion) - near)
          if !found.isProven { used += 1 }
        }
      }
    }
    #expect(used >= 50)
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

extension HedgeProblem {
  /// The value of the criterion.
  fileprivate func value(of costs: [Double], _ criterion: HedgeCriterion) -> Double {
    criterion == .regret ? worstRegret(of: costs) : expectedCost(of: costs)
  }

  /// The value if each world has its own best decisions.
  fileprivate func leastValue(_ criterion: HedgeCriterion) -> Double {
    value(of: worlds.map(\.ownCost), criterion)
  }
}
