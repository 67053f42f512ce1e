/// What each country exports to all others, from reports to the UN, in little memory: of a file about the whole world few
/// rows touch one importer, and all count here.
///
/// The exports of a country are its report for the world, or else the sum of its reports by partner; re-exports are taken
/// off: ``DomesticExports``. What goes from one country of a region of the map to another is not exported. An origin that
/// reports nothing has what importers report from it.
struct WorldExports {
  /// The part of the origins, by the value that importers report from them, which must report their exports.
  static let leastReported = 0.9

  private var rows: [Row] = []
  private var codes = Interned()
  private var reporters = Interned()
  private var partners = Interned()
  private var areaOfReporter: [Area] = []
  /// Nil: the world.
  private var areaOfPartner: [Area?] = []
  /// The edition of the HS in which each flow is read.
  private var editions: [Flow: Edition] = [:]
  private let touching: Set<String>?

  /// A country and its place.
  private struct Area {
    var country: String
    var place: String
  }

  /// A report. Two of them are about the same if all but the last four are the same.
  private struct Row {
    var code: Int32
    /// Months since the year 0, or years: ``WorldExports/number(of:)``.
    var period: Int32
    var reporter: Int32
    var flow: UInt8
    var edition: Int8
    var partner: Int32
    var order: UInt32
    /// US dollars; NaN: not known.
    var value: Double
    /// Metric tons; NaN: not known.
    var tons: Double

    var key: (Int32, Int32, Int32, UInt8, Int32) { (code, period, reporter, flow, partner) }
    var figures: TradeFigures {
      TradeFigures(value: value.isNaN ? nil : value, tons: tons.isNaN ? nil : tons)
    }
  }

  /// What is read in one edition of the HS.
  private struct Flow: Hashable {
    var reporter: Int32
    var partner: Int32
    var period: Int32
    var flow: UInt8
  }

  private struct Edition: Comparable {
    var isOriginal: Bool
    var number: Int8

    static func < (a: Self, b: Self) -> Bool {
      (a.isOriginal ? 1 : 0, a.number) < (b.isOriginal ? 1 : 0, b.number)
    }
  }

  /// Texts as numbers, in the order in which they first come.
  private struct Interned {
    private(set) var texts: [String] = []
    private var numbers: [String: Int32] = [:]

    /// The number of a text, and whether it is new.
    mutating func number(_ text: String) -> (Int32, isNew: Bool) {
      if let known = numbers[text] { return (known, false) }
      let number = Int32(texts.count)
      numbers[text] = number
      texts.append(text)
      return (number, true)
    }
  }

  /// - Parameter touching: the places of the importer that is watched. An origin whose exports to them alone are in the
  ///   files does not report its exports to the world.
  init(touching: Set<String>?) { self.touching = touching }

  // MARK: Reading

  mutating func add(_ report: ComtradeReport, _ map: ImportMap) {
    let other: Area?
    switch report.partner {
    case .country(let country): other = Area(country: country.code, place: map.place(of: country))
    case .aggregate("World"): other = nil
    default: return
    }
    let (reporter, isNewReporter) = reporters.number(report.identity.pair.reporter)
    if isNewReporter {
      areaOfReporter.append(
        Area(country: report.reporter.code, place: map.place(of: report.reporter)))
    }
    let (partner, isNewPartner) = partners.number(report.identity.pair.partner)
    if isNewPartner { areaOfPartner.append(other) }
    let row = Row(
      code: codes.number(report.identity.code).0, period: Self.number(of: report.period),
      reporter: reporter, flow: Self.number(of: report.flow), edition: Int8(report.edition ?? -1),
      partner: partner, order: UInt32(truncatingIfNeeded: rows.count), value: report.value ?? .nan,
      tons: report.tons ?? .nan)
    rows.append(row)
    guard report.edition != nil else { return }
    let flow = Flow(reporter: reporter, partner: partner, period: row.period, flow: row.flow)
    let edition = Edition(isOriginal: report.isOriginal, number: row.edition)
    if editions[flow].map({ $0 < edition }) ?? true { editions[flow] = edition }
  }

