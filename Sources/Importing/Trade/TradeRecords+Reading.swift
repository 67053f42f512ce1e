public import Tables

extension TradeRecords {
  /// Reads files of trade statistics: all of UN Comtrade, with figures of months or years, or all of BACI. What they are is
  /// seen by their columns. A file may be a pipe, such as `/dev/stdin`.
  ///
  /// Of UN Comtrade, ``worldExports`` has the goods and periods for which at least 90 % of the origins, by the value that
  /// importers report from them, report their own exports. If the files have months and years, months count.
  ///
  /// - Parameters:
  ///   - files: paths of the files.
  ///   - countries: path of the list of countries of the release of BACI; nil: codes are those of UN Comtrade.
  ///   - map: which HS codes are which goods, and which countries are one place; nil: each code of six digits is a good, and
  ///     each country a place.
  ///   - touching: the places of an importer. Flows that neither come from one of them nor go to one count in
  ///     ``worldExports`` only; nil: all flows are records.
  /// - Returns: one record for each good, period and pair of places.
  /// - Throws: all problems of the files; also that they are of both sources, or that nothing in them can be used.
  public static func read(
    files: [String], countries: String? = nil, map: ImportMap? = nil, touching: Set<String>? = nil
  ) throws(InputProblems) -> TradeRecords {
    let log = ProblemLog()
    let opened = files.map { TradeFile($0, log: log) }
    let kinds = opened.compactMap(\.source)
    if let first = kinds.first, kinds.contains(where: { $0 != first }) {
      let other = opened.first { $0.source != nil && $0.source != first }
      let same = opened.first { $0.source == first }
      log.add(
        "this is a file of \(other?.source?.rawValue ?? ""), but `\(same?.path ?? "")` is of \(first.rawValue); name files of one of them",
        file: other?.path ?? "")
    }
    try log.throwIfAny()
    if kinds.first == .baci {
      return try readBACI(
        opened.lazy.map { $0.pieces(log) }, countries: countries, map: map,
        touching: touching, log: log)
    }
    if let countries {
      log.add("a list of countries is for files of BACI; leave it out", file: countries)
    }
    if let map { TradeImport.checkCodes(map, log: log) }
    var reader = ComtradeReader(
      map: map ?? ImportMap(), known: map.map { Set($0.itemsByCode.keys) }, touching: touching,
      world: WorldExports(touching: touching), years: YearFilter(), log: log)
    for file in opened { reader.read(file.pieces(log)) }
    try log.throwIfAny()
    let records = reader.records(map: map)
    guard !records.records.isEmpty else {
      throw InputProblems([records.summary.nothingKept(files)])
    }
    return records
  }
}

/// A file of trade statistics whose columns have been looked at.
private struct TradeFile {
  let path: String
  /// Nil if the file is wrong, which is noted.
  let source: TradeRecords.Source?
  /// A pipe cannot be opened again.
  private var pipe: DownloadedPieces?

  init(_ path: String, log: ProblemLog) {
    self.path = path
    let pieces = DownloadedPieces(file: path, log: log, dropsWrongRows: true)
    guard let start = pieces.start else {
      source = nil
      return
    }
    source = Self.source(start)
    if source == nil {
      let (comtrade, baci) = (ComtradeColumns.names, BACIColumns.all.map(\.name))
      log.add(
        "neither a file of UN Comtrade, with the columns \(comtrade.joined(separator: ", ")), nor one of BACI, with \(baci.joined(separator: ", "))",
        file: path, line: start.csv.headerLine)
    }
    if pieces.isPipe { pipe = pieces }
  }

  private static func source(_ table: DownloadedTable) -> TradeRecords.Source? {
    if BACIColumns.areIn(table) { return .baci }
    return ComtradeColumns.areIn(table) ? .comtrade : nil
  }

  /// The pieces of the file from its start.
  func pieces(_ log: ProblemLog) -> DownloadedPieces {
    pipe ?? DownloadedPieces(file: path, log: log, dropsWrongRows: true)
  }
}
