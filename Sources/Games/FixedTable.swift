import Numbers
import Tables

/// A small table whose columns must be exactly the defined ones, in any order.
struct FixedTable {
  private let table: CSVTable
  private let log: ProblemLog

  /// Nil if the file cannot be read or a column is missing. The log then says so.
  init?(file: String, columns: [ColumnDefinition], log: ProblemLog) {
    let columns = columns.map(\.name)
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try contents(ofFile: file) } catch {
      log.add(error, file: file)
      return nil
    }
    table = CSVTable(file: file, bytes: bytes, problems: log)
    self.log = log
    guard !table.columns.isEmpty else { return nil }
    let form = columns.joined(separator: ",")
    for name in table.columns where !columns.contains(name) {
      log.add(
        "unknown column; the table must read \(form)", file: file, line: table.headerLine,
        column: name)
    }
    let missing = columns.filter { table.column($0) == nil }
    for name in missing {
      log.add(
        "the column is missing; the table must read \(form)", file: file, line: table.headerLine,
        column: name)
    }
    if !missing.isEmpty { return nil }
  }

  var file: String { table.file }
  var rowCount: Int { table.rowCount }
  /// The line of the last row, or of the header: the place that messages about missing rows name.
  var lastLine: Int { rowCount == 0 ? table.headerLine : table.line(of: rowCount - 1) }

  func line(of row: Int) -> Int { table.line(of: row) }

  func report(_ message: String, row: Int, column: ColumnDefinition) {
    log.add(message, file: file, line: line(of: row), column: column.name)
  }

  func text(_ column: ColumnDefinition, row: Int) -> String {
    table.column(column.name).map { table.text(row: row, column: $0) } ?? ""
  }

  /// The number in a cell; nil if it is blank or wrong. The log then says so.
  func number(_ column: ColumnDefinition, row: Int) -> Double? {
    guard let index = table.column(column.name) else { return nil }
    do {
      if let value = try table.number(row: row, column: index) {
        if Magnitude.isMeant(value) { return value }
        let text = table.text(row: row, column: index)
        report("found \(text); must be \(Magnitude.text)", row: row, column: column)
        return nil
      }
      report("the cell is blank; a number is needed", row: row, column: column)
    } catch {
      let text = table.text(row: row, column: index)
      report("`\(text)` is not a number; \(error)", row: row, column: column)
    }
    return nil
  }
}
