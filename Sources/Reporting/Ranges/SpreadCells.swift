import Statistics

extension Spread {
  /// What the figures of a spread are, in words. Tables and JSON take them from here.
  enum Meaning {
    static let mean = "Mean over the worlds with a value."
    static let sd = "Standard deviation, with the divisor n - 1."
    static let least = "The least value."
    static let q05 = "The 5 % quantile: 5 % of the values are below it."
    static let q25 = "The 25 % quantile."
    static let median = "The median."
    static let q75 = "The 75 % quantile."
    static let q95 = "The 95 % quantile."
    static let greatest = "The greatest value."
  }

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

  /// The columns of ``cells(_:)``.
  ///
  /// - Parameters:
  ///   - median: the name of the column of the median.
  ///   - blank: when all cells are blank.
  ///   - deviationBlank: when that of the standard deviation is.
  static func columns(
    median: String = "median", blank: String, deviationBlank: String
  ) -> [ResultColumn] {
    [
      .number("mean", .figureUnit, Meaning.mean, blank: blank),
      .number("sd", .figureUnit, Meaning.sd, blank: deviationBlank),
      .number("least", .figureUnit, Meaning.least, blank: blank),
      .number("q05", .figureUnit, Meaning.q05, blank: blank),
      .number("q25", .figureUnit, Meaning.q25, blank: blank),
      .number(median, .figureUnit, Meaning.median, blank: blank),
      .number("q75", .figureUnit, Meaning.q75, blank: blank),
      .number("q95", .figureUnit, Meaning.q95, blank: blank),
      .number("greatest", .figureUnit, Meaning.greatest, blank: blank),
    ]
  }
}
