import Sourcing
import Tables

extension WarningFinder {
  /// Rows of lanes.csv with a tariff above 3, which is 300 % of the price: probably percent instead of a share.
  func highTariffs() -> [Problem] {
    guard let table = tables.tables[.lanes], let column = table.column("tariff") else { return [] }
    let high = (0..<table.rowCount).compactMap { row -> (row: Int, tariff: Double)? in
      guard let tariff = (try? table.number(row: row, column: column)) ?? nil, tariff > 3 else {
        return nil
      }
      return (row, tariff)
    }
    guard let first = high.first else { return [] }
    let text = shortened(table.text(row: first.row, column: column))
    let further =
      switch high.count {
      case 1: ""
      case 2: " (and 1 more row with a tariff above 3)"
      default: " (and \(high.count - 1) more rows with a tariff above 3)"
      }
    // What is no percentage either gets an example.
    let hint = (ShareMeant(first.tariff) ?? ShareMeant(25))?.plainHint ?? ""
    let percent = DecimalNumber.text(DecimalNumber.shifted(first.tariff, by: 2))
    return [
      Problem(
        "found `\(text)`, a share of the price: a tariff of \(percent)%\(hint)\(further)",
        file: table.file, line: table.line(of: first.row), column: "tariff", severity: .warning)
    ]
  }
}
