import Importing

/// What a reader must know about the changes of a good. What holds for all goods of an importer does not name the good.
struct ChangeRemarks {
  /// One sentence each.
  let sentences: [String]

  init(_ trade: GoodTrade, asOf: TradePeriod, histories: [OriginHistory]) {
    if let sentence = Self.unreported(trade, asOf) {
      sentences = [sentence]
      return
    }
    sentences = [
      Self.mirrored(trade, asOf), Self.tooFewYears(trade, asOf),
      Self.withoutTons(trade, asOf, histories),
    ].compactMap(\.self)
  }

  /// Why nothing is known of the period; nil if something is.
  private static func unreported(_ trade: GoodTrade, _ asOf: TradePeriod) -> String? {
    let name = trade.importer.name
    if let missing = trade.known.missing[asOf] {
      let members = missing.joined(separator: ", ")
      let verb = missing.count == 1 ? "has" : "have"
      return "\(members) of \(name) \(verb) not reported \(asOf.text): no alert from change."
    }
    guard !trade.known.all.contains(asOf) else { return nil }
    return "The files have no imports of \(name) in \(asOf.text): no alert from change."
  }

  /// That the period is known from the origins only; nil if the importer has reported it.
  private static func mirrored(_ trade: GoodTrade, _ asOf: TradePeriod) -> String? {
    guard !trade.known.whole.contains(asOf) else { return nil }
    let name = trade.importer.name
    return "\(name) has not reported \(asOf.text): only imports that origins report are known."
  }

  /// That there is too little to compare with; nil if there is enough.
  private static func tooFewYears(_ trade: GoodTrade, _ asOf: TradePeriod) -> String? {
    let perYear = asOf.frequency.perYear
    let years = (1...PeriodSeries.mostYears)
      .count(where: { trade.known.all.contains(asOf.advanced(by: -$0 * perYear)) })
    guard years < PeriodSeries.fewestYears else { return nil }
    let compared = asOf.frequency == .month ? "the same month of earlier years" : "earlier years"
    return "Imports of \(asOf.text) are compared with \(compared), at least "
      + "\(PeriodSeries.fewestYears), and the files have \(years): no alert from change."
  }

  /// Which origins have no tons in the period; nil if all have.
  private static func withoutTons(
    _ trade: GoodTrade, _ asOf: TradePeriod, _ histories: [OriginHistory]
  ) -> String? {
    let origins = histories.filter { history in
      history.change(in: asOf)?.tons == nil && trade.figures(from: history.origin, in: asOf) != nil
    }
    guard !origins.isEmpty else { return nil }
    let percent = Int((100 * ChangeLimits.weighedPart).rounded())
    return "\(trade.good.id) from \(origins.map(\.origin).joined(separator: ", ")): less than "
      + "\(percent) % of the value of \(asOf.text) has a weight, too little to tell a fall."
  }
}
