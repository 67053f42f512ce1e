import EarlyWarning
import Importing
import TestSupport

/// What could be seen of trade, made by hand.
enum SampleWatch {
  static let asOf = TradePeriod(year: 2025)
  static let metal = TradeGood(
    id: "metal", name: "Rare-earth metals", codes: ["280530"], isCommodity: true)
  static let ore = TradeGood(id: "ore", codes: ["284690"], isCommodity: true)

  static let fall = Alert(
    good: "metal", origin: "CHN", since: asOf, asOf: asOf, reasons: [.fall, .jump], fall: 0.8,
    z: 4.2,
    cusum: 3, usualShare: 0.9, isDependent: true)
  static let newly = Alert(
    good: "ore", origin: "AUS", since: asOf, asOf: asOf, reasons: [.dependent])

  static let price = AlertPrice(
    period: "2025", horizonMonths: 12, factor: 0.2,
    plan: .init(
      monthsToShortage: 2, lostLeast: 10, lostMost: 14, serviceLeast: 0.7, serviceMost: 0.8),
    withoutGoals: .init(
      monthsToShortage: 1, lostLeast: 20, lostMost: 20, serviceLeast: 0.5, serviceMost: 0.5),
    missing: 36, coveredShare: 0.3,
    covers: [
      .init(kind: .stock, id: "JPN", amount: 2), .init(kind: .origin, id: "AUS", amount: 8.5),
      .init(kind: .project, id: "plant", amount: 20, ready: "2027"),
    ])

  static let pricing = Watch.Pricing(
    instance: "watched", model: "less", home: "JPN", homeName: "Japan", currency: "USD million",
    period: "2025", months: 12)

  static func watch(
    alerts: [PricedAlert], pricing: Watch.Pricing? = pricing, withoutPast: [String] = [],
    remarks: [String] = []
  ) -> Watch {
    let record = { (good: TradeGood, origin: String, year: Int, tons: Double) in
      TradeRecord(
        good: good.id, origin: origin, destination: "JPN", period: TradePeriod(year: year),
        imports: TradeFigures(value: 20 * tons, tons: tons), exports: nil,
        place: FilePlace(file: "trade.csv", line: year - 2000))
    }
    let records = TradeRecords(
      source: .comtrade, frequency: .year, goods: [metal, ore],
      records: [
        record(metal, "AUS", 2024, 5), record(metal, "CHN", 2024, 45),
        record(metal, "AUS", 2025, 6),
        record(metal, "CHN", 2025, 9), record(ore, "AUS", 2025, 7),
      ], placeNames: ["CHN": "China", "AUS": "Australia", "JPN": "Japan"])
    let importer = Importer(id: "JPN", name: "Japan")
    let figure = { (kind: Indicator.Kind, amount: Double?, limit: Double?, passes: Bool?) in
      Indicator(
        good: "metal", importer: "JPN", period: "2025", basis: .tons, kind: kind, amount: amount,
        limit: limit, passes: passes, origin: kind == .largestShare ? "CHN" : nil)
    }
    return Watch(
      importer: importer, asOf: asOf, source: .comtrade, goods: [metal, ore],
      trade: [metal, ore].map { GoodTrade($0, of: records, importer: importer) },
      indicators: [
        figure(.cdi1, 0.52, 0.4, true), figure(.cdi2, 1, 0.5, true), figure(.cdi3, nil, 1, true),
        figure(.largestShare, 0.6, nil, nil), figure(.tonsChange, -0.7, nil, nil),
      ], alerts: alerts,
      mirrorGaps: [.init(good: "metal", origin: "CHN", gap: 0.5)],
      rows: [fall: [FilePlace(file: "trade.csv", line: 25)]], pricing: pricing,
      goodsWithoutPast: withoutPast, remarks: remarks,
      summary: ImportSummary())
  }
}
