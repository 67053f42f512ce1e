/// Makes records of reports to the UN: of each flow what its importer and what its exporter reports.
struct ComtradeRecords {
  private let map: ImportMap
  private let goods: [TradeGood]
  private var found: [TradeRecordKey: TradeRecord] = [:]
  private var inner: [String: [TradePeriod: [String: TradeFigures]]] = [:]
  private var names: [String: String] = [:]
  /// What countries report of their imports from other places, by place and country.
  private var reporters: [String: [String: [TradePeriod: Double]]] = [:]
  private(set) var summary: ImportSummary

  /// - Parameters:
  ///   - reports: of one length of periods.
  ///   - map: what countries are places.
  ///   - goods: in their order.
  init(
    _ reports: [ComtradeReport], map: ImportMap, goods: [TradeGood], summary: ImportSummary
  ) {
    self.map = map
    self.goods = goods
    let combined = CombinedReports(reports, summary: summary)
    self.summary = combined.summary
    let places = Dictionary(
      goods.enumerated().flatMap { place, good in good.codes.map { ($0, place) } }
    ) { first, _ in first }
    for (trade, sides) in combined.sides.sorted(by: { $0.key < $1.key }) {
      if let good = places[trade.code] { add(trade, sides, good: good) }
    }
  }

  private mutating func add(
    _ trade: CountryTrade, _ sides: CombinedReports.Sides, good: Int
  ) {
    let (origin, destination) = (place(trade.origin), place(trade.destination))
    let (imports, reexports) = (sides[.imports], sides[.reexports])
    guard origin != destination else {
      if let figures = (imports ?? sides[.exports])?.figures {
        inner[goods[good].id, default: [:]][trade.period, default: [:]][origin, default: .none] +=
          figures
      }
      for side in sides.values {
        count(.kept, "inside one region of the map (\(origin))", side.places)
      }
      return
    }
    if let imports {
      reporters[destination, default: [:]][trade.destination.code, default: [:]][
        trade.period, default: 0] += imports.total
    }
    let exports = domestic(sides[.exports], reexports)
    count(.kept, "what an importer reports", imports?.places ?? [])
    count(
      .note, "weight estimated by the UN", (imports?.estimated ?? []) + (exports?.estimated ?? []))
    let sources = (imports?.places ?? []) + (exports?.places ?? [])
    guard let first = sources.min() else { return }
    let key = TradeRecordKey(
      good: good, period: trade.period, origin: origin, destination: destination)
    var record =
      found[key]
      ?? TradeRecord(
        good: goods[good].id, origin: origin, destination: destination, period: trade.period,
        imports: nil, exports: nil, place: first)
    record.place = min(record.place, first)
    merge(imports?.figures, exports?.figures, into: &record)
    found[key] = record
  }

  /// Adds a flow between two countries to that between two places. If importers report a part of it only, what exporters
  /// report of the rest counts with their reports.
  private func merge(
    _ imports: TradeFigures?, _ exports: TradeFigures?, into record: inout TradeRecord
  ) {
    if record.imports != nil {
      if let more = imports ?? exports { record.imports? += more }
    } else if let imports {
      record.imports = record.exports ?? TradeFigures.none
      record.imports? += imports
    }
    if let exports {
      record.exports = record.exports ?? TradeFigures.none
      record.exports? += exports
    }
  }

  /// Exports without re-exports; nil if nothing is left of them.
  private mutating func domestic(_ exports: TradeSide?, _ reexports: TradeSide?) -> TradeSide? {
    guard let exports else {
      count(.leftOut, "re-exports of exports that the files lack", reexports?.places ?? [])
      return nil
    }
    guard case .part(let own, let remark) = DomesticExports(exports: exports, reexports: reexports)
    else {
      count(.leftOut, "exports that are all re-exports", exports.places)
      count(.setAside, "re-exports, taken off the exporter's exports", reexports?.places ?? [])
      return nil
    }
    count(.kept, "what an exporter reports", exports.places)
    count(
      .setAside,
      remark == .nothingKnown
        ? "re-exports without a figure to compare: nothing is taken off"
        : "re-exports, taken off the exporter's exports", reexports?.places ?? [])
    if let remark { count(.note, remark.text, Array(exports.places.prefix(1))) }
    return own
  }

  private mutating func place(_ country: Country) -> String {
    let place = map.place(of: country)
    if place == country.code, !country.name.isEmpty { names[place] = country.name }
    return place
  }

  private mutating func count(_ fate: ImportSummary.Fate, _ reason: String, _ places: [FilePlace]) {
    for place in places { summary.count(fate, reason, at: place) }
  }

  /// The records.
  ///
  /// - Parameters:
  ///   - frequency: the length of the periods.
  ///   - reporting: the countries that report imports of any goods, with the periods.
  ///   - world: the exports of the world.
  func records(
    _ frequency: TradePeriod.Frequency,
    reporting: [(country: Country, periods: Set<TradePeriod>)],
    world: [String: [TradePeriod: [String: TradeFigures]]]
  ) -> TradeRecords {
    var records = TradeRecords(
      source: .comtrade, frequency: frequency, goods: goods,
      records: found.sorted { $0.key < $1.key }.map(\.value), worldExports: world,
      placeNames: names, summary: summary)
    records.intraTrade = inner
    records.reporters = reporters
    for (country, periods) in reporting {
      for period in periods {
        records.reporters[map.place(of: country), default: [:]][country.code, default: [:]][
          period, default: 0] += 0
      }
    }
    return records
  }
}
