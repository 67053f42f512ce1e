import Reporting

/// The largest rows of a table, in the order of the table. Rows that are tiny beside the largest are left out, as are
/// those of rounding.
struct Largest<Row> {
  /// The rows that are shown.
  let rows: [Row]
  /// The same, the largest first.
  let sorted: [Row]
  /// How many rows are more than rounding.
  let count: Int
  /// Which share the rows that are shown have of the sizes of all.
  let share: Double

  /// What is below this part of the largest row is not seen in a picture.
  private static var visible: Double { 1e-3 }
  /// What is below this part of the largest row is rounding.
  private static var rounding: Double { 1e-7 }
  /// Whether a figure that is this small is rounding, whatever the others are.
  private static var nothing: Double { 1e-9 }

  /// - Parameters:
  ///   - rows: all rows, in the order of the table.
  ///   - most: how many are shown at most.
  ///   - isSummed: whether the picture sums rows, so that small ones count too.
  ///   - figure: by whose size they are compared.
  init(_ rows: [Row], most: Int, isSummed: Bool = false, by figure: (Row) -> Double) {
    let sizes = rows.map { abs(figure($0)) }
    let largest = sizes.max() ?? 0
    guard largest > Self.nothing else {
      (self.rows, sorted, count, share) = ([], [], 0, 1)
      return
    }
    count = sizes.count { $0 > Self.rounding * largest }
    let least = isSummed ? Self.rounding : Self.visible
    let order = rows.indices.filter { sizes[$0] > least * largest }
      .sorted { (sizes[$1], $0) < (sizes[$0], $1) }.prefix(most)
    share = order.map { sizes[$0] }.reduce(0, +) / sizes.reduce(0, +)
    sorted = order.map { rows[$0] }
    self.rows = order.sorted().map { rows[$0] }
  }

  /// The largest row.
  var largest: Row? { sorted.first }

  /// How many rows are shown of how many, and which part of all they are together; empty if all are shown.
  ///
  /// - Parameters:
  ///   - things: what rows are, in the plural.
  ///   - whole: what all rows are together.
  ///   - table: where all are.
  func rest(_ things: String, of whole: String, in table: String) -> String {
    let part = share > 0.999 ? "more than 99.9%" : NumberText.percent(share)
    return RowLimit.largest.rest(
      rows.count, of: count, "\(things), \(part) of \(whole)", in: table)
  }
}
