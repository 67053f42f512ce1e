import Importing

/// What part of a good's imports comes from each origin: usually, and in the last year.
struct UsualShares {
  /// In the up to five years before the last one, 0 to 1.
  let usual: [String: Double]
  /// In the year that ends with the period, 0 to 1.
  let latest: [String: Double]

  /// By tons where the good has any, else by value.
  init(_ trade: GoodTrade, asOf: TradePeriod) {
    let window = TradeWindow(end: asOf)
    let perYear = asOf.frequency.perYear
    let years = (1...PeriodSeries.mostYears).map {
      TradeWindow(end: asOf.advanced(by: -$0 * perYear))
    }
    latest = Self.shares(trade, in: [window])
    usual = Self.shares(trade, in: years)
  }

  /// The larger of both; 0 if the origin has sent nothing.
  func largest(_ origin: String) -> Double { max(usual[origin] ?? 0, latest[origin] ?? 0) }

  private static func shares(_ trade: GoodTrade, in windows: [TradeWindow]) -> [String: Double] {
    var sums: [String: TradeFigures] = [:]
    for window in windows {
      for (origin, figures) in trade.imports(in: window) {
        sums[origin, default: .none] += figures
      }
    }
    let tons = sums.mapValues { $0.tons ?? 0 }
    let amounts = tons.values.contains { $0 > 0 } ? tons : sums.mapValues(\.value)
    let whole = amounts.keys.sorted().reduce(0) { $0 + (amounts[$1] ?? 0) }
    return whole > 0 ? amounts.mapValues { $0 / whole } : [:]
  }
}
