import LinearProgramming

extension SolverConformance {
  /// Checks of sessions with changes.
  static let sessionChecks: [ConformanceCheck] = [
    ConformanceCheck("A session after changes gives the optimum of a new program") {
      solver, findings in
      for seed in UInt64(0)..<40 {
        try checkChanges(1000 + seed, isMixedInteger: false, solver, &findings)
      }
    },
    ConformanceCheck(
      "A mixed-integer session after changes gives the optimum of a new program", needs: .integers
    ) { solver, findings in
      for seed in UInt64(0)..<20 {
        try checkChanges(2000 + seed, isMixedInteger: true, solver, &findings)
      }
    },
    ConformanceCheck("A session can be used after a solve without an optimum") { solver, findings in
      var program = LinearProgram()
      let x = program.addColumn(upper: 4, cost: 1)
      program.row([(1, x)], lower: 2)
      try solver.withSession(program) { session in
        findings.expect(try session.solve(.standard).objective == 2, "the optimum is not 2")
        try session.setBounds(x, lower: 0, upper: 1)
        let none = try session.solve(.standard)
        findings.expect(none.termination == .infeasible, "ended with \(none.termination)")
        findings.expectEvidence(for: none, of: session.program)
        try session.setBounds(x, lower: 0, upper: 3)
        findings.expect(try session.solve(.standard).objective == 2, "the optimum is not 2 again")
      }
    },
  ]

  private static func checkChanges(
    _ seed: UInt64, isMixedInteger: Bool, _ solver: any Solver, _ findings: inout Findings
  ) throws {
    let original = RandomProgram(seed: seed, isMixedInteger: isMixedInteger).program.boxed(by: 40)
    var generator = SplitMix64(seed: seed)
    let complaints = try solver.withSession(original) { session in
      var findings = Findings()
      for step in 0..<12 {
        try change(session, step, &generator)
        var options = SolveOptions()
        options.method = step % 2 == 0 ? .dual : .primal
        let warm = try session.solve(options)
        findings.expectEvidence(for: warm, of: session.program)
        let cold = try solver.solve(session.program)
        findings.expectSame(warm, cold, "seed \(seed), step \(step)")
      }
      return findings.complaints
    }
    for complaint in complaints { findings.expect(false, complaint) }
  }

  private static func change(
    _ session: any SolverSession, _ step: Int, _ generator: inout SplitMix64
  ) throws {
    let program = session.program
    let column = Column(Int.random(in: 0..<program.columnCount, using: &generator))
    let low = Double(Int.random(in: -4...4, using: &generator))
    switch step % 4 {
    case 0:
      try session.setBounds(column, lower: low, upper: low + Double(step))
    case 1:
      try session.setCost(column, Double(Int.random(in: -8...8, using: &generator)))
    case 2 where program.rowCount > 0:
      let row = Row(Int.random(in: 0..<program.rowCount, using: &generator))
      try session.setBounds(row, lower: low, upper: low + 5)
    default:
      var expression = LinearExpression(constant: 1)
      expression.add(1, column)
      expression.add(0.5, Column(0))
      try session.addRow(expression, lower: -20, upper: 20 + low)
    }
  }
}
