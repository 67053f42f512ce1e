/// Which rows of a table a picture shows, where it does not show all.
enum RowLimit: String {
  /// The largest.
  case largest
  /// The first in the order of the table.
  case first
  /// Others.
  case some = ""

  /// ` Shown are the 20 largest of 143 orders; all are in investments.csv.`; empty if all are shown.
  ///
  /// - Parameters:
  ///   - shown: how many are shown.
  ///   - count: how many there are.
  ///   - things: what rows are, in the plural.
  ///   - table: where all are.
  func rest(_ shown: Int, of count: Int, _ things: String, in table: String) -> String {
    guard shown < count else { return "" }
    let rows =
      switch (self, shown) {
      case (.some, _): "\(shown)"
      case (_, 1): "the \(rawValue)"
      case (.largest, _): "the \(shown) largest"
      case (.first, _): "the first \(shown)"
      }
    return " Shown \(shown == 1 ? "is" : "are") \(rows) of \(count) \(things); all are in \(table)."
  }
}
