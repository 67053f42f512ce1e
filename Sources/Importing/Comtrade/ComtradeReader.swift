import Tables

/// Reads files of UN Comtrade and keeps the totals of the HS codes of a map. Countries are found by their codes, since
/// names can be blank. Rows that are not kept are counted with the reason.
struct ComtradeReader {
  private let map: ImportMap
  private let years: YearFilter
  private let log: ProblemLog
  private let known: Set<String>?
  private let touching: Set<String>?
  private(set) var summary = ImportSummary()
  /// HS codes that usable rows have.
  private(set) var seenCodes: Set<String> = []
  /// What the files call each HS code, if there is no map that does.
  private(set) var descriptions: [String: String] = [:]
  /// Codes in the files that begin with a code of the map, by the code of the map.
  private(set) var parts: [String: Set<String>] = [:]
  private var shownParts: [String: Set<String>] = [:]
  /// Codes of reporters and partners in the files, if the map has `areas`.
  private(set) var seenAreas: Set<String> = []
  private(set) var months = MonthsOfYears()
  private(set) var reporting = ReportingCountries()
  /// The exports of the world, where they are asked for.
  private(set) var world: WorldExports?
  private var totals: [ComtradeReport] = []
  private var breakdowns: [ComtradeReport] = []
  private var repeated = RepeatedRows()

  /// - Parameters:
  ///   - known: the codes that are read; nil: all of six digits.
  ///   - touching: the places of an importer; reports between others are not kept. Nil: all are kept.
  ///   - world: collects the exports of the world from all reports.
  init(
    map: ImportMap, known: Set<String>?, touching: Set<String>? = nil, world: WorldExports? = nil,
    years: YearFilter, log: ProblemLog
  ) {
    self.map = map
    self.known = known
    self.touching = touching
    self.world = world
    self.years = years
    self.log = log
  }

  mutating func read(file: String) {
    read(DownloadedPieces(file: file, log: log, dropsWrongRows: true))
  }

  mutating func read(_ pieces: DownloadedPieces) {
    guard let start = pieces.start, let columns = ComtradeColumns(start, log: log) else { return }
    summary.read(pieces.file)
    while let table = pieces.next() {
      summary.noteForm(of: table)
      for row in 0..<table.csv.rowCount {
        read(ComtradeLine(table: table, columns: columns, row: row))
      }
    }
    summary.noteNoRows(pieces)
  }

  private mutating func read(_ line: ComtradeLine) {
    var line = line
    if !map.areaEntries.isEmpty { seenAreas.formUnion(line.areaCodes) }
    let meaning = line.meaning(known: known, years: years, map: map)
    switch meaning {
    case .leftOut(let reason):
      summary.count(.leftOut, reason, at: line.place)
    case .otherGoods(let code, let heading):
      if let month = line.month { months.note(month) }
      countOther(code, partOf: heading, at: line.place)
    case .report(let report):
      if let month = line.month { months.note(month) }
      for note in line.notes { summary.count(.note, note, at: line.place) }
      seenCodes.insert(report.identity.code)
      describe(report, line)
      keep(report)
    }
  }

  private mutating func describe(_ report: ComtradeReport, _ line: ComtradeLine) {
    let code = report.identity.code
    guard known == nil, descriptions[code] == nil, let text = line.description else { return }
    descriptions[code] = legible(text)
  }

  private mutating func keep(_ report: ComtradeReport) {
    if report.isTotal { world?.add(report, map) }
    reporting.note(report)
    guard isWanted(report) else {
      summary.count(
        .setAside, "a flow between others: it counts for the exports of the world only",
        at: report.place)
      return
    }
    if report.isTotal { totals.append(report) } else { breakdowns.append(report) }
  }

  /// Whether a flow comes from the importer or goes to it.
  private func isWanted(_ report: ComtradeReport) -> Bool {
    guard let touching else { return true }
    if touching.contains(map.place(of: report.reporter)) { return true }
    guard case .country(let partner) = report.partner else { return false }
    return touching.contains(map.place(of: partner))
  }

  /// The most HS codes that the summary names: of those that are not in the map, and of the parts of each code of the
  /// map.
  private static let shownCodes = 10
  private var otherCodes: Set<String> = []

