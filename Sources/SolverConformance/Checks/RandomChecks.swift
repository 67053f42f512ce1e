import LinearProgramming

extension SolverConformance {
  /// Checks with random programs from fixed seeds; some are infeasible or unbounded.
  static let randomChecks: [ConformanceCheck] = [
    ConformanceCheck("Answers to random programs are proven") { solver, findings in
      for seed in UInt64(0)..<200 {
        let program = RandomProgram(seed: seed, isMixedInteger: false).program.boxed(by: 50)
        findings.expectEvidence(for: try solver.solve(program), of: program)
      }
    },
    ConformanceCheck("Answers to random unbounded programs are proven", needs: .rays) {
      solver, findings in
      for seed in UInt64(0)..<200 {
        let program = RandomProgram(seed: seed, isMixedInteger: false).program
        findings.expectEvidence(for: try solver.solve(program), of: program)
      }
    },
    ConformanceCheck("Answers to random mixed-integer programs are proven", needs: .integers) {
      solver, findings in
      for seed in UInt64(0)..<100 {
        let program = RandomProgram(seed: seed, isMixedInteger: true).program.boxed(by: 50)
        findings.expectEvidence(for: try solver.solve(program), of: program)
      }
    },
    ConformanceCheck("The order of rows and the scale of costs do not change the optimum") {
      solver, findings in
      for seed in UInt64(0)..<50 {
        let program = RandomProgram(seed: seed, isMixedInteger: false).program.boxed(by: 50)
        let first = try solver.solve(program)
        findings.expectSame(
          first, try solver.solve(program.withRowsReversed), "seed \(seed), rows reversed")
        var answer = try solver.solve(program.withCosts(times: 1024))
        answer.objective /= 1024
        findings.expectSame(first, answer, "seed \(seed), costs scaled")
      }
    },
  ]
}
