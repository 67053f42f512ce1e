/// A linear expression Σ coefficient·column + constant in which no column stands twice.
///
/// For rows whose terms may meet the same column more than once, such as shares over overlapping sets
/// of regions. Terms are kept in column order, so equal expressions are equal bytes.
public struct LinearExpression: Sendable {
  private var coefficients: [Column: Double] = [:]
  public var constant = 0.0

  public init(constant: Double = 0) { self.constant = constant }

  public init(_ column: Column, coefficient: Double = 1) { add(coefficient, column) }

  /// Columns with a coefficient other than 0, in column order.
  public var terms: [(column: Column, coefficient: Double)] {
    coefficients.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { (column: $0.key, coefficient: $0.value) }
  }

  public var isConstant: Bool { coefficients.allSatisfy { $0.value == 0 } }

  public mutating func add(_ coefficient: Double, _ column: Column) {
    coefficients[column, default: 0] += coefficient
  }

  public mutating func add(_ other: LinearExpression, scaledBy factor: Double = 1) {
    for (column, coefficient) in other.coefficients { add(factor * coefficient, column) }
    constant += factor * other.constant
  }

  /// The value at a point given by column.
  public func value(at point: [Double]) -> Double {
    terms.reduce(constant) { $0 + $1.coefficient * point[$1.column.index] }
  }
}

extension LinearProgram {
  /// Adds the constraint `lower ≤ expression ≤ upper`; the expression's constant moves to the bounds.
  @discardableResult
  public mutating func addRow(
    _ expression: LinearExpression, lower: Double = -.infinity, upper: Double = .infinity
  ) -> Row {
    let row = addRow(lower: lower - expression.constant, upper: upper - expression.constant)
    for (column, coefficient) in expression.terms { add(coefficient, column, to: row) }
    return row
  }
}
