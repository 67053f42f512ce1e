public import Tables

extension TradeRecords {
  /// Reads files of BACI.
  ///
  /// - Parameters:
  ///   - files: paths of the files, all of one edition of the Harmonized System.
  ///   - countries: path of the list of countries of the release; nil: codes are those of UN Comtrade.
  ///   - map: which HS codes are which goods, and which countries one place. A code of two or four digits stands for all
  ///     that it begins.
  ///   - goods: without a map, the HS codes to read, each a good of its own; nil: all of the files.
  ///   - touching: the places of an importer. Flows that neither come from one of them nor go to one count in
  ///     ``worldExports`` only; nil: all flows are records.
  /// - Returns: one record for each good, year and pair of places; ``worldExports`` of every good and year.
  /// - Throws: all problems of the files and the list; also that nothing in them can be used.
  public static func readBACI(
    files: [String], countries: String? = nil, map: ImportMap? = nil, goods: Set<String>? = nil,
    touching: Set<String>? = nil
  ) throws(InputProblems) -> TradeRecords {
    let log = ProblemLog()
    return try readBACI(
      files.lazy.map { DownloadedPieces(file: $0, log: log, dropsWrongRows: true) },
      countries: countries, map: map, goods: goods, touching: touching, log: log)
  }

  /// Reads files that are opened when their turn comes.
  static func readBACI(
    _ files: some Collection<DownloadedPieces>, countries: String?, map: ImportMap?,
    goods: Set<String>? = nil, touching: Set<String>?, log: ProblemLog
  ) throws(InputProblems) -> TradeRecords {
    if let map { TradeImport.checkCodes(map, log: log) }
    let plain = map ?? ImportMap()
    var reader = BACIReader(
      wanted: map.map { Set($0.itemsByCode.keys) } ?? goods, map: plain,
      countries: countries.map { BACICountries(file: $0, log: log) } ?? BACICountries(),
      years: YearFilter(), log: log)
    reader.read(files)
    try log.throwIfAny()
    let rows = reader.takeRows()
    var found = BACIRecords(reader, map: map.map { reader.goods.naming($0) }, touching: touching)
    found.add(rows, reader)
    reader.noteUnused(plain, &found.summary)
    guard found.summary.keptCount > 0 else {
      throw InputProblems([found.summary.nothingKept(reader.files)])
    }
    return found.records
  }
}

/// Collects the records of rows of BACI.
struct BACIRecords {
  private let goods: [TradeGood]
  private let placeOfGood: [Int: Int]
  private let map: ImportMap
  private let touching: Set<String>?
  var summary: ImportSummary
  private var flows: [TradeRecordKey: TradeRecord] = [:]
  private var world: [String: [TradePeriod: [String: TradeFigures]]] = [:]
  private var inner: [String: [TradePeriod: [String: TradeFigures]]] = [:]
  private var names: [String: String] = [:]
  /// Places by the codes of countries in the files.
  private var places: [Int: String] = [:]

  /// - Parameter map: with the codes of the files; nil: each code is a good.
  init(_ reader: BACIReader, map: ImportMap?, touching: Set<String>?) {
    goods = map?.goods ?? reader.goods.each
    placeOfGood = Dictionary(
      goods.enumerated().flatMap { place, good in
        good.codes.compactMap { Int($0) }.map { ($0, place) }
      }
    ) { first, _ in first }
    self.map = map ?? ImportMap()
    self.touching = touching
    summary = reader.summary
  }

  mutating func add(_ rows: [BACIRow], _ reader: BACIReader) {
    for row in rows {
      guard let good = placeOfGood[row.code] else { continue }
      let (origin, destination) = (place(row.exporter, reader), place(row.importer, reader))
      let isOwn = reader.country(row.exporter) == reader.country(row.importer)
      if let reason = row.objection(isOwn) {
        summary.count(.leftOut, reason, at: reader.place(of: row))
        continue
      }
      let figures = TradeFigures(value: row.value, tons: row.tons)
      let period = TradePeriod(year: row.year)
      if origin == destination {
        inner[goods[good].id, default: [:]][period, default: [:]][origin, default: .none] +=
          figures
        let reason = "inside one region of the map (\(origin))"
        summary.count(.kept, reason, at: reader.place(of: row))
        continue
      }
      world[goods[good].id, default: [:]][period, default: [:]][origin, default: .none] += figures
      guard isRecord(origin, destination) else {
        summary.count(
          .kept, "a flow between others: it counts in the exports of the world",
          at: reader.place(of: row))
        continue
      }
      summary.count(.kept, BACIFlows.reason, at: reader.place(of: row))
      let key = TradeRecordKey(good: good, period: period, origin: origin, destination: destination)
      add(figures, key, at: reader.place(of: row))
    }
  }

  private mutating func add(_ figures: TradeFigures, _ key: TradeRecordKey, at place: FilePlace) {
    flows[
      key,
      default: TradeRecord(
        good: goods[key.good].id, origin: key.origin, destination: key.destination,
        period: key.period, imports: TradeFigures.none, exports: nil, place: place)
    ].imports? += figures
  }

  /// Whether a flow goes into the importer or out of it, or all flows are records.
  private func isRecord(_ origin: String, _ destination: String) -> Bool {
    touching.map { $0.contains(origin) || $0.contains(destination) } ?? true
  }

  private mutating func place(_ code: Int, _ reader: BACIReader) -> String {
    if let known = places[code] { return known }
    let country = reader.country(code)
    let place = map.place(of: country)
    if place == country.code, country.number > 0 { names[place] = country.name }
    places[code] = place
    return place
  }

  var records: TradeRecords {
    var records = TradeRecords(
      source: .baci, frequency: .year, goods: goods,
      records: flows.sorted { $0.key < $1.key }.map(\.value), worldExports: world,
      placeNames: names, summary: summary)
    records.intraTrade = inner
    return records
  }
}

extension BACIGoods {
  /// The codes of the files that are read, each as a good.
  var each: [TradeGood] {
    Set(parts.values.flatMap { $0 }).sorted().map {
      TradeGood(id: $0, codes: [$0], isCommodity: false)
    }
  }
}
