/// Which countries report imports, and for which periods: by a row of any goods and partners.
struct ReportingCountries {
  /// By their codes in the files.
  private var countries: [String: Country] = [:]
  private var periods: [String: Set<TradePeriod>] = [:]

  mutating func note(_ report: ComtradeReport) {
    guard report.flow == .imports else { return }
    let code = report.identity.pair.reporter
    countries[code] = report.reporter
    periods[code, default: []].insert(report.period)
  }

  /// The countries with their periods of one length.
  ///
  /// - Parameter months: months in which a country has rows of other goods too.
  func periods(
    _ frequency: TradePeriod.Frequency, _ months: MonthsOfYears
  ) -> [(country: Country, periods: Set<TradePeriod>)] {
    countries.sorted { $0.key < $1.key }.map { code, country in
      let own = (periods[code] ?? []).filter { $0.frequency == frequency }
      return (
        country, frequency == .month ? own.union(months.imports(ofReporter: code)) : own
      )
    }
  }
}
