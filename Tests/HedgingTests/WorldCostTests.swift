import GLPKSolver
import Hedging
import LinearProgramming
import TestSupport
import Testing

@Suite("What the best decisions cost each world")
struct WorldCostTests {
  @Test(
    "Each world costs the optimum of its program with the common decisions, also if its probability is 0",
    arguments: [HedgeSolver.Method.whole, .decomposed], [HedgeCriterion.regret, .expected])
  func optimum(method: HedgeSolver.Method, criterion: HedgeCriterion) throws {
    var (solved, regretting) = (0, 0)
    for seed in 0..<96 {
      let problem = try RandomHedgeTests.worlds(seed).problem
      var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
      guard let found = try solver.solve(criterion).solution else { continue }
      solved += 1
      let near = 1e-6 * max(1, problem.costSize)
      for (place, world) in problem.worlds.enumerated() {
        let cost = try #require(try problem.cost(of: place, with: found.common))
        #expect(abs(found.costs[place] - cost) <= near, "seed \(seed), \(world.name)")
        #expect(found.costs[place] >= world.ownCost - near)
        if world.probability == 0 && cost > world.ownCost + 10 * near { regretting += 1 }
      }
    }
    #expect(solved >= 60 && regretting >= 8)
  }

  @Test(
    "Both methods find the same costs where the decisions are the same",
    arguments: [HedgeCriterion.regret, .expected])
  func same(criterion: HedgeCriterion) throws {
    var compared = 0
    for seed in 0..<96 {
      let problem = try RandomHedgeTests.worlds(seed).problem
      let found = try [HedgeSolver.Method.whole, .decomposed].compactMap { method in
        var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
        return try solver.solve(criterion).solution
      }
      guard found.count == 2 else { continue }
      let isSame = zip(found[0].common, found[1].common).allSatisfy { abs($0 - $1) < 1e-9 }
      guard isSame else { continue }
      compared += 1
      let near = 1e-6 * max(1, problem.costSize)
      #expect(
        zip(found[0].costs, found[1].costs).allSatisfy { abs($0 - $1) <= near }, "seed \(seed)")
    }
    #expect(compared >= 30)
  }
}
