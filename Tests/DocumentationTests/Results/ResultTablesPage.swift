import Reporting

/// The section of the page of formats that shows result tables.
struct ResultTablesPage {
  let index: ResultIndex
  let tables: [TableDefinition]

  var text: String {
    let head = """
      A result table is a CSV file in UTF-8 with one header line. Numbers have a point and no thousands separators. Money \
      is in the instance's currency, units are those of the commodity, a share or an index is from 0 to 1. Columns of \
      ids and labels have the unit `text`. The unit of the objective is that of its last stage: discounted money for \
      `cost`; money for `capex`, `support`, `shortage` and `loss`; units for `flow`, or money with `measure: value`. \
      A sharing arrangement is written `own`, `pooled`, `quota=30%` or `iep`, with `+max_min` if the worst-served come first. \
      Where no *Blank* is given, no cell of the column is blank.

      In the tables of a unilateral run each planner has projects of its own, named `PROJECT.PLANNER`, such as `home-mine.others`: the \
      planner is a member, or `others` for all other regions together.
      """
    return ([index.text, head] + tables.map(section)).joined(separator: "\n\n")
  }

  private func section(_ table: TableDefinition) -> String {
    var lines = [
      "### \(table.heading)", "",
      "Written by \(table.places.map(\.rawValue).code). \(table.rows)", "",
      "| column | unit | meaning |", "| --- | --- | --- |",
    ]
    for column in table.columns {
      let blank = column.blank.map { " *Blank:* \($0)." } ?? ""
      lines.append("| `\(column.name)` | \(column.unit) | \(column.meaning.cell)\(blank.cell) |")
    }
    return lines.joined(separator: "\n")
  }
}

extension TableDefinition {
  /// Of its section on the page.
  var heading: String { "\(name).csv" + (variant.map { ", \($0)" } ?? "") }
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
