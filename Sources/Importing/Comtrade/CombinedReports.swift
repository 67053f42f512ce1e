/// The reports of countries by trade and direction, those of several codes of one country added up.
struct CombinedReports {
  typealias Sides = [ComtradeReport.Flow: TradeSide]

  private(set) var sides: [CountryTrade: Sides] = [:]
  private(set) var account = ValueAccount()
  private(set) var summary: ImportSummary
  /// Figures of codes of the same flow, to find one that is given twice.
  private var figures: Set<Figures> = []

  private struct Figures: Hashable {
    var trade: CountryTrade
    var flow: ComtradeReport.Flow
    /// Months of a year may have the same figures.
    var period: TradePeriod
    var tons: Double
    var value: Double
  }

  init(_ reports: [ComtradeReport], summary: ImportSummary) {
    self.summary = summary
    for report in reports { add(report) }
  }

  private mutating func add(_ report: ComtradeReport) {
    let source = ValueAccount.Source(
      code: report.identity.code, reporter: report.reporter, year: report.period.year)
    let isImport = report.flow == .imports
    guard case .country(let partner) = report.partner else {
      if isImport, let value = report.value { note(value, of: report, source) }
      summary.count(.leftOut, "partner \(report.partner.words)", at: report.place)
      return
    }
    guard partner != report.reporter else {
      if isImport, let value = report.value { account.addOwn(value, source, at: report.place) }
      summary.count(.leftOut, "from a country to itself", at: report.place)
      return
    }
    guard report.tons != nil || report.value != nil else {
      summary.count(.leftOut, "neither weight nor value", at: report.place)
      // That there are re-exports is known, so exports do not count whole without a word.
      if report.flow == .reexports {
        sides[report.trade(with: partner), default: [:]][.reexports, default: TradeSide()].add(
          report)
      }
      return
    }
    if isImport { account.addRead(report.value ?? 0, source, at: report.place) }
    let trade = report.trade(with: partner)
    sides[trade, default: [:]][report.flow, default: TradeSide()].add(report)
    if let tons = report.tons, let value = report.value,
      !figures.insert(figures(report, trade, tons, value)).inserted
    {
      summary.count(
        .note,
        "two codes of one country have the same figures, which are added up: if they are one figure, omit a code in `areas`",
        at: report.place)
    }
  }

  private func figures(
    _ report: ComtradeReport, _ trade: CountryTrade, _ tons: Double, _ value: Double
  ) -> Figures {
    Figures(
      trade: trade, flow: report.flow, period: report.identity.pair.period, tons: tons, value: value
    )
  }

  /// Values of the world, and of areas that are no countries.
  private mutating func note(
    _ value: Double, of report: ComtradeReport, _ source: ValueAccount.Source
  ) {
    switch report.partner {
    case .aggregate(let name):
      if name == "World" { account.addWorld(value, source, at: report.place) }
    default: account.addRead(value, source, at: report.place)
    }
  }
}
