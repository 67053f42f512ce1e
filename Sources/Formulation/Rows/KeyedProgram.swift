public import LinearProgramming

/// A program with a key for every row, which says what the row states. Rows and keys are only added together.
public struct KeyedProgram: Sendable {
  /// The linear or mixed-integer program itself.
  public private(set) var program = LinearProgram()
  /// What each row states, in the order of the rows.
  public private(set) var keys: [RowKey] = []

  /// Adds a variable with its bounds and objective coefficient.
  ///
  /// - Parameter size: the usual size of its values; nil: taken from its rows.
  @discardableResult
  package mutating func addColumn(
    lower: Double = 0, upper: Double = .infinity, cost: Double = 0, integer: Bool = false,
    size: Double? = nil
  ) -> Column {
    program.addColumn(lower: lower, upper: upper, cost: cost, integer: integer, size: size)
  }

  /// Adds an empty row; its terms are added with ``add(_:_:to:)``.
  package mutating func addRow(
    _ key: RowKey, lower: Double = -.infinity, upper: Double = .infinity
  ) -> Row {
    keys.append(key)
    return program.addRow(lower: lower, upper: upper)
  }

  /// Adds the row `lower ≤ expression ≤ upper`.
  @discardableResult
  package mutating func addRow(
    _ key: RowKey, _ expression: LinearExpression, lower: Double = -.infinity,
    upper: Double = .infinity
  ) -> Row {
    keys.append(key)
    return program.addRow(expression, lower: lower, upper: upper)
  }

  /// Adds the term `coefficient·column` to a row.
  package mutating func add(_ coefficient: Double, _ column: Column, to row: Row) {
    program.add(coefficient, column, to: row)
  }

  /// Replaces both bounds of a variable.
  package mutating func setBounds(_ column: Column, lower: Double, upper: Double) {
    program.setBounds(column, lower: lower, upper: upper)
  }

  /// Replaces both bounds of a row.
  package mutating func setBounds(_ row: Row, lower: Double, upper: Double) {
    program.setBounds(row, lower: lower, upper: upper)
  }

  /// Replaces the objective coefficient of a variable.
  package mutating func setCost(_ column: Column, _ value: Double) {
    program.setCost(column, value)
  }

  /// Makes every integer variable continuous.
  package mutating func relax() { program = program.relaxation }
}
