import Tables

/// Reads files of BACI and keeps the rows of the wanted goods. Rows that are not kept are counted with the reason.
struct BACIReader {
  private let map: ImportMap
  private let countries: BACICountries
  private let years: YearFilter
  private let log: ProblemLog
  private(set) var goods: BACIGoods
  private(set) var summary = ImportSummary()
  /// Paths of the files, in the order in which they were read.
  private(set) var files: [String] = []
  private(set) var releases: [BACIRelease] = []
  /// Codes of countries in rows of wanted goods, as the map may name them.
  private(set) var seenAreas: Set<String> = []
  private var meanings: [Int: Area] = [:]
  private var rows: [BACIRow] = []
  private var repeated = RepeatedRows()

  /// What a code of a country means, and a remark for each of its rows.
  private struct Area {
    var country: Country?
    /// Why its rows are left out; nil for a country.
    var reason: String?
    var note: String?
  }

  /// Why rows of other goods are left out where codes are asked for.
  static let notAskedFor = "HS codes that are not asked for"

  /// The most files: that of a row is stored in 16 bits.
  static let fileLimit = 0xFFFF

  /// - Parameters:
  ///   - wanted: HS codes of 2, 4 or 6 digits; nil: all.
  ///   - map: what codes of areas mean.
  init(
    wanted: Set<String>?, map: ImportMap, countries: BACICountries, years: YearFilter,
    log: ProblemLog
  ) {
    goods = BACIGoods(wanted: wanted)
    self.map = map
    self.countries = countries
    self.years = years
    self.log = log
  }

  /// Reads files in their order, and notes mistakes in all of them.
  mutating func read(_ files: [String]) {
    read(files.lazy.map { [log] in DownloadedPieces(file: $0, log: log, dropsWrongRows: true) })
  }

  /// Reads files in their order, each of which is opened when its turn comes.
  mutating func read(_ files: some Collection<DownloadedPieces>) {
    if files.count > Self.fileLimit {
      log.add(
        "\(files.count) files; at most \(Self.fileLimit) can be read at once",
        file: files.first?.file ?? "")
      return
    }
    for pieces in files { read(pieces) }
    releases.checkEdition(self.files, log: log)
    releases.noteMixed(self.files, &summary)
  }

  /// Notes codes of goods and of areas that no row has. Call it after all files are read.
  func noteUnused(_ map: ImportMap, _ summary: inout ImportSummary) {
    map.noteUnusedCodes(seenAreas, &summary)
    let edition = releases.lazy.compactMap(\.edition).first
    goods.noteUnused(map, edition: edition, file: files.first ?? "", &summary)
  }

  private mutating func read(_ pieces: DownloadedPieces) {
    let file = pieces.file
    guard let start = pieces.start, let columns = BACIColumns(start, log: log) else { return }
    summary.read(file)
    files.append(file)
    releases.append(BACIRelease(file: file))
    while let table = pieces.next() {
      summary.noteForm(of: table)
      read(table, columns)
    }
    summary.noteNoRows(pieces)
  }

  private mutating func read(_ table: DownloadedTable, _ columns: BACIColumns) {
    var other = (count: 0, row: 0)
    for row in 0..<table.csv.rowCount {
      let line = BACILine(table: table, columns: columns, row: row)
      guard let code = line.code else {
        summary.count(.leftOut, "the code of the goods has no six digits", at: line.place)
        continue
      }
      guard goods.isWanted(code) else {
        if other.count == 0 { other.row = row }
        other.count += 1
        continue
      }
      read(line, code)
    }
    if other.count > 0 {
      let first = BACILine(table: table, columns: columns, row: other.row)
      summary.count(
        .leftOut, map.file.isEmpty ? Self.notAskedFor : "HS codes that are not in the map",
        at: first.place, times: other.count)
    }
  }

  private mutating func read(_ line: BACILine, _ code: Int) {
    guard let year = line.year else {
      summary.count(.leftOut, "the year is no year such as 2023", at: line.place)
      return
    }
    if let objection = years.objection(to: year) {
      summary.count(.leftOut, objection, at: line.place)
      return
    }
    guard let exporter = place(line.exporter, "exporter", line),
      let importer = place(line.importer, "importer", line)
    else { return }
    var notes = line.isPadded ? ["HS code without its leading 0: read with it"] : []
    let value = line.amount(.value, &notes)
    let tons = line.amount(.weight, &notes)
    for note in notes { summary.count(.note, note, at: line.place) }
    rows.append(
      BACIRow(
        code: code, year: year, exporter: exporter, importer: importer,
        value: value.map { 1000 * $0 }, tons: tons, file: files.count - 1, line: line.number))
  }

  /// The code of a country; nil if its rows are left out, which is counted.
  private mutating func place(_ text: Int?, _ role: String, _ line: BACILine) -> Int? {
    guard let code = text, (0...BACIRow.largestCode).contains(code) else {
      summary.count(.leftOut, "\(role) is no code of a country", at: line.place)
      return nil
    }
    let area = area(code)
    if let note = area.note { summary.count(.note, note, at: line.place) }
    if let reason = area.reason {
      summary.count(.leftOut, "\(role) \(reason)", at: line.place)
      return nil
    }
    return code
  }

  private mutating func area(_ code: Int) -> Area {
    if let known = meanings[code] { return known }
    seenAreas.insert(String(code))
    let (meaning, note) = countries.meaning(of: code, map)
    let area =
      switch meaning {
      case .country(let country): Area(country: country, note: note)
      case .leftOut(let reason): Area(reason: reason)
      }
    if let country = area.country { seenAreas.insert(country.code) }
    meanings[code] = area
    return area
  }

  // MARK: What was read

  /// The country of a code of a row that was kept.
  func country(_ code: Int) -> Country {
    meanings[code]?.country ?? Country(code: String(code), number: code, name: "")
  }

  func place(of row: BACIRow) -> FilePlace { FilePlace(file: files[row.file], line: row.line) }

  /// The rows by goods, year, exporter and importer; of several about the same the one that was read last. Call it
  /// once, after all files are read. The reader keeps no rows.
  mutating func takeRows() -> [BACIRow] {
    var rows = rows
    self.rows = []
    rows.sort(by: BACIRow.precedes)
    var count = 0
    for place in rows.indices {
      if place + 1 < rows.count, rows[place + 1].key == rows[place].key {
        setAside(rows[place], rows[place + 1])
      } else {
        rows[count] = rows[place]
        count += 1
      }
    }
    rows.removeLast(rows.count - count)
    return rows
  }

  private mutating func setAside(_ row: BACIRow, _ later: BACIRow) {
    let figures = { (row: BACIRow, place: FilePlace) in
      RepeatedRows.Row(value: row.value, tons: row.tons, place: place)
    }
    repeated.setAside(
      figures(row, place(of: row)), for: figures(later, place(of: later)),
      about:
        "HS \(HSCode.text(row.code)) from \(country(row.exporter).code) to \(country(row.importer).code), \(row.year)",
      &summary)
  }
}
