import Tables

/// The countries of a release of BACI, by its own codes.
///
/// The code of the release counts as UN Comtrade uses it: 490 is Taiwan, 251 France, 842 the United States. What is in
/// the list of the release and no country of ISO 3166-1 today, such as 891, Serbia and Montenegro, is a country with the
/// letters and the name of the list.
struct BACICountries {
  /// What a code means.
  enum Meaning {
    case country(Country)
    /// Its rows are left out, for a reason.
    case leftOut(String)
  }

  /// Path of the list; nil: there is none.
  private let file: String?
  private var listed: [Int: Country] = [:]

  /// Without a list: the codes as UN Comtrade uses them.
  init() { file = nil }

  /// Reads the list of a release. What is wrong with it is noted.
  init(file: String, log: ProblemLog) {
    self.file = file
    guard let table = DownloadedTable(file: file, log: log),
      let columns = BACICountryColumns(table, log: log)
    else { return }
    for row in 0..<table.csv.rowCount {
      let text = table.text(row, columns.code)
      guard let code = Int(DownloadedCell.code(text)), code >= 0 else {
        log.add(
          "found `\(text)`; must be the code of a country, such as 392", file: file,
          line: table.csv.line(of: row), column: table.csv.columns[columns.code])
        continue
      }
      let country = Self.country(
        code, letters: table.text(row, columns.iso),
        name: visibleWords(table.text(row, columns.name)))
      if let owner = Self.owner(of: country, listed) {
        log.add(
          "country \(code) has the letters `\(country.code)`, which are those of \(owner)",
          file: file,
          line: table.csv.line(of: row), column: table.csv.columns[columns.iso])
      }
      listed[code] = country
    }
    if table.csv.rowCount == 0 {
      log.add("the list has no countries", file: file, line: table.csv.headerLine)
    }
  }

  /// Who has the letters of a country that ISO 3166-1 does not have today; nil: nobody.
  private static func owner(of country: Country, _ listed: [Int: Country]) -> String? {
    if case .country = TradeArea(code: country.number) { return nil }
    if country.code == CountryRegions.rest { return "the rest of the world" }
    return Country.coded(country.code)?.name
      ?? listed.values.first { $0.code == country.code && $0.number != country.number }?.name
  }

  private static func country(_ code: Int, letters: String, name: String) -> Country {
    if case .country(let known) = TradeArea(code: code) { return known }
    let isCode =
      (2...8).contains(letters.count)
      && letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let id = isCode ? letters.uppercased() : "BACI\(code)"
    return Country(code: id, number: code, name: name.isEmpty ? id : name)
  }

  /// What a code means, with the `areas` of the map, and a remark for the summary.
  func meaning(of code: Int, _ map: ImportMap) -> (meaning: Meaning, note: String?) {
    switch map.areas[code] ?? listed[code].flatMap({ map.namedAreas[$0.code.lowercased()] }) {
    case .region(let id):
      return (.country(Country.coded(id) ?? Country(code: id, number: 0, name: id)), nil)
    case .omitted: return (.leftOut("area \(code), which the map omits"), nil)
    case nil: break
    }
    if let country = listed[code] { return (.country(country), nil) }
    guard case .country(let country) = TradeArea(code: code) else {
      return (.leftOut((TradeArea(code: code) ?? .unknown(String(code))).words), nil)
    }
    return (
      .country(country),
      file.map {
        "country \(code) is not in \($0.lastPathPart): read as \(country.name), its code in UN Comtrade"
      }
    )
  }
}
