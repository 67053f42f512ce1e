package import LinearProgramming

/// One program with the answer that any solver must give.
package struct ConformanceCase: Sendable, CustomStringConvertible {
  package let name: String
  package let program: LinearProgram
  package let expected: Expected

  package enum Expected: Sendable, Equatable {
    case optimal(Double)
    case infeasible, unbounded
  }

  package var description: String { name }

  init(_ name: String, _ expected: Expected, _ build: (inout LinearProgram) -> Void) {
    self.name = name
    self.expected = expected
    var program = LinearProgram()
    build(&program)
    self.program = program
  }

  /// What is wrong with an answer to the program, a sentence each.
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
