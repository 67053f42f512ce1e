/// A linear expression Σ coefficient·column + constant.
///
/// For rows whose terms may meet the same column more than once, such as shares over overlapping sets
/// of regions: terms are collected as they come and merged when read.
public struct LinearExpression: Sendable {
  public typealias Term = (column: Column, coefficient: Double)

  private var collected: [Term] = []
  public var constant = 0.0

  public init(constant: Double = 0) { self.constant = constant }

  public init(_ column: Column, coefficient: Double = 1) { add(coefficient, column) }

  /// Columns with their total coefficient where it is not 0, in column order, each once. What is left of
  /// coefficients that cancel but for rounding counts as 0. O(n log n).
  public var terms: [Term] {
    var merged: [Term] = []
    merged.reserveCapacity(collected.count)
    var largest = 0.0
    for term in collected.sorted(by: { $0.column < $1.column }) {
      if merged.last?.column == term.column {
        merged[merged.count - 1].coefficient += term.coefficient
        largest = max(largest, abs(term.coefficient))
        if abs(merged[merged.count - 1].coefficient) <= 1e-14 * largest {
          merged[merged.count - 1].coefficient = 0
        }
      } else {
        merged.append(term)
        largest = abs(term.coefficient)
      }
    }
    return merged.filter { $0.coefficient != 0 }
  }

  /// Whether no term was ever added; then the value is the constant everywhere.
  public var isConstant: Bool { collected.isEmpty }

  /// Adds coefficient·column.
  public mutating func add(_ coefficient: Double, _ column: Column) {
    if coefficient != 0 { collected.append((column, coefficient)) }
  }

  /// Adds factor·other, its constant too.
  public mutating func add(_ other: LinearExpression, scaledBy factor: Double = 1) {
    for term in other.collected { add(factor * term.coefficient, term.column) }
    constant += factor * other.constant
  }

  /// The coefficient of each of a program's columns, 0 of those that it does not have.
  public func coefficients(columns count: Int) -> [Double] {
    var coefficients = Array(repeating: 0.0, count: count)
    for term in terms { coefficients[term.column.index] = term.coefficient }
    return coefficients
  }

  /// The value at a point given by column.
  public func value(at point: [Double]) -> Double {
    collected.reduce(constant) { $0 + $1.coefficient * point[$1.column.index] }
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