  private static func number(of period: TradePeriod) -> Int32 {
    Int32(13 * period.year + (period.month ?? 0))
  }

  private static func period(_ number: Int32) -> TradePeriod {
    let month = Int(number % 13)
    return TradePeriod(year: Int(number / 13), month: month == 0 ? nil : month)
  }

  private static func number(of flow: ComtradeReport.Flow) -> UInt8 {
    switch flow {
    case .imports: 0
    case .exports: 1
    case .reexports: 2
    }
  }

  // MARK: Figures

  /// The countries of one origin, by their codes.
  private typealias Origin = [String: Member]

  private struct Key: Hashable {
    var good: String
    var period: Int32
  }

  /// The exports by good, period and origin; only of goods and periods for which at least 90 % of the origins, by the
  /// value of what importers report from them, report their exports.
  ///
  /// - Parameters:
  ///   - goodOfCode: the good of each code; a code that is not there is its own good.
  ///   - frequency: the length of the periods.
  mutating func figures(
    goodOfCode: [String: String], _ frequency: TradePeriod.Frequency
  ) -> [String: [TradePeriod: [String: TradeFigures]]] {
    var origins: [Key: [String: Origin]] = [:]
    for row in takeRows() {
      let period = Self.period(row.period)
      guard period.frequency == frequency else { continue }
      let code = codes.texts[Int(row.code)]
      add(row, to: &origins[Key(good: goodOfCode[code] ?? code, period: row.period), default: [:]])
    }
    var result: [String: [TradePeriod: [String: TradeFigures]]] = [:]
    for (key, origins) in origins {
      guard let exports = Self.exports(origins) else { continue }
      result[key.good, default: [:]][Self.period(key.period)] = exports
    }
    return result
  }

  /// The rows that count: of several about the same the one that was read last, in one edition.
  private mutating func takeRows() -> [Row] {
    var rows = rows
    self.rows = []
    rows.removeAll { row in
      let flow = Flow(
        reporter: row.reporter, partner: row.partner, period: row.period, flow: row.flow)
      return editions[flow].map { $0.number != row.edition } ?? false
    }
    rows.sort { $0.key == $1.key ? $0.order < $1.order : $0.key < $1.key }
    var count = 0
    for place in rows.indices
    where place + 1 == rows.count || rows[place].key != rows[place + 1].key {
      rows[count] = rows[place]
      count += 1
    }
    rows.removeLast(rows.count - count)
    return rows
  }

  private func add(_ row: Row, to origins: inout [String: Origin]) {
    let own = areaOfReporter[Int(row.reporter)]
    guard let other = areaOfPartner[Int(row.partner)] else {
      if row.flow > 0 {
        origins[own.place, default: [:]][own.country, default: Member()].world[
          row.flow, default: .none] += row.figures
      }
      return
    }
    let isInside = own.place == other.place
    if row.flow == 0 {
      if isInside { return }
      origins[other.place, default: [:]][other.country, default: Member()].mirrored += row.figures
      return
    }
    var member = origins[own.place]?[own.country] ?? Member()
    if isInside {
      member.inside[row.flow, default: .none] += row.figures
    } else {
      member.partners[row.flow, default: .none] += row.figures
      if row.flow == 1, touching?.contains(other.place) != true { member.isToOthers = true }
    }
    origins[own.place, default: [:]][own.country] = member
  }

  /// The exports of all origins; nil if too few report them.
  private static func exports(_ origins: [String: Origin]) -> [String: TradeFigures]? {
    var (reported, all) = (0.0, 0.0)
    var result: [String: TradeFigures] = [:]
    for (place, origin) in origins.sorted(by: { $0.key < $1.key }) {
      for (_, member) in origin.sorted(by: { $0.key < $1.key }) {
        all += member.mirrored.value
        if member.isReported { reported += member.mirrored.value }
        let own = member.isReported ? member.exports : nil
        if let figures = own ?? (member.mirrored == .none ? nil : member.mirrored) {
          result[place, default: .none] += figures
        }
      }
    }
    return all > 0 && reported >= leastReported * all ? result : nil
  }
}
