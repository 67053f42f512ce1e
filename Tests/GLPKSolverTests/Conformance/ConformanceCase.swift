import LinearProgramming
import Testing

/// One program with the answer that any solver must give.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  var name: String
  var program: LinearProgram
  var expected: Expected

  enum Expected: Sendable, Equatable {
    case optimal(Double)
    case infeasible, unbounded
  }

  var testDescription: String { name }

  init(_ name: String, _ expected: Expected, _ build: (inout LinearProgram) -> Void) {
    self.name = name
    self.expected = expected
    var program = LinearProgram()
    build(&program)
    self.program = program
  }
}

extension LinearProgram {
  /// Adds a row from (coefficient, column) pairs.
  mutating func row(
    _ terms: [(Double, Column)], lower: Double = -.infinity, upper: Double = .infinity
  ) {
    let row = addRow(lower: lower, upper: upper)
    for (coefficient, column) in terms { add(coefficient, column, to: row) }
  }
}
