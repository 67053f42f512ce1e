import Tables

/// A row of a UN Comtrade file.
struct ComtradeLine {
  let table: DownloadedTable
  let columns: ComtradeColumns
  let row: Int
  /// Remarks about cells, for the summary.
  private(set) var notes: [String] = []

  /// What a row says.
  enum Meaning {
    case report(ComtradeReport)
    /// The row is not used, for a reason.
    case leftOut(String)
    /// The HS code is not in the map; `heading` is the code of the map of which it is a part.
    case otherGoods(code: String, heading: String?)
  }

  init(table: DownloadedTable, columns: ComtradeColumns, row: Int) {
    self.table = table
    self.columns = columns
    self.row = row
  }

  var place: FilePlace { FilePlace(file: table.csv.file, line: table.csv.line(of: row)) }

  /// What the row says.
  ///
  /// - Parameter known: the codes that are read; nil: all of six digits.
  mutating func meaning(known: Set<String>?, years: YearFilter, map: ImportMap) -> Meaning {
    if let reason = otherStatistics { return .leftOut(reason) }
    let goods = DownloadedCell.goods(text(columns.code))
    if let known, !known.contains(goods.code) {
      return .otherGoods(code: goods.code, heading: HSCode.heading(of: goods.code, in: known))
    }
    if known == nil, goods.code.utf8.count != 6 || Int(goods.code) == nil {
      return .leftOut("no HS code of six digits; without a map only these are goods")
    }
    if goods.isPadded { notes.append("HS code without its leading 0: read with it") }
    guard let period else {
      return .leftOut(
        year == nil ? "the year is no year such as 2023" : "the month is no month such as 202307")
    }
    if let objection = years.objection(to: period.year) { return .leftOut(objection) }
    let flow: ComtradeReport.Flow
    switch TradeFlowWord(text(columns.flow)) {
    case .reported(let found): flow = found
    case .other(let reason): return .leftOut(reason)
    }
    let reporter = area(columns.reporter, map)
    guard case .country(let country) = reporter.area else {
      return .leftOut("reporter \(reporter.area.words)")
    }
    let partner = area(columns.partner, map)
    let pair = ComtradeReport.Pair(
      reporter: reporter.code, partner: partner.code, flow: flow, period: period)
    return .report(
      ComtradeReport(
        identity: ComtradeReport.Identity(pair: pair, code: goods.code), period: period,
        reporter: country, partner: partner.area, edition: edition,
        isOriginal: DownloadedCell.isTrue(text(columns.isOriginal)), isTotal: isTotal, tons: tons(),
        value: amount(columns.value, "value"), isEstimated: isEstimated, place: place))
  }

  // MARK: What the row is about

  /// The reason why the row is no figure of goods in the HS for a year or a month; nil if it is one.
  private var otherStatistics: String? {
    for column in [columns.classification, columns.searched] {
      let name = DownloadedCell.code(text(column)).uppercased()
      if !name.isEmpty, !name.hasPrefix("HS"), HSEdition.number(name) == nil {
        return "classification \(shortened(name)) is not HS"
      }
    }
    if !["", "C"].contains(DownloadedCell.code(text(columns.kind)).uppercased()) {
      return "services, not goods"
    }
    return ["", "A", "M"].contains(frequency)
      ? nil : "frequency \(shortened(frequency)): only years (A) and months (M) are read"
  }

  /// What the row is a month of: the reporter by its code in the file, direction and period; nil for a year.
  var month: ComtradeReader.Month? {
    guard frequency != "A", let period, let month = period.month,
      case .reported(let flow) = TradeFlowWord(text(columns.flow))
    else { return nil }
    let year = ComtradeReader.Year(
      reporter: area(columns.reporter).code, flow: flow, year: period.year)
    return ComtradeReader.Month(year: year, month: month)
  }

  private var frequency: String { DownloadedCell.code(text(columns.frequency)).uppercased() }

  private var edition: Int? {
    HSEdition.number(DownloadedCell.code(text(columns.classification)).uppercased())
  }

