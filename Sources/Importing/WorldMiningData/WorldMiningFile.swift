import Tables
import Workbooks

/// Reads the sheets of a file of World Mining Data: its workbook, or a sheet of it that was saved as CSV.
struct WorldMiningFile {
  /// The largest workbook, in bytes. That of an edition has less than one million.
  static let limit = 64 << 20

  let file: String
  let log: ProblemLog

  /// The sheets with production by country; empty if the file is wrong, which is noted in `log`. Other sheets are counted
  /// in `summary`.
  func sheets(_ summary: inout ImportSummary) -> [WorldMiningSheet] {
    do throws(FileFailure) {
      let bytes = try contents(ofFile: file, limit: Self.limit)
      return Workbook.isMeant(bytes) ? workbook(bytes, &summary) : table(bytes, &summary)
    } catch {
      log.add(error, file: file)
      return []
    }
  }

  private static let advice =
    "must be the table 6.4 of World Mining Data, production of mineral raw materials of individual countries by minerals: a header with `Country`, `unit` and years such as 2022"

  // MARK: A workbook

  private func workbook(_ bytes: [UInt8], _ summary: inout ImportSummary) -> [WorldMiningSheet] {
    do throws(WorkbookFailure) {
      let found = try Workbook(bytes: bytes).sheets.map { ($0.name, sheet($0)) }
      guard found.contains(where: { $0.1 != nil }) else {
        log.add("no sheet has the production of countries; \(Self.advice)", file: file)
        return []
      }
      summary.read(file)
      for (name, sheet) in found where sheet == nil {
        summary.count(
          .leftOut, "a sheet without a header with `Country`, `unit` and years",
          at: FilePlace(file: place(name), line: 1))
      }
      let sheets = found.compactMap(\.1)
      let names = WorldMiningMineral.shortNames(sheets.map(\.mineral))
      return zip(sheets, names).map { sheet, name in
        var sheet = sheet
        sheet.shortName = name
        return sheet
      }
    } catch {
      log.add(error.description, file: file)
      return []
    }
  }

  private func place(_ sheet: String) -> String { "\(file)#\(sheet.replacing("/", with: " "))" }

  private func sheet(_ sheet: Workbook.Sheet) -> WorldMiningSheet? {
    let names = { (row: Workbook.Row) in
      (0...min(row.cells.keys.max() ?? 0, 999)).map { plain(row.text($0)) }
    }
    let first = sheet.rows.prefix(WorldMiningText.mostTitles + 1)
    guard let header = first.firstIndex(where: { WorldMiningSheet.isHeader(names($0)) })
    else { return nil }
    return WorldMiningSheet(
      file: place(sheet.name), mineral: plain(sheet.name), names: names(sheet.rows[header]),
      headerLine: sheet.rows[header].number,
      rows: sheet.rows[(header + 1)...].map { row in
        WorldMiningSheet.Row(line: row.number) { plain(row.text($0)) }
      })
  }

  // MARK: CSV

  private func table(_ bytes: [UInt8], _ summary: inout ImportSummary) -> [WorldMiningSheet] {
    let text = WorldMiningText(bytes)
    guard
      let table = DownloadedTable(
        file: file, bytes: text.bytes, log: log, dropsWrongRows: true)
    else { return [] }
    let mineral = WorldMiningMineral.named(in: text.titles, file: file.lastPathPart)
    guard
      let sheet = WorldMiningSheet(
        file: file, mineral: mineral, names: table.csv.columns, headerLine: table.csv.headerLine,
        rows: (0..<table.csv.rowCount).map { row in
          WorldMiningSheet.Row(line: table.csv.line(of: row)) { column in
            table.csv.columns.indices.contains(column) ? table.text(row, column) : ""
          }
        }, hasSemicolons: text.hasSemicolons)
    else {
      log.add("no production of countries; \(Self.advice)", file: file)
      return []
    }
    summary.read(file)
    if table.isWindows1252 {
      summary.count(
        .note, "file read as Windows-1252, since it is not UTF-8",
        at: FilePlace(file: file, line: 1))
    }
    for problem in table.wrongRows {
      summary.count(.leftOut, problem.message, at: FilePlace(file: file, line: problem.line ?? 1))
    }
    return [sheet]
  }
}

/// The text without spaces around it, no-break spaces included.
private func plain(_ text: String) -> String {
  let words = text.split(whereSeparator: \.isWhitespace)
  return words.joined(separator: " ")
}
