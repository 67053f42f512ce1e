extension ComtradeReader {
  /// Notes codes of the map that no row has: typing errors, or files that are missing. Call it after all files are read.
  mutating func noteUnused(_ map: ImportMap) {
    noteUnusedAreas(map)
    for item in map.items {
      for code in item.codes where !seenCodes.contains(code) {
        let parts = (parts[code] ?? []).sorted().prefix(8).joined(separator: ", ")
        note(
          "HS \(code) of the map: no usable row has it"
            + (parts.isEmpty ? "" : "; its parts in the files are \(parts): name them instead"),
          at: FilePlace(file: map.file, line: item.line))
      }
    }
  }

  /// The records of what was read. Call it once, after all files are read.
  ///
  /// If there are reports of months, those of years are set aside.
  ///
  /// - Parameter map: which codes are which goods; nil: each code is a good.
  mutating func records(map: ImportMap?) -> TradeRecords {
    let all = reports()
    let frequency: TradePeriod.Frequency =
      all.contains { $0.period.month != nil } ? .month : .year
    let reports = all.filter { report in
      let isKept = report.period.frequency == frequency
      if !isKept { count(.setAside, "a year: the files have months, which count", report) }
      return isKept
    }
    let goods =
      map?.goods
      ?? seenCodes.sorted().map {
        TradeGood(id: $0, name: descriptions[$0] ?? "", codes: [$0], isCommodity: false)
      }
    if let map { noteUnused(map) }
    let records = ComtradeRecords(
      reports, map: map ?? ImportMap(), goods: goods, summary: summary)
    let goodOfCode = Dictionary(
      goods.flatMap { good in good.codes.map { ($0, good.id) } }
    ) { first, _ in first }
    return records.records(
      frequency, reporting: reporting.periods(frequency, months),
      world: exportsOfWorld(goodOfCode, frequency))
  }
}
