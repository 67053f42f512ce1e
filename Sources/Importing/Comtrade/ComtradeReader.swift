import Tables

/// Reads files of UN Comtrade and keeps the annual totals of the HS codes of a map. Countries are found by their codes,
/// since names can be blank. Rows that are not kept are counted with the reason.
struct ComtradeReader {
  private let map: ImportMap
  private let years: YearFilter
  private let log: ProblemLog
  private let known: Set<String>
  private(set) var summary = ImportSummary()
  /// HS codes that usable rows have.
  private(set) var seenCodes: Set<String> = []
  /// Codes in the files that begin with a code of the map, by the code of the map.
  private(set) var parts: [String: Set<String>] = [:]
  private var shownParts: [String: Set<String>] = [:]
  /// Codes of reporters and partners in the files, if the map has `areas`.
  private(set) var seenAreas: Set<String> = []
  private var totals: [ComtradeReport] = []
  private var breakdowns: [ComtradeReport] = []

  init(map: ImportMap, years: YearFilter, log: ProblemLog) {
    self.map = map
    self.years = years
    self.log = log
    known = Set(map.itemsByCode.keys)
  }

  mutating func read(file: String) {
    guard let table = DownloadedTable(file: file, log: log, dropsWrongRows: true),
      let columns = ComtradeColumns(table, log: log)
    else { return }
    summary.read(file)
    if table.isWindows1252 {
      summary.count(
        .note, "file read as Windows-1252, since it is not UTF-8",
        at: FilePlace(file: file, line: 1))
    }
    for problem in table.wrongRows {
      summary.count(
        .leftOut, problem.message, at: FilePlace(file: file, line: problem.line ?? 1))
    }
    summary.noteNoRows(table)
    for row in 0..<table.csv.rowCount {
      read(ComtradeLine(table: table, columns: columns, row: row))
    }
  }

  private mutating func read(_ line: ComtradeLine) {
    var line = line
    if !map.areaEntries.isEmpty { seenAreas.formUnion(line.areaCodes) }
    switch line.meaning(known: known, years: years, map: map) {
    case .leftOut(let reason):
      summary.count(.leftOut, reason, at: line.place)
    case .otherGoods(let code, let heading):
      countOther(code, partOf: heading, at: line.place)
    case .report(let report):
      for note in line.notes { summary.count(.note, note, at: line.place) }
      seenCodes.insert(report.identity.code)
      if report.isTotal { totals.append(report) } else { breakdowns.append(report) }
    }
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

  /// The reports in the order of files and lines, one for each direction, pair of areas, HS code and year. Call it
  /// once, after all files are read.
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
      let isSame = before.tons == report.tons && before.value == report.value
      summary.count(
        .setAside,
        isSame
          ? "the same row again" : "another figure for the same flow: the row read last counts",
        at: before.place)
      if !isSame, before.place.file == report.place.file { noteTwoFigures(before, report) }
    }
    return latest
  }

  /// The most pairs of different figures of which the summary shows both.
  private static let shownPairs = 20
  private var shown = 0

  private mutating func noteTwoFigures(_ first: ComtradeReport, _ second: ComtradeReport) {
    shown += 1
    let pair = first.identity.pair
    guard shown <= Self.shownPairs else {
      summary.count(.note, "further pairs of figures for one flow in one file", at: first.place)
      return
    }
    let what =
      "HS \(first.identity.code), \(pair.flow.rawValue) of \(first.reporter.code), partner \(shortened(pair.partner)), \(pair.year)"
    summary.count(
      .note,
      "two figures in one file for \(what): \(first.figures), then \(second.figures) on line \(second.place.line), which counts",
      at: first.place)
  }
}

extension ComtradeReport {
  /// Weight and value for the summary.
  fileprivate var figures: String {
    let weight = tons.map { "\(DecimalNumber.text(significant($0))) t" } ?? "no weight"
    return weight + (value.map { " and \(DecimalNumber.text(significant($0))) USD" } ?? "")
  }
}
