package import LinearProgramming

/// A program and its known result.
package struct ConformanceCase: Sendable, CustomStringConvertible {
  /// A short description; unique.
  package let name: String
  /// The program.
  package let program: LinearProgram
  /// Its result.
  package let expected: Expected

  /// The result of a program.
  package enum Expected: Sendable, Equatable {
    /// Optimal, with this objective.
    case optimal(Double)
    /// No feasible point, or no limit of the objective.
    case infeasible, unbounded
  }

  /// The name.
  package var description: String { name }

  init(_ name: String, _ expected: Expected, _ build: (inout LinearProgram) -> Void) {
    self.name = name
    self.expected = expected
    var program = LinearProgram()
    build(&program)
    self.program = program
  }

  /// What is wrong with a solution of the program, one sentence each.
  package func complaints(about solution: Solution) -> [String] {
    var findings = Findings()
    switch expected {
    case .optimal(let objective):
      findings.expect(solution.termination == .optimal, "ended with \(solution.termination)")
      let error = abs(solution.objective - objective)
      findings.expect(
        error <= 1e-9 * max(1e-6, abs(objective)),
        "objective \(solution.objective), not \(objective)")
    case .infeasible:
      findings.expect(solution.termination == .infeasible, "ended with \(solution.termination)")
      findings.expect(solution.values.isEmpty, "an infeasible program has a point")
    case .unbounded:
      findings.expect(solution.termination == .unbounded, "ended with \(solution.termination)")
    }
    findings.expectEvidence(for: solution, of: program)
    return findings.complaints
  }
}

extension LinearProgram {
  /// Adds a row from (coefficient, column) pairs.
  package mutating func row(
    _ terms: [(Double, Column)], lower: Double = -.infinity, upper: Double = .infinity
  ) {
    let row = addRow(lower: lower, upper: upper)
    for (coefficient, column) in terms { add(coefficient, column, to: row) }
  }
}
