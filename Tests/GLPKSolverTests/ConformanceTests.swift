import LinearProgramming
import SolverConformance
import Testing

@testable import GLPKSolver

/// The conformance suite against GLPK: as it is used, and in each of its settings alone.
@Suite struct ConformanceTests {
  @Test(arguments: SolverConformance.checks(for: GLPKSolver()))
  func `GLPK does what a solver must do`(check: ConformanceCheck) {
    #expect(check.complaints(about: GLPKSolver()) == [])
  }

  @Test func `GLPK is excluded from no check`() {
    #expect(SolverConformance.checks(for: GLPKSolver()).count == SolverConformance.checks.count)
  }

  /// The exact method has no guard against cycling; it follows others.
  static let attempts = SimplexAttempt.Algorithm.allCases.filter { $0 != .exact }.flatMap {
    algorithm in
    SimplexAttempt.Start.allCases.map { SimplexAttempt(algorithm: algorithm, start: $0) }
  }

  /// The presolver gives no evidence for infeasible and unbounded programs: it is the last resort.
  @Test(arguments: attempts.filter { $0.algorithm != .presolved }, ConformanceCase.linear)
  func `Each setting alone gives the expected answer`(
    attempt: SimplexAttempt, testCase: ConformanceCase
  )
    throws
  {
    let solver = GLPKSolver(settings: .init(attempts: [attempt]))
    #expect(testCase.complaints(about: try solver.solve(testCase.program)) == [])
  }

  @Test(arguments: ConformanceCase.shapes + ConformanceCase.numbers)
  func `The presolver alone gives the expected optimum`(testCase: ConformanceCase) throws {
    let solver = GLPKSolver(
      settings: .init(attempts: [SimplexAttempt(algorithm: .presolved, start: .slack)]))
    #expect(testCase.complaints(about: try solver.solve(testCase.program)) == [])
  }

  @Test(arguments: ConformanceCase.mixedInteger)
  func `Branching without cuts and heuristics gives the same`(testCase: ConformanceCase) throws {
    let solver = GLPKSolver(settings: .init(usesCutsAndHeuristics: false))
    #expect(testCase.complaints(about: try solver.solve(testCase.program)) == [])
  }
}
