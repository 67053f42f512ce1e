import GLPKSolver
import Hedging
import LinearProgramming
import TestSupport
import Testing

@Suite("What given decisions cost in many worlds")
struct FixedDecisionsTests {
  private let kinds: [RandomWorlds.Kind] = [
    .init(), .init(isElastic: true), .init(isElastic: true, hasOwnBounds: true),
    .init(commonIntegers: true, ownIntegers: true, isElastic: true, hasOwnBounds: true),
    .init(isShared: false), .init(commonIntegers: true),
  ]

  @Test("The cost is that of the world's program with its columns fixed")
  func costs() throws {
    var (possible, impossible, possibleInSome) = (0, 0, 0)
    for seed in 0..<60 {
      let problem = try RandomWorlds(seed: seed, kinds[seed % kinds.count]).problem
      var numbers = SeededNumbers(seed: UInt64(seed) &+ 5)
      var solver = HedgeSolver(problem, solver: GLPKSolver())
      for trial in 0..<4 {
        let decisions = (0..<problem.commonCount).map { decision in
          let upper = problem.upper(of: decision)
          return trial.isMultiple(of: 2) || problem.isWhole(decision)
            ? Double(Int.random(in: 0...Int(upper), using: &numbers)) : numbers.number(0, upper)
        }
        let found = try solver.costs(with: decisions)
        #expect(found.count == problem.worlds.count)
        for (place, known) in found.enumerated() {
          let cost = try problem.cost(of: place, with: decisions)
          #expect((cost == nil) == (known == nil), "seed \(seed), world \(place)")
          guard let cost, let known else { continue }
          #expect(abs(known - cost) <= 1e-6 * max(1, problem.costSize), "seed \(seed)")
        }
        let known = found.count { $0 != nil }
        possible += known
        impossible += found.count - known
        if known > 0 && known < found.count { possibleInSome += 1 }
      }
    }
    #expect(possible >= 100 && impossible >= 100 && possibleInSome >= 30)
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

  @Test("The best decisions cost what was found, and no others have a smaller regret")
  func best() throws {
    var others = 0
    for seed in 0..<30 {
      let kind = RandomWorlds.Kind(isElastic: true, hasOwnBounds: seed.isMultiple(of: 2))
      let problem = try RandomWorlds(seed: seed, kind).problem
      var solver = HedgeSolver(problem, solver: GLPKSolver(), method: .decomposed)
      let least = try #require(try solver.solve(.regret).solution)
      let near = 1e-6 * max(1, problem.costSize)
      let again = try solver.costs(with: least.common)
      #expect(zip(again, least.costs).allSatisfy { abs(($0 ?? .infinity) - $1) <= near })
      var numbers = SeededNumbers(seed: UInt64(seed))
      for _ in 0..<5 {
        let other = least.common.enumerated().map { decision, value in
          min(max(value + numbers.number(-0.5, 0.5), 0), problem.upper(of: decision))
        }
        let costs = try solver.costs(with: other)
        guard !costs.contains(nil) else { continue }
        others += 1
        let known = costs.compactMap(\.self)
        #expect(problem.worstRegret(of: known) >= problem.worstRegret(of: least.costs) - near)
      }
    }
    #expect(others >= 20)
  }
}

extension HedgeProblem {
  /// The greatest value of a common decision in any world.
  fileprivate func upper(of decision: Int) -> Double {
    worlds.reduce(0) { max($0, $1.program.columnUpper[$1.common[decision].index]) }
  }

  /// Whether a common decision is a whole number in some world.
  fileprivate func isWhole(_ decision: Int) -> Bool {
    worlds.contains { $0.program.integerColumns.contains(Int32($0.common[decision].index)) }
  }
}
