import LinearProgramming
import SolverConformance
import Testing

@testable import GLPKSolver

/// The conformance checks on GLPK with its usual settings and with each of them alone.
@Suite struct ConformanceTests {
  @Test(
    "GLPK passes the checks that every solver must pass",
    arguments: SolverConformance.checks(for: GLPKSolver()))
  func glpkDoesSolver(check: ConformanceCheck) {
    #expect(check.complaints(about: GLPKSolver()) == [])
  }

  @Test("GLPK is excluded from no check")
  func glpkExcludedCheck() {
    #expect(SolverConformance.checks(for: GLPKSolver()).count == SolverConformance.checks.count)
  }

  /// The exact method has no guard against cycling, so it only follows other methods.
  static let attempts = SimplexAttempt.Algorithm.allCases.filter { $0 != .exact }.flatMap {
    algorithm in
    SimplexAttempt.Start.allCases.map { SimplexAttempt(algorithm: algorithm, start: $0) }
  }

  /// The presolver gives no evidence for infeasible and unbounded programs, so it is the last resort.
  @Test(
    "each setting alone gives the expected answer",
    arguments: attempts.filter { $0.algorithm != .presolved }, ConformanceCase.linear)
  func eachSettingAlone(attempt: SimplexAttempt, testCase: ConformanceCase)
    throws
  {
    let solver = GLPKSolver(settings: .init(attempts: [attempt]))
    #expect(testCase.complaints(about: try solver.solve(testCase.program)) == [])
  }

  @Test(
    "the presolver alone gives the expected optimum",
    arguments: ConformanceCase.shapes + ConformanceCase.numbers)
  func presolverAloneGives(testCase: ConformanceCase) throws {
    let solver = GLPKSolver(
      settings: .init(attempts: [SimplexAttempt(algorithm: .presolved, start: .slack)]))
    #expect(testCase.complaints(about: try solver.solve(testCase.program)) == [])
  }

  @Test(
    "branching without cuts and heuristics gives the expected optimum",
    arguments: ConformanceCase.mixedInteger)
  func branchingWithoutCuts(testCase: ConformanceCase) throws {
    let solver = GLPKSolver(settings: .init(usesCutsAndHeuristics: false))
    #expect(testCase.complaints(about: try solver.solve(testCase.program)) == [])
  }
}
