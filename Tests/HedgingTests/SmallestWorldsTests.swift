import GLPKSolver
import Hedging
import LinearProgramming
import TestSupport
import Testing

@Suite("The few worlds that decide, or exclude each other")
struct SmallestWorldsTests {
  @Test(
    "Worlds that exclude each other have no common decisions, and any part of them has",
    arguments: [HedgeSolver.Method.whole, .decomposed])
  func conflicts(method: HedgeSolver.Method) throws {
    var (none, some) = (0, 0)
    for seed in 0..<60 {
      let kind = RandomWorlds.Kind(
        commonIntegers: seed.isMultiple(of: 3), ownIntegers: seed.isMultiple(of: 6),
        isShared: false, hasOwnBounds: seed.isMultiple(of: 5))
      let problem = try RandomWorlds(seed: seed, kind).problem
      var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
      let conflict = try solver.conflict()
      guard try Equivalent(problem).regret() == nil else {
        #expect(conflict.isEmpty)
        none += 1
        continue
      }
      some += 1
      #expect(conflict.count >= 2 && conflict == conflict.sorted())
      #expect(try Equivalent(problem, conflict).regret() == nil)
      for left in conflict {
        #expect(try Equivalent(problem, conflict.filter { $0 != left }).regret() != nil)
      }
    }
    #expect(none >= 5 && some >= 20)
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
    "Three worlds exclude each other although any two of them do not",
    arguments: [HedgeSolver.Method.whole, .decomposed])
  func three(method: HedgeSolver.Method) throws {
    // 0 ≤ x, y ≤ 1; one world needs x = 1, one needs y = 1, and in one x + y ≤ 1. Others take all decisions.
    let problem = HedgeProblem(
      (0..<5).map { index in
        var program = LinearProgram()
        let (x, y) = (program.addColumn(upper: 1, cost: 1), program.addColumn(upper: 1))
        if index == 3 { program.addRow(LinearExpression(x), lower: 1) }
        if index == 1 { program.addRow(LinearExpression(y), lower: 1) }
        var sum = LinearExpression(x)
        sum.add(1, y)
        if index == 4 { program.addRow(sum, upper: 1) }
        return HedgeWorld(
          name: "world \(index)", program: program, common: [x, y], ownCost: index == 3 ? 1 : 0,
          probability: 0.2)
      })
    var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
    #expect(try solver.conflict() == [1, 3, 4])
  }

  @Test(
    "Over the worlds that decide the regret is as large, and smaller over any part of them",
    arguments: [HedgeSolver.Method.whole, .decomposed])
  func deciding(method: HedgeSolver.Method) throws {
    var (none, two, many) = (0, 0, 0)
    for seed in 0..<64 {
      let problem = try RandomHedgeTests.worlds(seed).problem
      guard let regret = try Equivalent(problem).regret() else { continue }
      let near = 1e-6 * max(1, problem.costSize)
      var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
      let solution = try #require(try solver.solve(.regret).solution)
      let few = try solver.decidingWorlds(of: solution)
      guard !few.isEmpty else {
        #expect(regret <= near)
        none += 1
        continue
      }
      if few.count == 2 { two += 1 } else { many += 1 }
      // One world alone regrets nothing.
      #expect(few.count >= 2 && few == few.sorted())
      #expect(abs(try #require(try Equivalent(problem, few).regret()) - regret) <= near)
      for left in few {
        let part = try #require(try Equivalent(problem, few.filter { $0 != left }).regret())
        #expect(part < regret - 1e-8)
      }
    }
    #expect(none >= 1 && two >= 20 && many >= 5)
  }
}
