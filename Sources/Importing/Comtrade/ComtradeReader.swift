import Tables

/// Reads files of UN Comtrade and keeps the annual totals of the HS codes of a map. Countries are found by their codes,
/// since names can be blank. Rows that are not kept are counted with the reason.
struct ComtradeReader {
  let map: ImportMap
  let years: YearFilter
  let log: ProblemLog
  private(set) var summary = ImportSummary()
  private var latest: [Identity: ComtradeReport] = [:]
  private var breakdowns: [(Identity, FilePlace)] = []

  private struct Identity: Hashable {
    var trade: ComtradeReport.Trade
    var flow: ComtradeReport.Flow
  }

  init(map: ImportMap, years: YearFilter, log: ProblemLog) {
    self.map = map
    self.years = years
    self.log = log
  }

  /// The reports in the order of files and lines, one for each trade and direction.
  var reports: [ComtradeReport] { latest.values.sorted { $0.place < $1.place } }

  mutating func read(file: String) {
    guard let table = DownloadedTable(file: file, log: log),
      let columns = ComtradeColumns(table, log: log)
    else { return }
    summary.read(file)
    if table.isWindows1252 {
      summary.count(
        .note, "file read as Windows-1252, since it is not UTF-8",
        at: FilePlace(file: file, line: 1))
    }
    let known = Set(map.items.flatMap(\.codes))
    for row in 0..<table.csv.rowCount {
      read(ComtradeLine(table: table, columns: columns, row: row, log: log), known)
    }
  }

  /// Counts rows that are parts of totals. Call it after all files are read.
  mutating func finish() {
    for (identity, place) in breakdowns {
      let hasTotal = latest[identity] != nil
      summary.count(
        .leftOut,
        hasTotal
          ? "part of a total (by second partner, customs procedure or transport)"
          : "part of a total that the files lack: download the totals (C00, all modes)", at: place)
    }
    breakdowns = []
  }

  private mutating func read(_ line: ComtradeLine, _ known: Set<String>) {
    switch line.meaning(known: known, years: years, map: map) {
    case .invalid: break
    case .leftOut(let reason): summary.count(.leftOut, reason, at: line.place)
    case .report(let report, let isTotal):
      let identity = Identity(trade: report.trade, flow: report.flow)
      guard isTotal else {
        breakdowns.append((identity, line.place))
        return
      }
      keep(report, identity)
    }
  }

  /// Keeps a report. Of two rows for the same figure, the one read last counts.
  private mutating func keep(_ report: ComtradeReport, _ identity: Identity) {
    let before = latest.updateValue(report, forKey: identity)
    guard let before else { return }
    let isSame = before.tons == report.tons && before.value == report.value
    summary.count(
      .setAside,
      isSame
        ? "the same row again" : "another figure for the same flow: the row read last counts",
      at: before.place)
  }
}
