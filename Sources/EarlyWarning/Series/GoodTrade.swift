public import Importing

/// The trade of one good of an importer, period by period: its imports by origin, its exports, the world's exports.
///
/// Imports are from origins outside the importer, exports go to others. What nobody reports is not there; it is not 0.
public struct GoodTrade: Sendable {
  /// The good.
  public let good: TradeGood
  /// Whose imports.
  public let importer: Importer
  /// Months or years.
  public let frequency: TradePeriod.Frequency
  /// Where the figures come from.
  public let source: TradeRecords.Source
  /// What the importer buys from each origin, by period: its own report, or else the exporter's.
  public let imports: [TradePeriod: [String: TradeFigures]]
  /// What each origin reports of its exports to the importer, where the importer reports the flow too.
  public let mirror: [TradePeriod: [String: (imports: TradeFigures, exports: TradeFigures)]]
  /// What the importer sells to all others, by period.
  public let exports: [TradePeriod: TradeFigures]
  /// What the members of a bloc, or the countries of a region of the map, sell each other, by period.
  public let intraTrade: [TradePeriod: TradeFigures]
  /// What each country sells to all others, by period; only periods for which the files have the whole world.
  public let worldExports: [TradePeriod: [String: TradeFigures]]
  /// Names of places.
  public let placeNames: [String: String]
  /// The periods for which the importer's trade is known, of any good.
  public let known: ReportedPeriods

  /// Collects the trade of one good.
  public init(_ good: TradeGood, of records: TradeRecords, importer: Importer) {
    self.init(
      good, of: records, importer: importer, known: ReportedPeriods(records, of: importer),
      rows: records.records.filter { $0.good == good.id })
  }

  /// Collects the trade of every good of some records, in their order. It is faster than one good at a time.
  public static func all(of records: TradeRecords, importer: Importer) -> [GoodTrade] {
    let known = ReportedPeriods(records, of: importer)
    let rows = Dictionary(grouping: records.records, by: \.good)
    return records.goods.map {
      GoodTrade($0, of: records, importer: importer, known: known, rows: rows[$0.id] ?? [])
    }
  }

  private init(
    _ good: TradeGood, of records: TradeRecords, importer: Importer, known: ReportedPeriods,
    rows: [TradeRecord]
  ) {
    self.good = good
    self.importer = importer
    self.known = known
    frequency = records.frequency
    source = records.source
    placeNames = records.placeNames
    worldExports = records.worldExports[good.id] ?? [:]
    var imports: [TradePeriod: [String: TradeFigures]] = [:]
    var mirror: [TradePeriod: [String: (imports: TradeFigures, exports: TradeFigures)]] = [:]
    var exports: [TradePeriod: TradeFigures] = [:]
    var intra: [TradePeriod: TradeFigures] = [:]
    for (period, places) in records.intraTrade[good.id] ?? [:] {
      for (place, figures) in places.sorted(by: { $0.key < $1.key })
      where importer.contains(place) { intra[period, default: .none] += figures }
    }
    for record in rows {
      let comesIn = importer.contains(record.destination)
      let goesOut = importer.contains(record.origin)
      guard comesIn || goesOut, let best = record.best, record.origin != record.destination else {
        continue
      }
      if comesIn && goesOut {
        intra[record.period, default: .none] += best
        continue
      }
      if goesOut {
        exports[record.period, default: .none] += best
        continue
      }
      imports[record.period, default: [:]][record.origin, default: .none] += best
      if let own = record.imports, let other = record.exports {
        var pair = mirror[record.period]?[record.origin] ?? (.none, .none)
        pair.imports += own
        pair.exports += other
        mirror[record.period, default: [:]][record.origin] = pair
      }
    }
    self.imports = imports
    self.mirror = mirror
    self.exports = exports
    intraTrade = intra
  }

  /// What an origin has sent in a period: 0 t and 0 USD if it has no figure in a period whose trade is known; nil if
  /// nothing is reported, or members of a bloc that buy much have not yet reported the period.
  public func figures(from origin: String, in period: TradePeriod) -> TradeFigures? {
    if known.missing[period] != nil { return nil }
    if let found = imports[period]?[origin] { return found }
    return known.isKnown(origin, in: period) ? TradeFigures(value: 0, tons: 0) : nil
  }

  /// All origins that have ever sent something, in order.
  public var origins: [String] { Set(imports.values.flatMap(\.keys)).sorted() }
}
