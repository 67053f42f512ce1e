import Sourcing
import Tables

extension WarningFinder {
  /// Rows that are about the same thing as an earlier row: the same again, or a row that replaces it. Tables with an
  /// identifier of their own and `quotas.csv` have none: there readers refuse them.
  func repeatedRows() -> [Problem] {
    InstanceTable.allCases.flatMap { name -> [Problem] in
      let schema = TableSchema.of(name)
      guard let table = tables.tables[name], schema.keyColumns.first?.kind != .identifier else {
        return []
      }
      return limited(RowComparison(table, schema).repeatedRows())
    }
  }
}

/// Compares the rows of a table by the columns of its schema.
private struct RowComparison {
  private let table: CSVTable
  private let keys: [(column: ColumnSchema, index: Int)]
  private let values: [(column: ColumnSchema, index: Int)]

  init(_ table: CSVTable, _ schema: TableSchema) {
    self.table = table
    let places = { (columns: [ColumnSchema]) in
      columns.compactMap { column in table.column(column.name).map { (column, $0) } }
    }
    let keyColumns = schema.keyColumns
    keys = places(keyColumns)
    values = places(
      schema.columns.filter { column in !keyColumns.contains { $0.name == column.name } })
  }

  func repeatedRows() -> [Problem] {
    var last: [String: Int] = [:]
    var problems: [Problem] = []
    for row in 0..<table.rowCount {
      let key = keys.map { text($0, row) }.joined(separator: ",")
      if let earlier = last.updateValue(row, forKey: key) {
        problems.append(
          Problem(
            message(row, earlier), file: table.file, line: table.line(of: row), severity: .warning))
      }
    }
    return problems
  }

  private func message(_ row: Int, _ earlier: Int) -> String {
    let line = table.line(of: earlier)
    let changes = values.compactMap { value -> String? in
      let (old, new) = (text(value, earlier), text(value, row))
      guard old != new else { return nil }
      let shown = { (text: String) in text.isEmpty ? "blank" : shortened(text) }
      let counts =
        new.isEmpty && value.column.isNumber ? " (the blank counts, as \(blank(value.column)))" : ""
      return "\(value.column.name) \(shown(new)) instead of \(shown(old))\(counts)"
    }
    guard !changes.isEmpty else { return "the row is the same as line \(line): remove one of them" }
    let names = keys.map(\.column.name)
    let same = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    return
      "the row replaces line \(line), which has the same \(same): \(changes.joined(separator: ", "))"
  }

  /// What a blank cell of a column of numbers means.
  private func blank(_ column: ColumnSchema) -> String {
    column.blankRule ?? column.defaultValue.map(DecimalNumber.text) ?? "no number"
  }

  /// The text of a cell; numbers and names that mean the same have the same text.
  private func text(_ place: (column: ColumnSchema, index: Int), _ row: Int) -> String {
    let text = table.text(row: row, column: place.index)
    switch place.column.kind {
    case .reference(.anyPeriod): return text.isEmpty ? "*" : text
    case .reference(.anyRegions): return text == "world" ? "*" : text
    case .number, .positive, .whole:
      return DecimalNumber.value(text).map(DecimalNumber.text) ?? text
    default: return text
    }
  }
}
