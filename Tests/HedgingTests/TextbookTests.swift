import GLPKSolver
import Hedging
import LinearProgramming
import Testing

@Suite("Decisions for many worlds: a textbook example")
struct TextbookTests {
  /// Returns of stocks, bonds and money in three worlds; a cost is 12 minus the return. One unit of money is divided
  /// among them.
  private static let returns = [[-4.0, -2, 3], [4, 3, 2], [12, 8, 1]]

  private static var problem: HedgeProblem {
    HedgeProblem(
      returns.enumerated().map { world, returns in
        var program = LinearProgram()
        let shares = returns.map { program.addColumn(upper: 1, cost: 12 - $0) }
        let sum = program.addRow(lower: 1, upper: 1)
        for share in shares { program.add(1, share, to: sum) }
        return HedgeWorld(
          name: "world \(world)", program: program, common: shares,
          ownCost: 12 - returns.max()!, probability: 1 / 3)
      })
  }

  @Test(
    "The mixture of 11/18 stocks and 7/18 money has the least largest regret, 77/18",
    arguments: [HedgeSolver.Method.whole, .decomposed])
  func mixture(method: HedgeSolver.Method) throws {
    var solver = HedgeSolver(Self.problem, solver: GLPKSolver(), method: method)
    let solution = try #require(try solver.solve(.regret).solution)
    #expect(abs(Self.problem.worstRegret(of: solution.costs) - 77.0 / 18) < 1e-6)
    #expect(abs(solution.bound - 77.0 / 18) < 1e-7)
    for (share, expected) in zip(solution.common, [11.0 / 18, 0, 7.0 / 18]) {
      #expect(abs(share - expected) < 1e-6)
    }
    #expect(try solver.decidingWorlds(of: solution) == [0, 2])
  }

  @Test("Each pure decision has its largest regret: 7, 5 and 11")
  func pure() throws {
    var solver = HedgeSolver(Self.problem, solver: GLPKSolver())
    let regrets = try (0..<3).map { kind in
      let costs = try solver.costs(with: (0..<3).map { $0 == kind ? 1 : 0 })
      return Self.problem.worstRegret(of: costs.compactMap(\.self))
    }
    #expect(zip(regrets, [7.0, 5, 11]).allSatisfy { abs($0 - $1) < 1e-9 })
  }
}
