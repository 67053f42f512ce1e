/// A linear expression Σ coefficient·column + constant.
///
/// The same column may be added more than once, for example for shares over sets of regions that overlap. Terms of the
/// same column are merged when ``terms`` is read.
public struct LinearExpression: Sendable {
  /// One term: coefficient·column.
  public typealias Term = (column: Column, coefficient: Double)

  private var collected: [Term] = []
  /// The constant.
  public var constant = 0.0

  /// An expression without terms.
  public init(constant: Double = 0) { self.constant = constant }

  /// The expression coefficient·column.
  public init(_ column: Column, coefficient: Double = 1) { add(coefficient, column) }

  /// The merged terms in column order, each column once, without coefficients of 0. A sum of at most 1e-14 of the
  /// largest coefficient added to it counts as 0, because it is round-off.
  ///
  /// - Complexity: O(n log n) for n terms.
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

  /// Whether no term was added. The value is then the constant at every point.
  public var isConstant: Bool { collected.isEmpty }

  /// Adds the term coefficient·column.
  public mutating func add(_ coefficient: Double, _ column: Column) {
    if coefficient != 0 { collected.append((column, coefficient)) }
  }

  /// Adds factor·other, including its constant.
  public mutating func add(_ other: LinearExpression, scaledBy factor: Double = 1) {
    for term in other.collected { add(factor * term.coefficient, term.column) }
    constant += factor * other.constant
  }

  /// The coefficients as a dense vector.
  ///
  /// - Parameter count: the number of columns of the program.
  public func coefficients(columns count: Int) -> [Double] {
    var coefficients = Array(repeating: 0.0, count: count)
    for term in terms { coefficients[term.column.index] = term.coefficient }
    return coefficients
  }

  /// The value at a point, given by one value per column.
  public func value(at point: [Double]) -> Double {
    collected.reduce(constant) { $0 + $1.coefficient * point[$1.column.index] }
  }
}

extension LinearProgram {
  /// Adds the constraint `lower ≤ expression ≤ upper`; the constant of the expression is subtracted from
  /// both bounds.
  @discardableResult
  public mutating func addRow(
    _ expression: LinearExpression, lower: Double = -.infinity, upper: Double = .infinity
  ) -> Row {
    let row = addRow(lower: lower - expression.constant, upper: upper - expression.constant)
    for (column, coefficient) in expression.terms { add(coefficient, column, to: row) }
    return row
  }
}
