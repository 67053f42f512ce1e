import GLPKSolver
import Hedging
import LinearProgramming
import TestSupport
import Testing

@Suite("What given decisions cost in many worlds")
struct FixedDecisionsTests {
  @Test("The cost is that of the world's program with its columns fixed", arguments: 0..<60)
  func costs(seed: Int) throws {
    let problem = try RandomHedgeTests.worlds(seed).problem
    var numbers = SeededNumbers(seed: UInt64(seed) &+ 5)
    var solver = HedgeSolver(problem, solver: GLPKSolver())
    let uppers = problem.worlds[0].common.map { problem.worlds[0].program.columnUpper[$0.index] }
    for trial in 0..<4 {
      let decisions = uppers.map { upper in
        trial.isMultiple(of: 2)
          ? Double(Int.random(in: 0...Int(upper), using: &numbers)) : numbers.number(0, upper)
      }
      let found = try solver.costs(with: decisions)
      for place in problem.worlds.indices {
        let cost = try problem.cost(of: place, with: decisions)
        guard let cost, let known = found[place] else {
          // Whole numbers are asked for in even trials, so that no program is refused for its integers.
          if trial.isMultiple(of: 2) { #expect(cost == nil && found[place] == nil) }
          continue
        }
        #expect(abs(known - cost) <= 1e-6 * max(1, problem.costSize))
      }
    }
  }

  @Test("Decisions outside the bounds of a world are not possible there")
  func outside() throws {
    let problem = try RandomWorlds(seed: 3, .init(isElastic: true)).problem
    var solver = HedgeSolver(problem, solver: GLPKSolver())
    let decisions = problem.worlds[0].common.map {
      problem.worlds[0].program.columnUpper[$0.index] + 1
    }
    #expect(try solver.costs(with: decisions).allSatisfy { $0 == nil })
  }

  @Test(
    "The best decisions cost what was found, and no others have a smaller regret",
    arguments: 0..<30)
  func best(seed: Int) throws {
    let problem = try RandomWorlds(seed: seed, .init(isElastic: true)).problem
    var solver = HedgeSolver(problem, solver: GLPKSolver(), method: .decomposed)
    let least = try #require(try solver.solve(.regret).solution)
    let near = 1e-6 * max(1, problem.costSize)
    let again = try solver.costs(with: least.common)
    #expect(zip(again, least.costs).allSatisfy { abs(($0 ?? .infinity) - $1) <= near })
    var numbers = SeededNumbers(seed: UInt64(seed))
    for _ in 0..<5 {
      let other = least.common.enumerated().map { decision, value in
        let upper = problem.worlds[0].program.columnUpper[
          problem.worlds[0].common[decision].index]
        return min(max(value + numbers.number(-0.5, 0.5), 0), upper)
      }
      let costs = try solver.costs(with: other)
      guard !costs.contains(nil) else { continue }
      let known = costs.compactMap(\.self)
      #expect(problem.worstRegret(of: known) >= problem.worstRegret(of: least.costs) - near)
    }
  }
}