  /// The year in a year or a date such as 20230101 or 202301.
  private var year: Int? {
    let text = DownloadedCell.code(text(columns.year))
    guard let year = Int(text.prefix(4)), (1900...2200).contains(year), Int(text) != nil else {
      return nil
    }
    return year
  }

  /// The year, or its month; nil if the year or the month of a monthly row cannot be read.
  private var period: TradePeriod? {
    guard let year else { return nil }
    let frequency = frequency
    if frequency == "A" { return TradePeriod(year: year) }
    let text = DownloadedCell.code(text(columns.period))
    let named = text.utf8.count == 6 ? TradePeriod(text: text) : nil
    if let named, named.year == year { return named }
    let number = Int(DownloadedCell.code(self.text(columns.month)))
    if let number, (1...12).contains(number) { return TradePeriod(year: year, month: number) }
    guard frequency == "M" || text.utf8.count == 6 && Int(text) != nil else {
      return TradePeriod(year: year)
    }
    let date = DownloadedCell.code(self.text(columns.year))
    return date.utf8.count > 4 ? TradePeriod(text: String(date.prefix(6))) : nil
  }

  /// Whether the row is a total over second partners, customs procedures, modes of transport and of supply.
  private var isTotal: Bool {
    let isZero = { ["", "0", "W00", "WLD"].contains(DownloadedCell.code(text($0))) }
    return isZero(columns.secondPartner) && isZero(columns.mode) && isZero(columns.supply)
      && ["", "C00", "0"].contains(DownloadedCell.code(text(columns.customs)))
  }

  private var isEstimated: Bool {
    DownloadedCell.isTrue(text(columns.isEstimated))
      || ["4", "6"].contains(DownloadedCell.code(text(columns.flag)))
  }

  /// The codes of the reporter and the partner.
  var areaCodes: [String] { [area(columns.reporter).code, area(columns.partner).code] }

  /// An area as the file has it, in capitals, its number and its code.
  private func area(_ column: Int) -> (text: String, number: Int?, code: String) {
    let code = DownloadedCell.code(text(column))
    if let number = Int(code) { return (code, number, String(number)) }
    let text = code.uppercased()
    let number = TradeArea.number(iso: text)
    return (text, number, number.map(String.init) ?? text)
  }

  private mutating func area(_ column: Int, _ map: ImportMap) -> (code: String, area: TradeArea) {
    let (text, number, code) = area(column)
    switch number.flatMap({ map.areas[$0] }) ?? map.namedAreas[text.lowercased()] {
    case .region(let id):
      if let name = number.flatMap(TradeArea.unionName) {
        notes.append(
          "area \(text) is a union of countries (\(name)): if the files have its members too, they count twice"
        )
      }
      return (code, .country(Country.coded(id) ?? Country(code: id, number: 0, name: id)))
    case .omitted: return (code, .unspecified("area \(shortened(text)), which the map omits"))
    case nil: return (code, number.flatMap { TradeArea(code: $0) } ?? .unknown(text))
    }
  }

  /// What the file calls the goods; nil: it does not say.
  var description: String? {
    let text = text(columns.description)
    return text.isEmpty ? nil : text
  }

  // MARK: Amounts

  /// Net weight, or else the quantity if it is a weight.
  private mutating func tons() -> Double? {
    if let weight = amount(columns.weight, "weight") { return weight / 1000 }
    guard
      let kilograms = ["8": 1, "15": 0.001, "21": 1000][
        DownloadedCell.code(text(columns.quantityUnit))],
      let quantity = columns.quantity.flatMap({ amount($0, "quantity") })
    else { return nil }
    return quantity * kilograms / 1000
  }

  private mutating func amount(_ column: Int, _ name: String) -> Double? {
    let text = text(column)
    switch DownloadedCell.amount(text) {
    case .number(let number): return number
    case .marked(let number):
      notes.append("\(name) with a footnote or commas: read as a plain number")
      return number
    case .absent: return nil
    case .sign:
      notes.append("\(name) `\(text)`: read as not known")
      return nil
    case .unreadable:
      notes.append("\(name) that is negative, too small, too large or no number: read as not known")
      return nil
    }
  }

  private func text(_ column: Int?) -> String { table.text(row, column) }
}
