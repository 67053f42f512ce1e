import Reporting

extension ReportTable {
  /// Rows with given texts in some columns.
  func rows(where wanted: [String: String]) -> [Int] {
    (0..<rowCount).filter { row in wanted.allSatisfy { text(row, $0.key) == $0.value } }
  }
}
