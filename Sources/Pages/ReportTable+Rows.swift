package import Reporting

extension ReportTable {
  /// One row of a table by the names of its columns.
  package struct Row {
    let table: ReportTable
    let row: Int

    /// A cell as text; empty if it is blank.
    package func text(_ column: String) -> String { table.text(row, column) }
    /// A cell as a number; nil if it is none.
    package func number(_ column: String) -> Double? { table.number(row, column) }
  }

  /// The rows, in their order.
  package var rows: [Row] { (0..<rowCount).map { Row(table: self, row: $0) } }
}
