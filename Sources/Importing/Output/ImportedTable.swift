import SourcingFiles

/// Rows for one table of an instance.
struct ImportedTable: Sendable {
  /// What is done with a row whose key the folder has already.
  enum Rule: Sendable {
    /// The folder's row stays: it says the same in other words.
    case keepsOld
    /// The rows must agree in these columns; else the user decides.
    case mustAgree([String])
    /// As `mustAgree`, but nobody can decide for the import: other rows build upon them.
    case mustAgreeAlways([String])
    /// Rows that fill a gap: none is added where the folder has a row with the same cell in this column.
    case fillsGap(String)
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

/// What an import has made, ready for a folder.
public struct ImportedInstance: Sendable {
  var tables: [ImportedTable]
  /// Years with data, in order.
  var years: [Int]
  /// The region that plans, for a new instance.
  var home: String?
  var title: String?
  /// Values for the parameters of models in a new instance.
  var rival: String?
  var focus: String?
  /// For the list of sources of a new instance.
  var source: String
  /// What the user has to add, in sentences.
  public var missing: [String]
  public var summary: ImportSummary
}
