/// Which months of a year each country reports.
struct MonthsOfYears {
  /// A bit for each month.
  private var found: [ComtradeReader.Year: UInt16] = [:]

  mutating func note(_ month: ComtradeReader.Month) {
    found[month.year, default: 0] |= 1 << month.month
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

  /// The reports of years. The months of a year stand for it where it has no annual figure of the flow, and the reporter
  /// has rows of all 12 months in this direction, of any goods and partners. Call it once, after all files are read.
  mutating func yearlyReports() -> [ComtradeReport] {
    let reports = reports()
    let ofYears = Set(reports.filter { $0.period.month == nil }.map(\.identity))
    return reports.compactMap { report in
      guard report.period.month != nil else { return report }
      var identity = report.identity
      identity.pair.period = TradePeriod(year: report.period.year)
      if ofYears.contains(identity) {
        count(.setAside, "a month of a year whose annual figure is there, which counts", report)
        return nil
      }
      let pair = identity.pair
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
