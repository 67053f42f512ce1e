import Tables

/// A row of a UN Comtrade file.
struct ComtradeLine {
  let table: DownloadedTable
  let columns: ComtradeColumns
  let row: Int
  let log: ProblemLog

  /// What a row says.
  enum Meaning {
    case report(ComtradeReport, isTotal: Bool)
    /// The row is not used, for a reason.
    case leftOut(String)
    /// The row is wrong, which is noted.
    case invalid
  }

  var place: FilePlace { FilePlace(file: table.csv.file, line: table.csv.line(of: row)) }

  func meaning(known: Set<String>, years: YearFilter, map: ImportMap) -> Meaning {
    let code = text(columns.code)
    if !known.contains(code) { return .leftOut("HS \(code) is not in the map") }
    if !["", "C"].contains(text(columns.kind)) { return .leftOut("services, not goods") }
    if !["", "A"].contains(text(columns.frequency)) {
      return .leftOut("monthly: only annual figures are read")
    }
    guard let year = whole(columns.year), let reporter = area(columns.reporter, map),
      let partner = area(columns.partner, map)
    else { return .invalid }
    if let objection = years.objection(to: year) { return .leftOut(objection) }
    let flow: ComtradeReport.Flow
    switch text(columns.flow).uppercased() {
    case "M", "1": flow = .imports
    case "X", "2": flow = .exports
    case "RX", "3": flow = .reexports
    case "RM", "4": return .leftOut("re-imports: the reporter's own goods come back")
    default: return .leftOut("flow \(text(columns.flow)) is neither imports nor exports")
    }
    guard case .country(let here) = reporter else {
      return .leftOut("reporter is no country: \(reporter.words)")
    }
    guard case .country(let there) = partner else {
      return .leftOut("partner is \(partner.words)")
    }
    if here == there { return .leftOut("from a country to itself") }
    let trade = ComtradeReport.Trade(
      code: code, origin: flow == .imports ? there : here,
      destination: flow == .imports ? here : there, year: year)
    return report(trade, flow)
  }

  private func report(_ trade: ComtradeReport.Trade, _ flow: ComtradeReport.Flow) -> Meaning {
    guard let value = amount(columns.value), let weight = weight() else { return .invalid }
    let isEstimated = ["true", "1"].contains(text(columns.isEstimated).lowercased())
    return .report(
      ComtradeReport(
        trade: trade, flow: flow, tons: weight > 0 ? weight / 1000 : nil, value: value,
        isEstimated: isEstimated, place: place),
      isTotal: isTotal)
  }

  /// Whether the row is a total over second partners, customs procedures, modes of transport and of supply.
  private var isTotal: Bool {
    let isZero = { ["", "0"].contains(text($0)) }
    return isZero(columns.secondPartner) && isZero(columns.mode) && isZero(columns.supply)
      && ["", "C00"].contains(text(columns.customs))
  }

  /// Net weight in kg, or else the quantity if it is in kg; 0 if neither is given, nil if one is no number, which is
  /// noted.
  private func weight() -> Double? {
    guard let weight = amount(columns.weight) else { return nil }
    if weight > 0 || text(columns.quantityUnit) != "8" { return weight }
    return columns.quantity.map { amount($0) } ?? weight
  }

  // MARK: Cells

  private func text(_ column: Int?) -> String { table.text(row, column) }

  private func report(_ message: String, _ column: Int) {
    log.add(message, file: place.file, line: place.line, column: table.csv.columns[column])
  }

  /// A number of 0 or more; 0 if the cell is blank, nil if it is wrong, which is noted.
  private func amount(_ column: Int) -> Double? {
    let text = text(column)
    guard !text.isEmpty else { return 0 }
    do {
      let number = try DecimalNumber.parse(text)
      if number >= 0 { return number }
      report("found \(text); must be 0 or more", column)
    } catch {
      report("`\(text)` is not a number; \(error)", column)
    }
    return nil
  }

  /// The year in a year or a date such as 20230101 or 202301; nil if the cell is wrong, which is noted.
  private func whole(_ column: Int) -> Int? {
    let text = text(column)
    if let year = Int(text.prefix(4)), (1900...2200).contains(year), Int(text) != nil {
      return year
    }
    report("found `\(text)`; must be a year such as 2023", column)
    return nil
  }

  private func area(_ column: Int, _ map: ImportMap) -> TradeArea? {
    let text = text(column)
    guard let code = Int(text) else {
      report("found `\(text)`; must be a number, the UN's code of a country", column)
      return nil
    }
    switch map.areas[code] {
    case .region(let id):
      return .country(Country.coded(id) ?? Country(code: id, number: code, name: id))
    case .omitted: return .unspecified("area \(code), which the map omits")
    case nil: break
    }
    if let area = TradeArea(code: code) { return area }
    report(
      "unknown area \(code); say in the map what it is: `areas: {\(code): REGION}`, or `omit`",
      column)
    return nil
  }
}

extension TradeArea {
  /// What it is, for the summary.
  var words: String {
    switch self {
    case .country(let country): country.name
    case .aggregate(let name): "\(name), an aggregate"
    case .unspecified(let name): "\(name): not a country"
    }
  }
}
