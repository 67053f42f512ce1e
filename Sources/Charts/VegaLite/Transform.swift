/// What is done to rows before they are drawn.
public struct Transform: Sendable, Encodable {
  /// Keeps the rows for which an expression is true, or a column has a value.
  public var filter: JSONValue?
  /// An expression for a new column.
  public var calculate: String?
  /// Name of the new column.
  public var `as`: JSONValue?
  /// Columns that become rows.
  public var fold: [String]?
  /// What is worked out of rows that belong together and written into each of them.
  public var joinaggregate: JSONValue?
  /// The columns whose values say which rows belong together.
  public var groupby: [String]?

  /// Keeps the rows for which an expression of Vega is true.
  public static func filter(_ expression: String) -> Transform {
    var transform = Transform()
    transform.filter = .text(expression)
    return transform
  }

  /// Keeps the rows that have a text in a column.
  public static func filter(_ column: String, equals text: String) -> Transform {
    var transform = Transform()
    transform.filter = ["field": .text(column), "equal": .text(text)]
    return transform
  }

  /// A new column by an expression of Vega. It must hold no new figure.
  public static func calculate(_ expression: String, as name: String) -> Transform {
    var transform = Transform()
    transform.calculate = expression
    transform.as = .text(name)
    return transform
  }

  /// Columns that become rows, with the column's name and its value.
  public static func fold(_ columns: [String], key: String, value: String) -> Transform {
    var transform = Transform()
    transform.fold = columns
    transform.as = .list([.text(key), .text(value)])
    return transform
  }

  /// A new column with the greatest number of a column among the rows with the same text: for a scale of their own.
  public static func greatest(_ column: String, of group: String, as name: String) -> Transform {
    var transform = Transform()
    transform.joinaggregate = [["op": "max", "field": .text(column), "as": .text(name)]]
    transform.groupby = [group]
    return transform
  }
}
