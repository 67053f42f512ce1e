import Sourcing
import Tables

extension WarningFinder {
  /// Rows of lanes.csv with a tariff above 3, which is 300 % of the price: probably percent instead of a share.
  func highTariffs() -> [Problem] {
    guard let table = tables.tables[.lanes], let column = table.column("tariff") else { return [] }
    let high = (0..<table.rowCount).filter { row in
      ((try? table.number(row: row, column: column)) ?? nil).map { $0 > 3 } ?? false
    }
    guard let first = high.first else { return [] }
    let text = table.text(row: first, column: column)
    let further = high.count > 1 ? " (and \(high.count - 1) more rows with a tariff above 3)" : ""
    return [
      Problem(
        "found `\(text)`, a tariff above 3 times the price; it is a share: write 0.25 for 25 %\(further)",
        file: table.file, line: table.line(of: first), column: "tariff", severity: .warning)
    ]
  }
}
