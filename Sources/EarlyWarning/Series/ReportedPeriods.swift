public import Importing

/// For which periods an importer's trade is known, so that an origin without a figure has sent nothing.
///
/// A country reports a period if the files have a row of its imports there. Where several countries make up the importer
/// (members of a bloc, countries of a region of the map), a period that one of them has not reported misses what it buys:
/// before its first report, after its last one, and between. A country that bought less than 1 % of the importer's
/// imports, by value, in the year of its reports next to the period does not count. BACI has no such gaps: it takes the
/// exporters' reports where an importer is silent.
public struct ReportedPeriods: Sendable, Hashable {
  /// Countries that bought less than this part of the imports may be missing.
  static let smallPart = 0.01

  /// The periods with an import of any good, whoever reports it.
  public let all: Set<TradePeriod>
  /// The periods of ``all`` that all countries that count have reported.
  public let whole: Set<TradePeriod>
  /// The countries that have not reported, in order, of each period of ``all`` with any. Empty for a single country: what
  /// is sent to it is then known from the origins.
  public let missing: [TradePeriod: [String]]
  /// The periods in which each origin reports exports of any good to anywhere.
  private let byOrigin: [String: Set<TradePeriod>]
  /// Whether the importer has reported anything.
  private let reports: Bool

  /// The periods of an importer.
  public init(_ records: TradeRecords, of importer: Importer) {
    var all: Set<TradePeriod> = []
    var own: [String: [TradePeriod: Double]] = [:]
    var byOrigin: [String: Set<TradePeriod>] = [:]
    for record in records.records {
      if record.exports != nil { byOrigin[record.origin, default: []].insert(record.period) }
      guard importer.contains(record.destination), record.best != nil else { continue }
      let isOutside = !importer.contains(record.origin)
      if isOutside { all.insert(record.period) }
      if let imports = record.imports {
        own[record.destination, default: [:]][record.period, default: 0] +=
          isOutside ? imports.value : 0
      }
    }
    for (place, countries) in records.reporters where importer.contains(place) {
      // The records of a place of several countries do not say which of them has reported.
      let isJoined = countries.count > 1
      if isJoined { own[place] = nil }
      for (country, values) in countries {
        own[isJoined ? country : place, default: [:]].merge(
          isJoined ? values : values.mapValues { _ in 0 }, uniquingKeysWith: +)
      }
    }
    self.all = all
    self.byOrigin = byOrigin
    reports = !own.isEmpty
    let missing = records.source == .baci || own.count < 2 ? [:] : Self.missing(own, of: all)
    self.missing = missing
    let reported = all.intersection(own.values.flatMap(\.keys))
    whole = reported.filter { missing[$0] == nil }
  }

  /// The last period that all countries that count have reported; nil if there is none.
  public var last: TradePeriod? { whole.max() }

  /// The periods for which shares of origins can be told: ``whole``, or ``all`` if the importer never reports, so that all
  /// that is known comes from the origins.
  public var comparable: Set<TradePeriod> { reports ? whole : all }

  /// Whether an origin without a figure in a period has sent nothing: the importer has reported the period, or else the
  /// origin has.
  public func isKnown(_ origin: String, in period: TradePeriod) -> Bool {
    if whole.contains(period) { return true }
    return missing[period] == nil && byOrigin[origin]?.contains(period) == true
  }

  /// Which countries have not reported a period, of those that buy enough.
  private static func missing(
    _ own: [String: [TradePeriod: Double]], of all: Set<TradePeriod>
  ) -> [TradePeriod: [String]] {
    var missing: [TradePeriod: [String]] = [:]
    for (country, values) in own {
      let reported = values.keys.sorted()
      guard let first = reported.first else { continue }
      var isLarge: [TradePeriod: Bool] = [:]
      for period in all where values[period] == nil {
        let before = reported.last { $0 < period }
        // The year that ends with the last report before; else the year that begins with the first report.
        let end = before ?? first.advanced(by: first.frequency.perYear - 1)
        let counts = isLarge[end] ?? buysMuch(country, own, in: TradeWindow(end: end))
        isLarge[end] = counts
        if counts { missing[period, default: []].append(country) }
      }
    }
    return missing.mapValues { $0.sorted() }
  }

  private static func buysMuch(
    _ country: String, _ own: [String: [TradePeriod: Double]], in year: TradeWindow
  ) -> Bool {
    let bought = own.mapValues { values in year.periods.reduce(0) { $0 + (values[$1] ?? 0) } }
    let whole = bought.keys.sorted().reduce(0) { $0 + (bought[$1] ?? 0) }
    return (bought[country] ?? 0) > smallPart * whole
  }
}
