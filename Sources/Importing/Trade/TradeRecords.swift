/// Trade of goods by origin, destination and period, as files of trade statistics have it: what `watch` looks at.
public struct TradeRecords: Sendable {
  /// Where the records come from.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// UN Comtrade: importer and exporter report apart.
    case comtrade = "UN Comtrade"
    /// BACI of CEPII: one figure reconciles both reports, for all countries of the world.
    case baci = "BACI"
  }

  /// Where they come from.
  public var source: Source
  /// The length of all periods. Where files have years and months, months are kept.
  public var frequency: TradePeriod.Frequency
  /// The goods of the records, in the order of the map, or of their codes.
  public var goods: [TradeGood]
  /// The flows, sorted by good, period, origin and destination; one for each of these.
  public var records: [TradeRecord]
  /// What each country exports to all others, by good, period and origin; it also has flows that ``records`` leave out.
  /// A good and a period are there only if the files have the exports of the world.
  public var worldExports: [String: [TradePeriod: [String: TradeFigures]]]
  /// What the countries of a region of the map sell each other, by good, period and region. ``records`` do not have it.
  public var intraTrade: [String: [TradePeriod: [String: TradeFigures]]] = [:]
  /// What each country reports of its imports into a place, by place, country and period: US dollars from other places, 0
  /// if it reports other goods or partners only. Empty where countries do not report apart, as in BACI.
  public var reporters: [String: [String: [TradePeriod: Double]]] = [:]
  /// Names of the places, by their ids.
  public var placeNames: [String: String]
  /// What was read, kept and left out.
  public var summary: ImportSummary

  /// Records of a source.
  public init(
    source: Source, frequency: TradePeriod.Frequency, goods: [TradeGood], records: [TradeRecord],
    worldExports: [String: [TradePeriod: [String: TradeFigures]]] = [:],
    placeNames: [String: String] = [:], summary: ImportSummary = ImportSummary()
  ) {
    self.source = source
    self.frequency = frequency
    self.goods = goods
    self.records = records
    self.worldExports = worldExports
    self.placeNames = placeNames
    self.summary = summary
  }
}
