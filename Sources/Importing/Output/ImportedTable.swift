import SourcingFiles

/// Rows for one table of an instance.
struct ImportedTable: Sendable {
  /// What happens to a row whose key is already in the table of the folder.
  enum Rule: Sendable {
    /// The row of the folder stays.
    case keepsOld
    /// A difference in these columns is a conflict. `--replace` takes the row of the import.
    case mustAgree([String])
    /// A difference in these columns is a conflict that `--replace` does not solve, since other rows depend on it.
    case mustAgreeAlways([String])
    /// As `mustAgree`, but of two rows whose sources have a ``Vintage`` the one of the later year and edition counts.
    /// `figure` is the column of the figure; if the user has changed it, the row has no vintage.
    case newestCounts([String], figure: String)
  }

  let table: InstanceTable
  /// Columns that identify a row.
  let key: [String]
  let columns: [String]
  let rule: Rule
  var rows: [[String]] = []

  init(_ table: InstanceTable, key: [String], columns: [String], _ rule: Rule) {
    self.table = table
    self.key = key
    self.columns = columns
    self.rule = rule
  }

  mutating func add(_ cells: String...) {
    precondition(cells.count == columns.count, "a row of \(table) has one cell a column")
    rows.append(cells)
  }
}

/// The result of an import, before it is written.
public struct ImportedInstance: Sendable {
  var tables: [ImportedTable]
  /// Years with data, in order.
  var years: [Int]
  /// The region that plans, for a new instance.
  var home: String?
  var title: String?
  /// The value of the parameter `focus` in a new instance.
  var focus: String?
  /// For the list of sources of a new instance.
  var source: String
  /// What the source lacks and the user must add, one sentence each.
  public var missing: [String]
  /// What was read and what became of it.
  public var summary: ImportSummary

  /// The commodities of the import.
  var commodities: Set<String> {
    Set(
      tables.filter { $0.table == .commodities }.flatMap { table in
        table.rows.compactMap { row in table.columns.firstIndex(of: "commodity").map { row[$0] } }
      })
  }
}
