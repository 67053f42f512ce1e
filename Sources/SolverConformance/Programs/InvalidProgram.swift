package import LinearProgramming

/// An invalid program and the sentence of `LinearProgram.validate()` about it.
package struct InvalidProgram: Sendable {
  /// What is wrong, in two or three words.
  package let name: String
  /// The sentence.
  package let reason: String
  /// The program.
  package let program: LinearProgram

  private init(_ name: String, _ reason: String, _ spoil: (inout LinearProgram) -> Void) {
    self.name = name
    self.reason = reason
    var program = LinearProgram()
    let x = program.addColumn(cost: 1)
    program.row([(1, x)], lower: 1)
    spoil(&program)
    self.program = program
  }

  /// All invalid programs.
  package static let all: [InvalidProgram] = [
    InvalidProgram("NaN cost", "the cost of column 0 is nan") { $0.setCost(Column(0), .nan) },
    InvalidProgram("infinite cost", "the cost of column 0 is inf") {
      $0.setCost(Column(0), .infinity)
    },
    InvalidProgram("NaN constant", "the objective's constant is nan") { $0.constant = .nan },
    InvalidProgram("NaN bound", "column 0 has the bounds nan … inf") {
      $0.setBounds(Column(0), lower: .nan, upper: .infinity)
    },
    InvalidProgram("bound at the wrong infinity", "row 0 has the bounds inf … inf") {
      $0.setBounds(Row(0), lower: .infinity, upper: .infinity)
    },
    InvalidProgram("NaN coefficient", "the coefficient of column 0 in row 1 is nan") {
      $0.row([(.nan, Column(0))], lower: 1)
    },
    InvalidProgram("infinite coefficient", "the coefficient of column 0 in row 1 is -inf") {
      $0.row([(-.infinity, Column(0))], lower: 1)
    },
    InvalidProgram("repeated term", "row 0 has column 0 twice") {
      $0.add(2, Column(0), to: Row(0))
    },
    InvalidProgram("unknown column", "a term is at row 0, column 9 of 1 rows, 1 columns") {
      $0.add(2, Column(9), to: Row(0))
    },
    InvalidProgram("unknown row", "a term is at row -1, column 0 of 1 rows, 1 columns") {
      $0.add(2, Column(0), to: Row(-1))
    },
  ]
}
