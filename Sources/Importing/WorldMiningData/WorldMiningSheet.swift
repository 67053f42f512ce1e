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
  private let names: [String]
  let headerLine: Int
  private let hasSemicolons: Bool

  /// nil if the header has no country, unit or year.
  ///
  /// - Parameters:
  ///   - names: the header.
  ///   - headerLine: its line.
  ///   - rows: the rows below it.
  ///   - hasSemicolons: whether semicolons are between the cells, as programs write it where decimals have a comma.
  init?(
    file: String, mineral: String, names: [String], headerLine: Int, rows: [Row],
    hasSemicolons: Bool = false
  ) {
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
    self.names = names
    shortName = WorldMiningMineral.short(mineral)
    self.headerLine = headerLine
    self.hasSemicolons = hasSemicolons
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

  /// The most cells, blank ones included. A sheet of an edition has less than a thousand.
  private static let mostCells = 1_000_000

  /// What is wrong with the sheet as a whole; nil if nothing is.
  var problem: String? {
    let twice = Dictionary(grouping: years, by: \.year).filter { $1.count > 1 }.keys.min()
    if let twice { return "two columns are called \(twice)" }
    guard names.count * rows.count <= Self.mostCells else {
      return
        "\(rows.count) rows of \(names.count) columns; must be a row for each country and a column for each year"
    }
    return nil
  }

  /// Every figure of the sheet. Lines of text, and columns of figures that are no year, are noted in `summary`.
  func figures(_ summary: inout ImportSummary) -> [ProductionFigure] {
    noteOtherFigures(&summary)
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
            isEstimate: year == last && row.text(source ?? -1).lowercased() == "e",
            isAmbiguous: hasSemicolons && Self.isAmbiguous(row.text(column))))
      }
    }
    if seen == 0 {
      summary.count(
        .note, "a sheet with a header and no rows", at: FilePlace(file: file, line: headerLine))
    }
    return result
  }

  /// Counts columns with numbers whose name is no year, such as `2023*`.
  private func noteOtherFigures(_ summary: inout ImportSummary) {
    let known = Set([country, unit, source ?? -1] + years.map(\.column))
    for (column, name) in names.enumerated() where !known.contains(column) {
      let count = rows.count { DecimalNumber.value($0.text(column)) != nil }
      guard count > 0 else { continue }
      summary.count(
        .leftOut, "figures in a column that is no year: `\(name)`",
        at: FilePlace(file: file, line: headerLine), times: count)
    }
  }

  /// Whether `1,234` or `12.345` may be thousands as well as decimals; `0.505` has decimals.
  private static func isAmbiguous(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9]{1,3}[,.][0-9]{3}/) != nil && !text.hasPrefix("0.")
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
