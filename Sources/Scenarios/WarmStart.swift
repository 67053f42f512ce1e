import LinearProgramming

extension Basis {
  /// The basis for a program with the same columns and perhaps fewer rows (without cuts that were added while
  /// solving); nil if the columns differ.
  func fitted(to program: LinearProgram) -> Basis? {
    guard columns.count == program.columnCount else { return nil }
    return Basis(columns: columns, rows: Array(rows.prefix(program.rowCount)))
  }
}
