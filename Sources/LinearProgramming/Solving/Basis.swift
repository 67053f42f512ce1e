/// A simplex basis as a value: which columns and row slacks are basic, and at which bound the others are.
/// It can be stored, sent to another thread, and used to start a later solve of the same program or of one with other
/// bounds and costs (a warm start). A valid basis has as many basic statuses as rows.
public struct Basis: Sendable, Equatable {
  /// The status of a column or row slack: basic, or nonbasic at a bound, at 0 (free), or fixed.
  public enum Status: UInt8, Sendable {
    /// Basic: its value follows from the nonbasic ones.
    case basic
    /// Nonbasic at its lower bound.
    case atLower
    /// Nonbasic at its upper bound.
    case atUpper
    /// Nonbasic without bounds, at 0.
    case free
    /// Nonbasic with equal bounds.
    case fixed
  }

  /// The status of each column.
  public var columns: [Status]
  /// The status of the slack of each row.
  public var rows: [Status]

  /// A basis of these statuses.
  public init(columns: [Status], rows: [Status]) {
    self.columns = columns
    self.rows = rows
  }

  /// The basis for a program with the same columns and perhaps fewer rows, such as without the cuts added on the way.
  ///
  /// - Returns: nil if the number of columns differs, or if the slack of a row that the program lacks is not basic:
  ///   without that row there would be more basic statuses than rows.
  package func fitted(to program: LinearProgram) -> Basis? {
    guard columns.count == program.columnCount,
      rows.dropFirst(program.rowCount).allSatisfy({ $0 == .basic })
    else { return nil }
    return Basis(columns: columns, rows: Array(rows.prefix(program.rowCount)))
  }
}
