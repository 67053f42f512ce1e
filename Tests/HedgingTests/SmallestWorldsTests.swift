import GLPKSolver
import Hedging
import LinearProgramming
import TestSupport
import Testing

@Suite("The few worlds that decide, or exclude each other")
struct SmallestWorldsTests {
  @Test(
    "Worlds that exclude each other have no common decisions, and any part of them has",
    arguments: 0..<60)
  func conflicts(seed: Int) throws {
    let kind = RandomWorlds.Kind(
      commonIntegers: seed.isMultiple(of: 3), ownIntegers: seed.isMultiple(of: 6), isShared: false)
    let problem = try RandomWorlds(seed: seed, kind).problem
    for method in [HedgeSolver.Method.whole, .decomposed] {
      var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
      let conflict = try solver.conflict()
      guard try Equivalent(problem).regret() == nil else {
        #expect(conflict.isEmpty)
        continue
      }
      #expect(conflict.count >= 2 && conflict == conflict.sorted())
      #expect(try Equivalent(problem, conflict).regret() == nil)
      for left in conflict {
        #expect(try Equivalent(problem, conflict.filter { $0 != left }).regret() != nil)
      }
    }
  }

  @Test("Two worlds whose bounds of a decision do not overlap exclude each other")
  func bounds() throws {
    let ranges = [(0.0, 3.0), (0.0, 1.0), (2.0, 3.0), (0.0, 2.0)]
    let problem = HedgeProblem(
      ranges.enumerated().map { index, range in
        var program = LinearProgram()
        let column = program.addColumn(lower: range.0, upper: range.1, cost: 1)
        return HedgeWorld(
          name: "world \(index)", program: program, common: [column], ownCost: range.0,
          probability: 0.25)
      })
    for method in [HedgeSolver.Method.whole, .decomposed] {
      var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
      for criterion in [HedgeCriterion.regret, .expected] {
        guard case .impossible = try solver.solve(criterion) else {
          Issue.record("\(method) found decisions that are not possible")
          continue
        }
      }
      #expect(try solver.conflict() == [1, 2])
    }
  }

  @Test(
    "Over the worlds that decide the regret is as large, and smaller over any part of them",
    arguments: 0..<60)
  func deciding(seed: Int) throws {
    let problem = try RandomHedgeTests.worlds(seed).problem
    guard let regret = try Equivalent(problem).regret() else { return }
    let near = 1e-6 * max(1, problem.costSize)
    for method in [HedgeSolver.Method.whole, .decomposed] {
      var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
      let solution = try #require(try solver.solve(.regret).solution)
      let few = try solver.decidingWorlds(of: solution)
      guard !few.isEmpty else {
        #expect(regret <= near)
        continue
      }
      #expect(few == few.sorted())
      #expect(abs(try #require(try Equivalent(problem, few).regret()) - regret) <= near)
      for left in few where few.count > 1 {
        let part = try #require(try Equivalent(problem, few.filter { $0 != left }).regret())
        #expect(part < regret - 1e-8)
      }
    }
  }
}
