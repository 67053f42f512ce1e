import LinearProgramming

extension SolverConformance {
  /// Seeded random programs, among them infeasible and unbounded ones.
  static let randomChecks: [ConformanceCheck] = [
    ConformanceCheck("Answers to random programs bear their evidence") { solver, findings in
      for seed in UInt64(0)..<200 {
        let program = RandomProgram(seed: seed, isMixedInteger: false).program.boxed(by: 50)
        findings.expectEvidence(for: try solver.solve(program), of: program)
      }
    },
    ConformanceCheck("Answers to random unbounded programs bear their evidence", needs: .rays) {
      solver, findings in
      for seed in UInt64(0)..<200 {
        let program = RandomProgram(seed: seed, isMixedInteger: false).program
        findings.expectEvidence(for: try solver.solve(program), of: program)
      }
    },
    ConformanceCheck("Answers to random programs with whole columns bear theirs", needs: .integers)
    { solver, findings in
      for seed in UInt64(0)..<100 {
        let program = RandomProgram(seed: seed, isMixedInteger: true).program.boxed(by: 50)
        findings.expectEvidence(for: try solver.solve(program), of: program)
      }
    },
    ConformanceCheck("The order of rows and the scale of costs change no answer") {
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
