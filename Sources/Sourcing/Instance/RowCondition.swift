/// A condition on the rows of a table: a column has one of some values.
public struct RowCondition: Sendable, Hashable {
  /// Name of the column.
  public var column: String
  /// What a cell may hold. Numbers are equal by value, texts as written; an empty text is a blank cell.
  public var values: [String]

  /// A condition. The properties describe the parameters.
  public init(_ column: String, _ values: [String]) {
    self.column = column
    self.values = values
  }

  /// A condition with one value.
  public init(_ column: String, _ value: String) { self.init(column, [value]) }
}
