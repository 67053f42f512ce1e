import GLPKSolver
import LinearProgramming
import Testing

/// Programs on which a simplex method with fixed tolerances goes wrong.
@Suite("Numbers of very different size")
struct NumericsTests {
  @Test(
    "one huge cost does not hide what is cheaper elsewhere", arguments: [1e9, 1e10, 1e12, 1e15])
  func hugeCost(_ huge: Double) throws {
    // Two ways to serve each demand, which differ by less than 1e-10 of the huge cost.
    var program = LinearProgram()
    for demand in 1...6 {
      let dear = program.addColumn(cost: 2 + Double(demand))
      let cheap = program.addColumn(upper: 10, cost: 2)
      let unserved = program.addColumn(cost: demand == 1 ? huge : 1000)
      let row = program.addRow(lower: 10, upper: 10)
      for column in [dear, cheap, unserved] { program.add(1, column, to: row) }
    }
    let solution = try GLPKSolver().solve(program)
    #expect(solution.isOptimal)
    #expect(abs(solution.objective - 120) < 1e-9)
  }

  @Test("quantities of any size are served", arguments: [1e-12, 1e-9, 1e-3, 1, 1e6, 1e9, 1e12])
  func anyUnit(_ unit: Double) throws {
    var program = LinearProgram()
    let near = program.addColumn(upper: 0.4 * unit, cost: 1 / unit, size: unit)
    let far = program.addColumn(cost: 3 / unit, size: unit)
    let row = program.addRow(lower: unit, upper: unit)
    program.add(1, near, to: row)
    program.add(1, far, to: row)
    let solution = try GLPKSolver().solve(program)
    #expect(abs(solution.objective - 2.2) < 1e-9)
  }

  @Test("what branch and cut calls infeasible is proven by branching")
  func infeasibleWholeProgramIsProven() throws {
    // x + y + z = 1.5 with whole columns: the relaxation has a point.
    var program = LinearProgram()
    let row = program.addRow(lower: 3, upper: 3)
    for _ in 0..<3 {
      program.add(2, program.addColumn(upper: 1, integer: true), to: row)
    }
    let solution = try GLPKSolver().solve(program)
    #expect(solution.termination == .infeasible)
    #expect(!solution.isUnproven)
  }

  @Test("a search too large to be proven says so")
  func largeInfeasibleSearchIsUnproven() throws {
    // Σ 2·x = an odd number over many columns: branching needs a node for nearly every choice.
    var program = LinearProgram()
    let row = program.addRow(lower: 15, upper: 15)
    for _ in 0..<16 {
      program.add(2, program.addColumn(upper: 1, integer: true), to: row)
    }
    let solution = try GLPKSolver().solve(program)
    #expect(solution.termination == .infeasible)
    #expect(solution.isUnproven)
  }

  @Test("a huge cost does not change which whole choice is best")
  func hugeCostWithWholeColumns() throws {
    var program = LinearProgram()
    for k in 1...8 {
      let cheapPlant = program.addColumn(upper: 1, cost: 3, integer: true)
      let dearPlant = program.addColumn(upper: 1, cost: 3.001, integer: true)
      let unserved = program.addColumn(upper: 1, cost: k == 1 ? 1e12 : 50)
      let row = program.addRow(lower: 1)
      for column in [cheapPlant, dearPlant, unserved] { program.add(1, column, to: row) }
    }
    let solution = try GLPKSolver().solve(program)
    #expect(abs(solution.objective - 24) < 1e-9)
  }
}