  private mutating func countOther(
    _ code: String, partOf heading: String?, at place: FilePlace
  ) {
    let code = shortened(code)
    guard let heading else {
      let isShown = Self.insert(code, into: &otherCodes)
      summary.count(
        .leftOut,
        isShown ? "HS \(code) is not in the map" : "other HS codes that are not in the map",
        at: place)
      return
    }
    let isShown = Self.insert(code, into: &shownParts[heading, default: []])
    parts[heading, default: []].insert(code)
    summary.count(
      .leftOut,
      "\(isShown ? "HS \(code) is a part" : "other HS codes are parts") of \(heading) of the map: only rows of \(heading) itself are read; name the parts if there are none",
      at: place)
  }

  /// Whether a code is one of the first.
  private static func insert(_ code: String, into codes: inout Set<String>) -> Bool {
    if codes.count < shownCodes { codes.insert(code) }
    return codes.contains(code)
  }

  /// The reports in the order of files and lines, one for each direction, pair of areas, HS code and period. Call
  /// it once, after all files are read.
  mutating func reports() -> [ComtradeReport] {
    let latest = latestRows(ofOneEdition(totals))
    for report in breakdowns {
      summary.count(
        .leftOut,
        latest[report.identity] != nil
          ? "part of a total (by second partner, customs procedure or transport)"
          : "part of a total that the files lack: download the totals (C00, all modes)",
        at: report.place)
    }
    return latest.values.sorted { $0.place < $1.place }
  }

  mutating func count(_ fate: ImportSummary.Fate, _ reason: String, _ report: ComtradeReport) {
    summary.count(fate, reason, at: report.place)
  }

  /// The exports of the world by good, period and origin; empty where they are not asked for. Call it once.
  mutating func exportsOfWorld(
    _ goodOfCode: [String: String], _ frequency: TradePeriod.Frequency
  ) -> [String: [TradePeriod: [String: TradeFigures]]] {
    world?.figures(goodOfCode: goodOfCode, frequency) ?? [:]
  }

  mutating func note(_ remark: String, at place: FilePlace) {
    summary.count(.note, remark, at: place)
  }

  mutating func noteUnusedAreas(_ map: ImportMap) { map.noteUnusedCodes(seenAreas, &summary) }

  /// Two editions of the HS may have the same goods under different codes, so a flow is read in one: the original one,
  /// or else the newest. A row whose edition is not told counts only where no row of the flow has one.
  private mutating func ofOneEdition(_ reports: [ComtradeReport]) -> [ComtradeReport] {
    var best: [ComtradeReport.Pair: (isOriginal: Int, edition: Int)] = [:]
    for report in reports {
      guard let edition = report.edition else { continue }
      let found = (isOriginal: report.isOriginal ? 1 : 0, edition: edition)
      let old = best[report.identity.pair]
      if old.map({ $0 < found }) ?? true { best[report.identity.pair] = found }
    }
    return reports.filter { report in
      guard let chosen = best[report.identity.pair]?.edition, report.edition != chosen else {
        return true
      }
      let edition = report.edition.map { "edition H\($0) of the HS" } ?? "an HS without its edition"
      summary.count(
        .setAside, "\(edition): the flow is in H\(chosen) too, which counts", at: report.place)
      return false
    }
  }

  /// Of several rows about the same, the one that is read last counts: files are read in the order in which they are
  /// named.
  private mutating func latestRows(
    _ reports: [ComtradeReport]
  ) -> [ComtradeReport.Identity: ComtradeReport] {
    var latest: [ComtradeReport.Identity: ComtradeReport] = [:]
    for report in reports {
      guard let before = latest.updateValue(report, forKey: report.identity) else { continue }
      let pair = before.identity.pair
      repeated.setAside(
        before.row, for: report.row,
        about:
          "HS \(before.identity.code), \(pair.flow.rawValue) of \(before.reporter.code), partner \(shortened(pair.partner)), \(pair.period.text)",
        &summary)
    }
    return latest
  }
}

extension ComtradeReport {
  fileprivate var row: RepeatedRows.Row {
    RepeatedRows.Row(value: value, tons: tons, place: place)
  }
}
