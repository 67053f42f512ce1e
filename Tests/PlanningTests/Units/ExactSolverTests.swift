import Foundation
import LinearProgramming
import Planning
import SourcingFiles
import TestSupport
import Testing

/// The exact solver, with which other solvers are compared, is right.
struct ExactSolverTests {
  @Test(
    "the exact solver reaches the optimum that an independent solver found",
    arguments: CaseTests.names)
  func reachesKnownOptimum(name: String) throws {
    let expected = try CaseTests.expectation(name)
    let question = try UnitQuestion(InstanceFiles(folder: TestPaths.case(name)))
    let answer = question.exactAnswer()
    #expect(answer.status == expected.status)
    if let objective = expected.objective {
      let found = try #require(answer.stageValues.last)
      #expect(abs(found - objective) <= 1e-6 * max(1, abs(objective)))
    }
  }

  /// x ≥ a, x ≤ b by a row, cost 1.
  private func program(_ atLeast: Double, _ atMost: Double, integer: Bool = false) -> LinearProgram
  {
    var program = LinearProgram()
    let x = program.addColumn(lower: atLeast, cost: 1, integer: integer)
    let row = program.addRow(upper: atMost)
    program.add(0.1, x, to: row)
    return program
  }

  @Test("numbers that differ in the last bit are different")
  func isExact() throws {
    // The exact product of these two doubles is above the double 0.03.
    #expect(0.1 * 0.3 == 0.03)
    #expect(try ExactSolver().solve(program(0.3, 0.03)).termination == .infeasible)
    #expect(try ExactSolver().solve(program(0.3, (0.03).nextUp)).termination == .optimal)
  }

  @Test("numbers of very different size are solved exactly")
  func spansSizes() throws {
    var program = LinearProgram()
    let small = program.addColumn(upper: 1e-9, cost: 1e-9)
    let large = program.addColumn(cost: 1e12)
    let row = program.addRow(lower: 3e-9)
    program.add(1, small, to: row)
    program.add(1, large, to: row)
    let solution = try ExactSolver().solve(program)
    #expect(abs(solution.objective - 2000) <= 1e-9)
    #expect(abs(solution[large] - 2e-9) <= 1e-24)
  }

  @Test("whole columns are whole")
  func searchesBranches() throws {
    let solution = try ExactSolver().solve(program(1.5, 1, integer: true))
    #expect(solution.isOptimal && solution.values == [2])
    #expect(
      try ExactSolver().solve(program(1.5, 0.19, integer: true)).termination == .infeasible)
  }

  @Test("a program without a best point is unbounded")
  func isUnbounded() throws {
    var program = LinearProgram()
    program.addColumn(cost: -1)
    #expect(try ExactSolver().solve(program).termination == .unbounded)
  }
}
