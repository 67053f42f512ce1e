/// Which months of a year each country reports.
struct MonthsOfYears {
  /// A bit for each month.
  private var found: [ComtradeReader.Year: UInt16] = [:]

  mutating func note(_ month: ComtradeReader.Month) {
    found[month.year, default: 0] |= 1 << month.month
  }

  /// The months for which a country has rows of imports, of any goods.
  ///
  /// - Parameter code: its code in the file.
  func imports(ofReporter code: String) -> Set<TradePeriod> {
    Set(
      found.filter { $0.key.reporter == code && $0.key.flow == .imports }.flatMap { year, bits in
        (1...12).filter { bits & 1 << $0 != 0 }.map { TradePeriod(year: year.year, month: $0) }
      })
  }

  /// How many of the twelve months have no row.
  func missing(_ year: ComtradeReader.Year) -> Int { 12 - (found[year] ?? 0).nonzeroBitCount }
}

extension ComtradeReader {
  /// The imports, exports or re-exports of a reporter in a year.
  struct Year: Hashable {
    /// The code of the reporter in the file.
    var reporter: String
    var flow: ComtradeReport.Flow
    var year: Int
  }

  struct Month {
    var year: Year
    /// 1 to 12.
    var month: Int
  }

  /// The reports of years. The months of a year stand for it where it has no annual figure of the flow, none between the
  /// two areas in another edition of the HS, and the reporter has rows of all 12 months in this direction, of any goods
  /// and partners. Call it once, after all files are read.
  mutating func yearlyReports() -> [ComtradeReport] {
    let reports = reports()
    let annual = reports.filter { $0.period.month == nil }
    let ofYears = Set(annual.map(\.identity))
    // Reports of a pair in a period are of one edition.
    let editions = Dictionary(annual.map { ($0.identity.pair, $0.edition) }) { first, _ in first }
    return reports.compactMap { report in
      guard report.period.month != nil else { return report }
      var identity = report.identity
      identity.pair.period = TradePeriod(year: report.period.year)
      if ofYears.contains(identity) {
        count(.setAside, "a month of a year whose annual figure is there, which counts", report)
        return nil
      }
      let pair = identity.pair
      if let edition = editions[pair], edition != report.edition {
        count(
          .setAside,
          "a month in another edition of the HS than the annual figures of the two countries, which count",
          report)
        return nil
      }
      let missing = months.missing(
        Year(reporter: pair.reporter, flow: pair.flow, year: report.period.year))
      guard missing == 0 else {
        let months = missing == 1 ? "1 month is" : "\(missing) months are"
        count(
          .leftOut,
          "monthly: \(months) missing of the \(pair.flow.rawValue) of \(report.reporter.code) in \(report.period.year), and a part of a year is no year",
          report)
        return nil
      }
      count(.note, "a month: the year is the sum of its 12 months", report)
      var year = report
      year.period = identity.pair.period
      return year
    }
  }
}
