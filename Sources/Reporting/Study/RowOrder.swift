import Tables

/// An order of the rows of a table by one column.
///
/// Numbers come in the order of their values, a cell `>=12` after 12; texts come after numbers, in the order of their
/// characters. Blank cells are last, also if the order is descending. Rows that agree stay in the order of the table.
public struct RowOrder: Sendable {
  /// Name of the column.
  public let column: String
  /// Whether the greatest comes first.
  public let isDescending: Bool

  /// The order that a text states: the name of a column, after `-` descending.
  ///
  /// - Parameters:
  ///   - text: as the user gives it.
  ///   - columns: the known names.
  /// - Throws: `UnknownColumn`.
  public init(_ text: String, of columns: [String]) throws(UnknownColumn) {
    isDescending = text.hasPrefix("-") && !columns.contains(text)
    column = isDescending ? String(text.dropFirst()) : text
    guard columns.contains(column) else { throw UnknownColumn(column, among: columns) }
  }

  /// Some rows of a table in this order. O(n log n).
  ///
  /// - Parameters:
  ///   - rows: places of rows.
  ///   - table: a table that has the column.
  public func sorted(_ rows: [Int], of table: ReportTable) -> [Int] {
    guard let place = table.columns.firstIndex(of: column) else { return rows }
    let keyed = rows.enumerated().map { (order: $0, row: $1, key: Key(table[$1, place])) }
    return keyed.sorted { first, second in
      guard let one = first.key, let other = second.key, one != other else {
        return first.key == second.key ? first.order < second.order : first.key != nil
      }
      return isDescending ? other < one : one < other
    }.map(\.row)
  }

  /// What a cell is sorted by; nil if it is blank.
  private enum Key: Comparable {
    case number(Double, isAtLeast: Bool)
    case text(String)

    init?(_ cell: ReportTable.Cell) {
      switch cell {
      case .number(let number): self = .number(number, isAtLeast: false)
      case .atLeast(let number): self = .number(number, isAtLeast: true)
      case .text(let text): self = .text(text)
      case .blank: return nil
      }
    }

    static func < (first: Key, second: Key) -> Bool {
      switch (first, second) {
      case (.number(let one, let isMore), .number(let other, let isOtherMore)):
        one == other ? !isMore && isOtherMore : one < other
      case (.number, .text): true
      case (.text, .number): false
      case (.text(let one), .text(let other)):
        one.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
      }
    }
  }
}

/// A name that no column has.
public struct UnknownColumn: Error, Sendable, CustomStringConvertible {
  /// What is wrong, with the known name that is spelt most alike.
  public let description: String

  init(_ name: String, among known: [String]) {
    let hint = nearestHint(to: name, among: known, listsKnown: false)
    description = "unknown column `\(shortened(name))`\(hint)"
  }
}
