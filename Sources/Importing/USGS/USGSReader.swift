import Foundation
import Tables

/// Reads the figures of one file of the Mineral Commodity Summaries.
struct USGSReader {
  private let table: DownloadedTable
  private let layout: USGSLayout
  private let log: ProblemLog
  private let file: String

  private let notes: Int?
  private let source: Int?

  /// nil if the file cannot be used, which is noted.
  init?(_ table: DownloadedTable, log: ProblemLog) {
    guard let layout = USGSLayout(table, log: log) else { return nil }
    self.table = table
    self.layout = layout
    self.log = log
    file = table.csv.file
    notes = table.looselyNamed(
      ColumnDefinition("Prod_notes", "Prod_note", "Notes", content: "text", "Remarks on the row."))
    source = table.looselyNamed(ColumnDefinition("Source", content: "text", "The edition."))
  }

  /// Every figure of world production. Other figures are counted in `summary`.
  func figures(_ summary: inout ImportSummary) -> [ProductionFigure] {
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
    var result: [ProductionFigure] = []
    for row in 0..<table.csv.rowCount {
      switch layout {
      case .wide(let columns): result += wide(row, columns)
      case .long(let columns):
        if let figure = long(row, columns, &summary) { result.append(figure) }
      }
    }
    return result
  }

  private func place(_ row: Int) -> FilePlace {
    FilePlace(file: file, line: table.csv.line(of: row))
  }

  private func wide(_ row: Int, _ columns: USGSLayout.WideColumns) -> [ProductionFigure] {
    let type = table.text(row, columns.type)
    let kind = ProductionFigure.kind(type)
    let mineral = columns.mineral.map { table.text(row, $0) } ?? mineral(type)
    return columns.production.map { column in
      ProductionFigure(
        mineral: mineral, fileCode: fileCode, statistic: type, kind: kind,
        country: table.text(row, columns.country),
        unit: columns.unit.map { table.text(row, $0) } ?? column.unit, year: column.year,
        text: table.text(row, column.place), notes: table.text(row, notes), edition: edition(row),
        place: place(row), column: table.csv.columns[column.place])
    }
  }

  private func long(
    _ row: Int, _ columns: USGSLayout.LongColumns, _ summary: inout ImportSummary
  ) -> ProductionFigure? {
    let section = table.text(row, columns.section)
    let statistic = table.text(row, columns.statistic)
    let isWorld = section.lowercased().hasPrefix("world")
    guard isWorld, statistic.lowercased() == "production" else {
      let what = isWorld ? statistic : section
      summary.count(.leftOut, "not world production: \(what)", at: place(row))
      return nil
    }
    let year = table.text(row, columns.year)
    guard let number = Int(year), (1900...2200).contains(number) else {
      summary.count(.leftOut, "`\(year)` is no year such as 2024", at: place(row))
      return nil
    }
    let detail = table.text(row, columns.detail)
    return ProductionFigure(
      mineral: table.text(row, columns.mineral), fileCode: "", statistic: detail,
      kind: ProductionFigure.kind(detail), country: table.text(row, columns.country),
      unit: table.text(row, columns.unit), year: number, text: table.text(row, columns.value),
      notes: table.text(row, notes), edition: edition(row), place: place(row),
      column: table.csv.columns[columns.value])
  }

  /// The year in `MCS2024`, as the row or the name of the file has it.
  private func edition(_ row: Int) -> Int {
    let texts = [table.text(row, source), file.lastPathPart]
    return texts.lazy.compactMap { text in
      text.lowercased().firstMatch(of: /mcs ?(20\d\d)/).flatMap { Int($0.output.1) }
    }.first ?? 0
  }

  /// `raree` of `mcs2024-raree_world.csv`; empty if the name has no such part.
  private var fileCode: String {
    let name = file.lastPathPart.lowercased()
    guard let dash = name.lastIndex(of: "-"), let end = name[dash...].range(of: "_world") else {
      return ""
    }
    return String(name[name.index(after: dash)..<end.lowerBound])
  }

  /// The text before the kind of production, or the file's code.
  private func mineral(_ type: String) -> String {
    guard
      let range = type.range(
        of: "(,| -) [a-z]+ production", options: [.regularExpression, .caseInsensitive])
    else { return fileCode }
    return String(type[..<range.lowerBound])
  }
}
