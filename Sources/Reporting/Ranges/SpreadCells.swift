import Statistics

extension Spread {
  /// The cells of a spread, in the order of the tables that have one: mean, standard deviation, least value, quantiles at
  /// 5, 25, 50, 75 and 95 %, greatest value.
  ///
  /// - Parameter spread: nil where there are no values; then all cells are blank.
  static func cells(_ spread: Spread?) -> [ReportTable.Cell] {
    [
      spread?.mean, spread?.standardDeviation, spread?.least, spread?.q05, spread?.q25,
      spread?.median, spread?.q75, spread?.q95, spread?.greatest,
    ].map { .number(ifAny: $0) }
  }
}
