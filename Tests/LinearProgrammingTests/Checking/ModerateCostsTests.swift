import TestSupport
import Testing

@testable import LinearProgramming

/// Mixed-integer programs in which some cost is far above the rest.
@Suite("Costs far above the rest")
struct ModerateCostsTests {
  /// Eight columns that cost 10, the first of them whole, and one that costs 1e10 and is at least 1.
  private static func program() -> (program: LinearProgram, dear: Column) {
    var program = LinearProgram()
    let first = program.addColumn(upper: 9, cost: 10, integer: true)
    for _ in 1..<8 { program.addColumn(cost: 10) }
    let dear = program.addColumn(lower: 1, cost: 1e10)
    program.add(2, first, to: program.addRow(lower: 1))
    return (program, dear)
  }

  @Test("a very high cost is replaced by a moderate one, and no other cost is")
  func replaced() throws {
    var (program, dear) = Self.program()
    let (moderate, columns) = try #require(program.withModerateCosts())
    #expect(columns == [dear])
    #expect(moderate.cost[dear.index] == 1e6)
    #expect(moderate.cost.prefix(8).allSatisfy { $0 == 10 })
    program.setCost(dear, 1e5)
    #expect(program.withModerateCosts() == nil)
  }

  /// The relaxation has x = 0.5. The search is stopped after it has found x = 1.
  @Test("a search under moderate costs that is stopped gives its point at the real costs")
  func stopped() throws {
    let point = { (x: Double) in [x, 0, 0, 0, 0, 0, 0, 0, 1] }
    let others = [Double](repeating: 10, count: 7) + [1e6]
    let backend = ScriptedBackend([
      .run(
        ScriptedBackend.Run(
          .optimal, point: point(0.5), rowDuals: [5], reducedCosts: [0] + others)),
      .branch(BranchOutcome(ending: .stopped, incumbent: point(1), bound: 1e6 + 5)),
      .run(
        ScriptedBackend.Run(
          .optimal, point: point(1), rowDuals: [0], reducedCosts: [10] + others)),
    ])
    let solution = try CheckedSolver(backend, .init(dives: false)).solve(Self.program().program)
    #expect(solution.termination == .timeLimit && solution.primalStatus == .feasible)
    #expect(solution.values == point(1))
    #expect(solution.objective == 1e10 + 10)
    #expect(solution.bound == 1e6 + 5)
    #expect(solution.rowDuals.isEmpty && solution.reducedCosts.isEmpty)
  }
}
