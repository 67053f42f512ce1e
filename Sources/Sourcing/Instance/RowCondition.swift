/// A condition on the rows of a table: what the cells of one column hold.
///
/// Numbers are equal by value, texts as written; an empty text is a blank cell. A blank cell and `*` are rows about
/// every period or all names: they fulfil a condition only if it names them, since a range or a comparison says nothing
/// of them.
public struct RowCondition: Sendable, Hashable {
  /// What a cell must hold.
  public enum Test: Sendable, Hashable {
    /// One of some values. In a column of periods or numbers, `A..B` is every value from A to B, both included; periods
    /// are in the order of the horizon.
    case oneOf([String])
    /// A value that compares in this way with another. Only periods and numbers have an order.
    case compares(Comparison, String)
  }

  /// How two values compare. The raw value is the sign in files.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// At least the other value.
    case atLeast = ">="
    /// At most the other value.
    case atMost = "<="
    /// Another value.
    case isNot = "!="
    /// More than the other value, or later.
    case above = ">"
    /// Less than the other value, or earlier.
    case below = "<"

    /// Whether it holds for two values that have an order.
    public func holds<Value: Comparable>(_ first: Value, _ second: Value) -> Bool {
      switch self {
      case .atLeast: first >= second
      case .atMost: first <= second
      case .isNot: first != second
      case .above: first > second
      case .below: first < second
      }
    }
  }

  /// Name of the column.
  public var column: String
  /// What a cell must hold.
  public var test: Test

  /// A condition with values of which the cell has one. The properties describe the parameters.
  public init(_ column: String, _ values: [String]) {
    self.column = column
    test = .oneOf(values)
  }

  /// A condition with one value.
  public init(_ column: String, _ value: String) { self.init(column, [value]) }

  /// A condition with a comparison, such as `RowCondition("period", .atLeast, "2027")`.
  public init(_ column: String, _ comparison: Comparison, _ value: String) {
    self.column = column
    test = .compares(comparison, value)
  }

  /// The condition as messages show it: `period 2027..2030`, `quantity >= 100`.
  public var text: String {
    switch test {
    case .oneOf(let values): "\(column) \(values.joined(separator: " or "))"
    case .compares(let comparison, let value): "\(column) \(comparison.rawValue) \(value)"
    }
  }
}
