import LinearProgramming

extension SolverConformance {
  /// Checks of mixed-integer programs besides the optimum.
  static let mixedIntegerChecks: [ConformanceCheck] = [
    ConformanceCheck("Dual values are those with the integer columns fixed", needs: .integers) {
      solver, findings in
      let solution = try solver.solve(.sunOil)
      var fixed = LinearProgram.sunOil
      for index in fixed.integerColumns {
        let value = solution.values[Int(index)]
        fixed.setBounds(Column(Int(index)), lower: value, upper: value)
      }
      let complaint = OptimalityReferee().examine(solution, of: fixed.relaxation).complaint
      findings.expect(complaint == nil, complaint ?? "")
      findings.expect(solution.rowDuals.contains { $0 != 0 }, "all duals are 0")
    },
    ConformanceCheck("A gap of 1e9 ends at the first feasible point, as optimal", needs: .integers)
    { solver, findings in
      var options = SolveOptions()
      options.mipGap = 1e9
      options.timeLimit = .seconds(60)
      let solution = try solver.solve(.marketSplit, options: options, from: nil)
      findings.expectEvidence(for: solution, of: .marketSplit)
    },
    ConformanceCheck("With a large gap the optimum is between point and bound", needs: .integers) {
      solver, findings in
      for seed in UInt64(0)..<50 {
        let program = RandomProgram(seed: seed, isMixedInteger: true).program.boxed(by: 50)
        let optimum = try solver.solve(program)
        var options = SolveOptions()
        options.mipGap = 0.5
        let near = try solver.solve(program, options: options, from: nil)
        findings.expect(near.termination == optimum.termination, "seed \(seed)")
        guard optimum.isOptimal, near.isOptimal else { continue }
        let sign = program.sense == .minimise ? 1.0 : -1
        let scale = max(1, abs(optimum.objective))
        findings.expect(
          sign * (near.objective - optimum.objective) >= -1e-8 * scale,
          "seed \(seed): the point is better than the optimum")
        findings.expect(
          sign * (near.bound - optimum.objective) <= 1e-8 * scale,
          "seed \(seed): the optimum is better than the bound")
      }
    },
    ConformanceCheck("Known points, feasible or not, do not change the optimum", needs: .integers) {
      solver, findings in
      for seed in UInt64(0)..<50 {
        let program = RandomProgram(seed: seed, isMixedInteger: true).program.boxed(by: 50)
        let first = try solver.solve(program)
        var options = SolveOptions()
        options.knownPoints = [
          first.values, [], program.columnLower, program.columnUpper,
          .init(repeating: 0.4, count: program.columnCount),
        ]
        let second = try solver.solve(program, options: options, from: nil)
        findings.expectSame(first, second, "seed \(seed)")
        findings.expectEvidence(for: second, of: program)
      }
    },
  ]
}
