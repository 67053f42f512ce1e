import Foundation
import GLPKSolver
import Hedging
import LinearProgramming
import TestSupport
import Testing

@Suite("Decisions for many worlds: random programs")
struct RandomHedgeTests {
  private static let isLong = ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] != nil
  static let seeds = Array(0..<(isLong ? 1000 : 120))

  /// The kinds in turn: with and without whole numbers, with decisions that only some worlds can bear, with bounds of
  /// single worlds, and with worlds that have a probability of 0.
  static func worlds(_ seed: Int) throws -> RandomWorlds {
    let kinds: [RandomWorlds.Kind] = [
      .init(), .init(isElastic: true), .init(commonIntegers: true),
      .init(commonIntegers: true, ownIntegers: true), .init(ownIntegers: true, isElastic: true),
      .init(isShared: false), .init(isElastic: true, hasOwnBounds: true, hasImprobable: true),
      .init(commonIntegers: true, ownIntegers: true, isElastic: true, hasImprobable: true),
    ]
    return try RandomWorlds(seed: seed, kinds[seed % kinds.count])
  }

  /// What counts as equal: a millionth of the costs.
  private func tolerance(_ problem: HedgeProblem) -> Double { 1e-6 * max(1, problem.costSize) }

  @Test(
    "One program and the decomposition have the regret and expected cost of a third program",
    arguments: seeds)
  func agree(seed: Int) throws {
    let problem = try Self.worlds(seed).problem
    let near = tolerance(problem)
    let equivalent = Equivalent(problem)
    let (regret, expected) = (try equivalent.regret(), try equivalent.expected())
    for method in [HedgeSolver.Method.whole, .decomposed] {
      var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
      guard let regret, let expected else {
        for criterion in [HedgeCriterion.regret, .expected] {
          guard case .impossible = try solver.solve(criterion) else {
            Issue.record("\(method) found decisions that are not possible")
            continue
          }
        }
        continue
      }
      let least = try #require(try solver.solve(.regret).solution)
      try check(least, problem)
      #expect(abs(problem.worstRegret(of: least.costs) - regret) <= near, "\(method)")
      #expect(abs(least.bound - regret) <= near, "\(method)")
      // Of all with that regret, the cheapest: between the cheapest with a little more regret and with a little less.
      let found = problem.expectedCost(of: least.costs)
      #expect(try #require(try equivalent.expected(within: regret + near)) <= found + near)
      #expect(try #require(try equivalent.expected(within: regret + 1e-8)) >= found - near)
      let cheapest = try #require(try solver.solve(.expected).solution)
      try check(cheapest, problem)
      #expect(abs(problem.expectedCost(of: cheapest.costs) - expected) <= near, "\(method)")
      #expect(abs(cheapest.bound - expected) <= near, "\(method)")
    }
  }

  /// A solution is proven, keeps all rows of all worlds, and has the costs of its points.
  private func check(_ solution: HedgeSolution, _ problem: HedgeProblem) throws {
    #expect(solution.isProven && solution.common.count == problem.commonCount)
    for (place, world) in problem.worlds.enumerated() {
      let point = solution.points[place]
      #expect(problem.violation(of: point, in: place) <= 1e-6, "\(world.name)")
      #expect(abs(world.program.objective(at: point) - solution.costs[place]) <= tolerance(problem))
      for (column, value) in zip(world.common, solution.common) {
        #expect(abs(point[column.index] - value) <= 1e-6)
      }
    }
  }

  @Test("Some random worlds have common decisions, some have none, and some have a regret of 0")
  func variety() throws {
    let regrets = try Self.seeds.prefix(120).map { seed in
      try Equivalent(Self.worlds(seed).problem).regret()
    }
    #expect(regrets.count { $0 == nil } >= 5)
    #expect(regrets.count { ($0 ?? 0) > 1e-3 } >= 60)
    #expect(regrets.count { ($0 ?? 1) < 1e-9 } >= 3)
  }

  @Test(
    "Whole decisions are the best ones of all that can be listed", arguments: seeds.prefix(40))
  func listed(seed: Int) throws {
    let problem = try RandomWorlds(
      seed: seed, .init(isElastic: seed.isMultiple(of: 2), allInteger: true), worlds: 2...4
    ).problem
    var all: [[Double]] = [[]]
    for column in problem.worlds[0].common {
      let upper = Int(problem.worlds[0].program.columnUpper[column.index])
      all = all.flatMap { start in (0...upper).map { start + [Double($0)] } }
    }
    let costs = try all.compactMap { decisions -> [Double]? in
      let costs = try problem.worlds.indices.map { try problem.cost(of: $0, with: decisions) }
      return costs.contains(nil) ? nil : costs.compactMap(\.self)
    }
    let near = tolerance(problem)
    let regret = try #require(costs.map { problem.worstRegret(of: $0) }.min())
    let tied = costs.filter { problem.worstRegret(of: $0) <= regret + 1e-8 }
    let cheapestOfTied = try #require(tied.map { problem.expectedCost(of: $0) }.min())
    let expected = try #require(costs.map { problem.expectedCost(of: $0) }.min())
    for method in [HedgeSolver.Method.whole, .decomposed] {
      var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
      let least = try #require(try solver.solve(.regret).solution)
      #expect(abs(problem.worstRegret(of: least.costs) - regret) <= near)
      #expect(abs(problem.expectedCost(of: least.costs) - cheapestOfTied) <= near)
      let cheapest = try #require(try solver.solve(.expected).solution)
      #expect(abs(problem.expectedCost(of: cheapest.costs) - expected) <= near)
    }
  }

  @Test("The number of threads changes no bit", arguments: seeds.prefix(24))
  func jobs(seed: Int) throws {
    let problem = try Self.worlds(seed).problem
    for criterion in [HedgeCriterion.regret, .expected] {
      let found = try [1, 3].map { jobs in
        var solver = HedgeSolver(problem, solver: GLPKSolver(), method: .decomposed, jobs: jobs)
        return try solver.solve(criterion).solution
      }
      #expect(found[0]?.common == found[1]?.common && found[0]?.costs == found[1]?.costs)
      #expect(found[0]?.points == found[1]?.points && found[0]?.bound == found[1]?.bound)
      #expect(found[0]?.rounds == found[1]?.rounds)
    }
  }
}
