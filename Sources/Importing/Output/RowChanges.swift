import Tables

/// What an import did with the rows of one table.
struct RowChanges: Sendable {
  var added = 0
  /// Rows that the import itself had written and that are made anew from more data.
  var renewed = 0
  /// Rows that differed and were replaced, because the user said so.
  var replaced = 0
  /// Rows that the import itself had written and that are needed no longer.
  var removed = 0
  /// Rows of the folder that differ from rows of the import.
  var conflicts: [Problem] = []

  /// The end of a line about the table: what was done, and how many rows it has now.
  func words(rowCount: Int) -> String {
    let parts = [("made anew", renewed), ("replaced", replaced), ("removed", removed)]
      .filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
    return (["\(added) added"] + parts + ["\(rowCount) rows now"]).joined(separator: ", ")
  }

  mutating func add(_ other: Self) {
    added += other.added
    renewed += other.renewed
    replaced += other.replaced
    removed += other.removed
    conflicts += other.conflicts
  }

  mutating func conflict(
    _ table: TextTable, _ row: TextTable.Row, key: [String], column: String, imported: String
  ) {
    let name = key.filter { !$0.isEmpty }.joined(separator: ", ")
    conflicts.append(
      Problem(
        "has `\(table.cell(row, column))`, the import `\(imported)` for \(name)",
        file: table.file, line: row.line, column: column))
  }
}
