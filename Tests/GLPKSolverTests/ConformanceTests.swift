import LinearProgramming
import Testing

@testable import GLPKSolver

/// The conformance suite against GLPK: as it is used, and in each of its settings alone.
@Suite struct ConformanceTests {
  @Test(arguments: ConformanceCase.linear + ConformanceCase.mixedInteger)
  func `GLPK gives the expected answer`(testCase: ConformanceCase) throws {
    for method in [SolveOptions.Method.dual, .primal] {
      var options = SolveOptions()
      options.method = method
      let solution = try GLPKSolver().solve(testCase.program, options: options, from: nil)
      check(solution, testCase)
    }
  }

  static let rungs = SimplexRung.Algorithm.allCases.flatMap { algorithm in
    SimplexRung.Start.allCases.map { SimplexRung(algorithm: algorithm, start: $0) }
  }

  /// The presolver gives no evidence for infeasible and unbounded programs: it is the last resort.
  @Test(arguments: rungs.filter { $0.algorithm != .presolved }, ConformanceCase.linear)
  func `Each setting alone gives the expected answer`(rung: SimplexRung, testCase: ConformanceCase)
    throws
  {
    let solver = GLPKSolver(settings: .init(ladder: [rung]))
    check(try solver.solve(testCase.program), testCase)
  }

  @Test(arguments: ConformanceCase.shapes + ConformanceCase.numbers)
  func `The presolver alone gives the expected optimum`(testCase: ConformanceCase) throws {
    let solver = GLPKSolver(
      settings: .init(ladder: [SimplexRung(algorithm: .presolved, start: .slack)]))
    check(try solver.solve(testCase.program), testCase)
  }

  @Test(arguments: ConformanceCase.mixedInteger)
  func `Branching without cuts and heuristics gives the same`(testCase: ConformanceCase) throws {
    let solver = GLPKSolver(settings: .init(usesCutsAndHeuristics: false))
    check(try solver.solve(testCase.program), testCase)
  }
}

/// Compares an answer with the expected one, and has its evidence checked.
func check(
  _ solution: Solution, _ testCase: ConformanceCase,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  switch testCase.expected {
  case .optimal(let objective):
    #expect(solution.termination == .optimal, sourceLocation: sourceLocation)
    let error = abs(solution.objective - objective)
    #expect(
      error <= 1e-9 * max(1e-6, abs(objective)), "\(solution.objective)",
      sourceLocation: sourceLocation)
    let verdict = OptimalityReferee().examine(solution, of: testCase.program)
    #expect(verdict.complaint == nil, sourceLocation: sourceLocation)
  case .infeasible:
    #expect(solution.termination == .infeasible, sourceLocation: sourceLocation)
    #expect(solution.values.isEmpty, sourceLocation: sourceLocation)
    if let certificate = solution.certificate {
      #expect(certificate.isProof(for: testCase.program), sourceLocation: sourceLocation)
    } else {
      #expect(testCase.program.isMixedInteger, sourceLocation: sourceLocation)
    }
  case .unbounded:
    #expect(solution.termination == .unbounded, sourceLocation: sourceLocation)
  }
}
