import LinearProgramming

extension SolverConformance {
  /// Checks of warm starts. A solver without bases ignores the basis and must give the same optimum.
  static let basisChecks: [ConformanceCheck] = [
    ConformanceCheck("From the basis of an optimum no iteration is needed", needs: .bases) {
      solver, findings in
      let cold = try solver.solve(.transportation)
      findings.expect(cold.basis != nil, "the optimum has no basis")
      let again = try solver.solve(.transportation, options: .standard, from: cold.basis)
      findings.expect(again.iterations == 0, "\(again.iterations) iterations")
      findings.expectSame(cold, again, "from its own basis")
    },
    ConformanceCheck("A basis may be older than the last rows and columns") {
      solver, findings in
      var program = LinearProgram.transportation
      let basis = try solver.solve(program).basis
      program.row([(1, Column(0)), (1, Column(1))], upper: 5)
      let extra = program.addColumn(upper: 1, cost: 0.5)
      program.add(1, extra, to: Row(12))
      let warm = try solver.solve(program, options: .standard, from: basis)
      findings.expectEvidence(for: warm, of: program)
      findings.expectSame(try solver.solve(program), warm, "from a shorter basis")
    },
    ConformanceCheck("An invalid basis does not change the optimum") { solver, findings in
      let program = LinearProgram.galenet
      let wrong = [
        Basis(
          columns: .init(repeating: .basic, count: 8), rows: .init(repeating: .basic, count: 8)),
        Basis(columns: .init(repeating: .free, count: 8), rows: .init(repeating: .fixed, count: 8)),
        Basis(columns: [], rows: []),
      ]
      for basis in wrong {
        let solution = try solver.solve(program, options: .standard, from: basis)
        findings.expect(
          solution.termination == .infeasible, "ended with \(solution.termination)")
        findings.expectEvidence(for: solution, of: program)
      }
    },
    ConformanceCheck("A basis that is larger than the program is rejected") { solver, findings in
      let tooLarge = Basis(columns: .init(repeating: .atLower, count: 9), rows: [])
      findings.expectError("solving") {
        _ = try solver.solve(.galenet, options: .standard, from: tooLarge)
      }
    },
  ]
}
