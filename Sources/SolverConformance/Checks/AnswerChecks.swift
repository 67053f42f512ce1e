import LinearProgramming

extension SolverConformance {
  /// Checks with programs of known results, solved by both methods.
  static let answerChecks: [ConformanceCheck] =
    check("Answers: shapes and bounds", ConformanceCase.shapes)
    + check("Answers: numbers", ConformanceCase.numbers)
    + check("Answers: contradictions", ConformanceCase.contradictions)
    + check("Answers: unbounded", ConformanceCase.unbounded, needs: [.rays])
    + check("Answers: whole columns", ConformanceCase.mixedInteger, needs: [.integers, .rays])

  private static func check(
    _ group: String, _ cases: [ConformanceCase], needs: SolverCapabilities = []
  ) -> [ConformanceCheck] {
    cases.map { testCase in
      ConformanceCheck("\(group): \(testCase.name)", needs: needs) { solver, findings in
        for method in [SolveOptions.Method.dual, .primal] {
          var options = SolveOptions()
          options.method = method
          let solution = try solver.solve(testCase.program, options: options, from: nil)
          for complaint in testCase.complaints(about: solution) {
            findings.expect(false, "\(method): \(complaint)")
          }
        }
      }
    }
  }
}
