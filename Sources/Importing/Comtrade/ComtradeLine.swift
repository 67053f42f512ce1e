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

  mutating func meaning(known: Set<String>, years: YearFilter, map: ImportMap) -> Meaning {
    if let reason = otherStatistics { return .leftOut(reason) }
    let goods = ComtradeCell.goods(text(columns.code))
    guard known.contains(goods.code) else {
      return .otherGoods(code: goods.code, heading: Self.heading(of: goods.code, in: known))
    }
    if goods.isPadded { notes.append("HS code without its leading 0: read with it") }
    guard let year else { return .leftOut("the year is no year such as 2023") }
    if let objection = years.objection(to: year) { return .leftOut(objection) }
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
      reporter: reporter.code, partner: partner.code, flow: flow, year: year)
    return .report(
      ComtradeReport(
        identity: ComtradeReport.Identity(pair: pair, code: goods.code), reporter: country,
        partner: partner.area, edition: edition,
        isOriginal: ComtradeCell.isTrue(text(columns.isOriginal)), isTotal: isTotal, tons: tons(),
        value: amount(columns.value, "value"), isEstimated: isEstimated, place: place))
  }

  // MARK: What the row is about

  /// The reason why the row is no annual figure of goods in the HS; nil if it is one.
  private var otherStatistics: String? {
    for column in [columns.classification, columns.searched] {
      let name = ComtradeCell.code(text(column)).uppercased()
      if !name.isEmpty, !name.hasPrefix("HS"), HSEdition.number(name) == nil {
        return "classification \(shortened(name)) is not HS"
      }
    }
    if !["", "C"].contains(ComtradeCell.code(text(columns.kind)).uppercased()) {
      return "services, not goods"
    }
    let frequency = ComtradeCell.code(text(columns.frequency)).uppercased()
    let period = ComtradeCell.code(text(columns.period))
    let month = Int(ComtradeCell.code(text(columns.month))) ?? 0
    let isOfMonth =
      frequency.isEmpty && (period.count == 6 && Int(period) != nil || (1...12).contains(month))
    return frequency != "A" && (!frequency.isEmpty || isOfMonth)
      ? "monthly: only annual figures are read" : nil
  }

  /// The code of the map of which a code is a part. Codes of the map have 2, 4 or 6 digits.
  static func heading(of code: String, in known: Set<String>) -> String? {
    [2, 4, 6].lazy.map { String(code.prefix($0)) }.first { known.contains($0) }
  }

  private var edition: Int? {
    HSEdition.number(ComtradeCell.code(text(columns.classification)).uppercased())
  }

  /// The year in a year or a date such as 20230101 or 202301.
  private var year: Int? {
    let text = ComtradeCell.code(text(columns.year))
    guard let year = Int(text.prefix(4)), (1900...2200).contains(year), Int(text) != nil else {
      return nil
    }
    return year
  }

  /// Whether the row is a total over second partners, customs procedures, modes of transport and of supply.
  private var isTotal: Bool {
    let isZero = { ["", "0", "W00", "WLD"].contains(ComtradeCell.code(text($0))) }
    return isZero(columns.secondPartner) && isZero(columns.mode) && isZero(columns.supply)
      && ["", "C00", "0"].contains(ComtradeCell.code(text(columns.customs)))
  }

  private var isEstimated: Bool {
    ComtradeCell.isTrue(text(columns.isEstimated))
      || ["4", "6"].contains(ComtradeCell.code(text(columns.flag)))
  }

  /// The codes of the reporter and the partner.
  var areaCodes: [String] { [area(columns.reporter).code, area(columns.partner).code] }

  /// An area as the file has it, in capitals, its number and its code.
  private func area(_ column: Int) -> (text: String, number: Int?, code: String) {
    let text = ComtradeCell.code(text(column)).uppercased()
    let number = Int(text) ?? TradeArea.number(iso: text)
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

  // MARK: Amounts

  /// Net weight, or else the quantity if it is a weight.
  private mutating func tons() -> Double? {
    if let weight = amount(columns.weight, "weight") { return weight / 1000 }
    guard
      let kilograms = ["8": 1, "15": 0.001, "21": 1000][
        ComtradeCell.code(text(columns.quantityUnit))],
      let quantity = columns.quantity.flatMap({ amount($0, "quantity") })
    else { return nil }
    return quantity * kilograms / 1000
  }

  private mutating func amount(_ column: Int, _ name: String) -> Double? {
    let text = text(column)
    switch ComtradeCell.amount(text) {
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
