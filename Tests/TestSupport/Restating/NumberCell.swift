import SourcingFiles
import Tables

/// A cell of a table that may hold a number.
public struct NumberCell: Sendable, CustomStringConvertible {
  let table: InstanceTable
  let column: String
  let row: Int

  /// A cell of an instance drawn from a seed: first the column, so that each column has the same chance.
  public init?(of files: InstanceFiles, seed: UInt64) {
    var numbers = SeededNumbers(seed: seed &+ 15_485_863)
    let columns = InstanceTable.allCases.flatMap { table -> [(InstanceTable, String, Int)] in
      guard let csv = files.table(table), csv.rowCount > 0 else { return [] }
      return TableSchema.of(table).columns
        .filter { $0.holdsNumbers && csv.column($0.name) != nil }
        .map { (table, $0.name, csv.rowCount) }
    }
    guard let (table, column, rowCount) = columns.randomElement(using: &numbers) else { return nil }
    (self.table, self.column) = (table, column)
    row = Int.random(in: 0..<rowCount, using: &numbers)
  }

  public var description: String { "row \(row + 1) of \(table.fileName), \(column)" }
}

extension InstanceFiles {
  /// The same with another text in one cell.
  public func replacing(_ cell: NumberCell, with text: String) -> InstanceFiles {
    guard var csv = table(cell.table), let column = csv.column(cell.column) else { return self }
    csv.set(text, row: cell.row, column: column)
    var files = self
    files.bytes[cell.table.fileName] = Array(csv.text.utf8)
    return files
  }
}

extension CSVTable {
  /// The table as it is written.
  var text: String {
    let rows = (0..<rowCount).map { row in
      columns.indices.map { text(row: row, column: $0) }
    }
    return Self.text([columns] + rows)
  }

  /// Rows as they are written.
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"\n\r".contains($0) }) || cell.first == " " else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
