import EarlyWarning
import Importing

/// Trade of one good, made in tests.
enum MadeTrade {
  static let good = TradeGood(id: "280530", codes: ["280530"], isCommodity: false)
  static let home = Importer(id: "HOM", name: "Home")

  /// What goes from one place to another, in US dollars and tons. Without `value` a ton is worth 10 USD.
  static func flow(
    _ origin: String, _ destination: String, _ period: TradePeriod, tons: Double?,
    value: Double? = nil, reported: TradeFigures? = nil
  ) -> TradeRecord {
    TradeRecord(
      good: good.id, origin: origin, destination: destination, period: period,
      imports: TradeFigures(value: value ?? tons.map { 10 * $0 }, tons: tons), exports: reported,
      place: FilePlace(file: "trade.csv", line: 2))
  }

  /// The same, into ``home``.
  static func flow(
    _ origin: String, _ period: TradePeriod, tons: Double?, value: Double? = nil,
    reported: TradeFigures? = nil
  ) -> TradeRecord {
    flow(origin, "HOM", period, tons: tons, value: value, reported: reported)
  }

  static func year(_ year: Int) -> TradePeriod { TradePeriod(year: year) }

  static func records(
    _ flows: [TradeRecord], source: TradeRecords.Source = .baci,
    world: [TradePeriod: [String: TradeFigures]] = [:], names: [String: String] = [:]
  ) -> TradeRecords {
    TradeRecords(
      source: source, frequency: flows.first?.period.frequency ?? .year, goods: [good],
      records: flows, worldExports: [good.id: world], placeNames: names)
  }

  static func trade(
    _ flows: [TradeRecord], importer: Importer = home, source: TradeRecords.Source = .baci,
    world: [TradePeriod: [String: TradeFigures]] = [:], names: [String: String] = [:]
  ) -> GoodTrade {
    GoodTrade(
      good, of: records(flows, source: source, world: world, names: names), importer: importer)
  }
}

extension IndicatorSet {
  /// The row of a kind; the first basis if none is given.
  func row(_ kind: Indicator.Kind, _ basis: TradeBasis? = nil) -> Indicator? {
    indicators.first { $0.kind == kind && (basis == nil || $0.basis == basis) }
  }
}
