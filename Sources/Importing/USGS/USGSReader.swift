import Foundation
import Tables

/// Reads the figures of one file of the Mineral Commodity Summaries.
struct USGSReader {
  private let table: DownloadedTable
  private let layout: USGSLayout
  private let log: ProblemLog
  private let file: String

  /// nil if the file cannot be used, which is noted.
  init?(file: String, log: ProblemLog) {
    guard let table = DownloadedTable(file: file, log: log),
      let layout = USGSLayout(table, log: log)
    else { return nil }
    self.table = table
    self.layout = layout
    self.log = log
    self.file = file
  }

  /// Every figure of world production. Other figures are counted in `summary`.
  func figures(_ summary: inout ImportSummary) -> [USGSFigure] {
    summary.read(file)
    if table.isWindows1252 {
      summary.count(
        .note, "file read as Windows-1252, since it is not UTF-8",
        at: FilePlace(file: file, line: 1))
    }
    var result: [USGSFigure] = []
    for row in 0..<table.csv.rowCount {
      switch layout {
      case .commodityFile(let production, let country, let type):
        let mineral = mineral(table.text(row, type))
        result += wide(row, production, mineral: mineral, country: country, type: type, unit: nil)
      case .wide(let production, let mineral, let country, let type, let unit):
        result += wide(
          row, production, mineral: table.text(row, mineral), country: country, type: type,
          unit: unit)
      case .long(let columns):
        if let figure = long(row, columns, &summary) { result.append(figure) }
      }
    }
    return result
  }

  private func place(_ row: Int) -> FilePlace {
    FilePlace(file: file, line: table.csv.line(of: row))
  }

  private func wide(
    _ row: Int, _ production: [USGSLayout.ProductionColumn], mineral: String, country: Int,
    type: Int, unit: Int?
  ) -> [USGSFigure] {
    production.map { column in
      USGSFigure(
        mineral: mineral, fileCode: fileCode, statistic: table.text(row, type),
        country: table.text(row, country), unit: unit.map { table.text(row, $0) } ?? column.unit,
        year: column.year, text: table.text(row, column.place), place: place(row),
        column: table.csv.columns[column.place])
    }
  }

  private func long(
    _ row: Int, _ columns: USGSLayout.LongColumns, _ summary: inout ImportSummary
  ) -> USGSFigure? {
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
      log.add(
        "found `\(year)`; must be a year such as 2024", file: file, line: place(row).line,
        column: table.csv.columns[columns.year])
      return nil
    }
    return USGSFigure(
      mineral: table.text(row, columns.mineral), fileCode: "",
      statistic: table.text(row, columns.detail), country: table.text(row, columns.country),
      unit: table.text(row, columns.unit), year: number, text: table.text(row, columns.value),
      place: place(row), column: table.csv.columns[columns.value])
  }

  /// `raree` of `mcs2024-raree_world.csv`; empty if the name has no such part.
  private var fileCode: String {
    let name = fileName(file).lowercased()
    guard let dash = name.lastIndex(of: "-"), let end = name[dash...].range(of: "_world") else {
      return ""
    }
    return String(name[name.index(after: dash)..<end.lowerBound])
  }

  /// The text before the kind of production, or the file's code.
  private func mineral(_ type: String) -> String {
    guard
      let range = type.range(
        of: ", [a-z]+ production", options: [.regularExpression, .caseInsensitive])
    else { return fileCode }
    return String(type[..<range.lowerBound])
  }
}
