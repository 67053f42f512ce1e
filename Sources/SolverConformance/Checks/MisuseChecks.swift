import LinearProgramming

extension SolverConformance {
  /// Checks with invalid programs and wrong uses of sessions.
  static let misuseChecks: [ConformanceCheck] =
    InvalidProgram.all.map { invalid in
      ConformanceCheck("An invalid program is rejected: \(invalid.name)") { solver, findings in
        findings.expectError("solving", { $0 == .invalidProgram([invalid.reason]) }) {
          _ = try solver.solve(invalid.program)
        }
      }
    } + [
      ConformanceCheck("An invalid change throws and changes nothing") { solver, findings in
        try solver.withSession(.galenet) { session in
          let refused = { (error: SolverError) in
            if case .invalidProgram = error { true } else { false }
          }
          findings.expectError("a cost of NaN", refused) { try session.setCost(Column(0), .nan) }
          findings.expectError("no such column", refused) { try session.setCost(Column(99), 1) }
          findings.expectError("a bound of NaN", refused) {
            try session.setBounds(Column(0), lower: .nan, upper: 1)
          }
          findings.expectError("no such row", refused) {
            try session.setBounds(Row(-1), lower: 0, upper: 1)
          }
          findings.expectError("a row of no such column", refused) {
            try session.addRow(LinearExpression(Column(99)), lower: 0, upper: 1)
          }
          findings.expect(session.program.rowCount == 8, "a row was added")
          findings.expectEvidence(for: try session.solve(.standard), of: .galenet)
        }
      },
      ConformanceCheck("A session that is used after its end throws") { solver, findings in
        var kept: (any SolverSession)?
        try solver.withSession(.galenet) { kept = $0 }
        findings.expectError("solving") { _ = try kept?.solve(.standard) }
        findings.expectError("changing") { try kept?.setCost(Column(0), 1) }
      },
      ConformanceCheck("Integer columns are rejected by a solver that does not support them") {
        solver, findings in
        guard !solver.capabilities.contains(.integers) else { return }
        let isUnsupported = { (error: SolverError) in
          if case .unsupported = error { true } else { false }
        }
        findings.expectError("solving", isUnsupported) { _ = try solver.solve(.sunOil) }
      },
    ]
}
