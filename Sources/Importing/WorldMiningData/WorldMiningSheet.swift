import Tables

/// A sheet of World Mining Data: the output of one mineral, a row for each country and a column for each year.
struct WorldMiningSheet {
  /// A row below the header.
  struct Row {
    var line: Int
    /// The texts by column, from 0.
    var text: (Int) -> String
  }

  /// What places name: the path of the file, of a workbook with `#` and the name of the sheet.
  let file: String
  let mineral: String
  /// A shorter name of the mineral, if no other sheet of the file has it; else empty.
  var shortName: String
  private let rows: [Row]
  private let country, unit: Int
  private let source: Int?
  private let years: [(column: Int, year: Int)]
  private let headerLine: Int

  /// nil if the header has no country, unit or year.
  ///
  /// - Parameters:
  ///   - names: the header.
  ///   - headerLine: its line.
  ///   - rows: the rows below it.
  init?(file: String, mineral: String, names: [String], headerLine: Int, rows: [Row]) {
    guard let country = Self.place(WorldMiningColumns.country, names),
      let unit = Self.place(WorldMiningColumns.unit, names)
    else { return nil }
    years = names.enumerated().compactMap { column, name in
      Self.year(name).map { (column, $0) }
    }
    guard !years.isEmpty else { return nil }
    (self.country, self.unit) = (country, unit)
    source = Self.place(WorldMiningColumns.source, names)
    self.file = file
    self.mineral = mineral
    shortName = WorldMiningMineral.short(mineral)
    self.headerLine = headerLine
    self.rows = rows
  }

  /// Whether a row is the header: it names countries and years.
  static func isHeader(_ names: [String]) -> Bool {
    place(WorldMiningColumns.country, names) != nil && names.contains { year($0) != nil }
  }

  private static func place(_ column: ColumnDefinition, _ names: [String]) -> Int? {
    names.firstIndex { lettersAndDigits($0) == lettersAndDigits(column.names.first ?? "") }
  }

  /// `2022`, or `2022.0` as some programs write it.
  private static func year(_ name: String) -> Int? {
    guard let number = DecimalNumber.value(name), let year = Int(exactly: number),
      (1900...2200).contains(year)
    else { return nil }
    return year
  }

  /// The edition of 2026 has the years until 2024.
  private var edition: Int { (years.map(\.year).max() ?? 0) + 2 }

  /// Every figure of the sheet. Lines of text are noted in `summary`.
  func figures(_ summary: inout ImportSummary) -> [ProductionFigure] {
    let units = Set(rows.map { $0.text(unit) }.filter { !$0.isEmpty })
    let last = years.map(\.year).max()
    var seen = 0
    var result: [ProductionFigure] = []
    for row in rows {
      let place = FilePlace(file: file, line: row.line)
      let name = row.text(country)
      if isText(row, name) {
        summary.count(.note, "a line of text below or between the rows of countries", at: place)
        continue
      }
      seen += 1
      // The row of the total may leave the unit to the rows above.
      let unit = row.text(unit).isEmpty && units.count == 1 ? units.first ?? "" : row.text(unit)
      for (column, year) in years {
        result.append(
          ProductionFigure(
            mineral: mineral, fileCode: shortName, statistic: mineral,
            kind: lettersAndDigits(mineral),
            country: Self.isTotal(name) ? "World total" : name, unit: unit, year: year,
            text: row.text(column), notes: "", edition: edition, place: place, column: String(year),
            isEstimate: year == last && row.text(source ?? -1).lowercased() == "e"))
      }
    }
    if seen == 0 {
      summary.count(
        .note, "a sheet with a header and no rows", at: FilePlace(file: file, line: headerLine))
    }
    return result
  }

  private static func isTotal(_ name: String) -> Bool {
    let name = lettersAndDigits(name)
    return name.hasPrefix("total") || name.hasPrefix("worldtotal") || name == "world"
  }

  /// Whether a row is a footnote or the header again: it has no figures, and names no country with a unit.
  private func isText(_ row: Row, _ name: String) -> Bool {
    if lettersAndDigits(name) == "country" { return true }
    let hasFigures = years.contains { !row.text($0.column).isEmpty }
    return !hasFigures && row.text(unit).isEmpty
      && MinePublisher.worldMiningData.country(named: name) == nil
  }
}
