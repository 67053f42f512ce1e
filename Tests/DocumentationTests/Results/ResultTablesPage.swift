import Reporting

/// The section of the page of formats that shows result tables.
struct ResultTablesPage {
  let tables: [TableDefinition]

  var text: String {
    let head = """
      A result table is a CSV file in UTF-8 with one header line. Numbers have a point and no thousands separators. Money \
      is in the instance's currency, units are those of the commodity, a share or an index is from 0 to 1. Columns of \
      ids and labels have the unit `text`.
      """
    return ([head] + tables.map(section)).joined(separator: "\n\n")
  }

  private func section(_ table: TableDefinition) -> String {
    let variant = table.variant.map { ", \($0)" } ?? ""
    var lines = [
      "### \(table.name).csv\(variant)", "",
      "Written by \(table.places.map(\.rawValue).code). \(table.rows)", "",
      "| column | unit | meaning | blank |", "| --- | --- | --- | --- |",
    ]
    for column in table.columns {
      lines.append(
        "| `\(column.name)` | \(column.unit) | \(column.meaning.cell) | \((column.blank ?? "").cell) |"
      )
    }
    return lines.joined(separator: "\n")
  }
}

extension ResultColumn {
  /// As the page shows it.
  fileprivate var unit: String {
    switch content {
    case .text: "text"
    case .flag(let yes, let no): "`\(yes)` or `\(no)`"
    case .number(let unit): unit.rawValue
    case .monthsOfWindow: "months; the window and more: `>=12`"
    }
  }
}
