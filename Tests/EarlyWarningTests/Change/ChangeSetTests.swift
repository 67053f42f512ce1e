import EarlyWarning
import Importing
import Testing

@Suite("The changes of a good")
struct ChangeSetTests {
  private static let good = TradeGood(id: "A", codes: ["A"], isCommodity: false)

  private static func record(
    _ origin: String, _ destination: String, _ period: TradePeriod, tons: Double?,
    value: Double = 100,
    isMirror: Bool = false
  ) -> TradeRecord {
    let figures = TradeFigures(value: value, tons: tons)
    return TradeRecord(
      good: "A", origin: origin, destination: destination, period: period,
      imports: isMirror ? nil : figures, exports: isMirror ? figures : nil,
      place: FilePlace(file: "trade.csv", line: 2))
  }

  private static func changes(
    _ records: [TradeRecord], asOf: TradePeriod, importer: Importer = Importer(id: "JPN")
  ) -> ChangeSet {
    ChangeSet(
      GoodTrade(
        good,
        of: TradeRecords(
          source: .comtrade, frequency: asOf.frequency, goods: [good], records: records),
        importer: importer), asOf: asOf)
  }

  @Test("too few earlier years are said, in months and in years", arguments: [2, 3])
  func few(years: Int) {
    let first = TradePeriod(year: 2020, month: 1)
    let months = (0...12 * years).map {
      Self.record("CHN", "JPN", first.advanced(by: $0), tons: $0 == 12 * years ? 1 : 10)
    }
    let byMonth = Self.changes(months, asOf: first.advanced(by: 12 * years))
    let annual = (0...years).map {
      Self.record("CHN", "JPN", TradePeriod(year: 2020 + $0), tons: $0 == years ? 1 : 10)
    }
    let byYear = Self.changes(annual, asOf: TradePeriod(year: 2020 + years))
    if years == 2 {
      #expect(
        byMonth.remarks == [
          "Imports of 2022-01 are compared with the same month of earlier years, at least 3, and the files have 2: no alert from change."
        ])
      #expect(
        byYear.remarks == [
          "Imports of 2022 are compared with earlier years, at least 3, and the files have 2: no alert from change."
        ])
      #expect(byMonth.change(from: "CHN")?.fall == nil && byYear.change(from: "CHN")?.fall == nil)
    } else {
      #expect(byMonth.remarks.isEmpty && byYear.remarks.isEmpty)
      #expect(byMonth.change(from: "CHN")?.fall == 0.9)
      #expect(byYear.change(from: "CHN")?.reasons.contains(.fall) == true)
    }
  }

  @Test("a period that nobody reports is said")
  func nothing() {
    let records = (2020...2024).map {
      Self.record("CHN", "JPN", TradePeriod(year: $0), tons: 10)
    }
    let changes = Self.changes(records, asOf: TradePeriod(year: 2025))
    #expect(
      changes.remarks == ["The files have no imports of JPN in 2025: no alert from change."])
    #expect(changes.changes.allSatisfy { $0.change.reasons.isEmpty })
  }

  @Test("members that have not yet reported are named, and nothing has fallen for that")
  func members() {
    var records = (2020...2024).flatMap { year in
      ["DEU", "FRA"].map { Self.record("CHN", $0, TradePeriod(year: year), tons: 10) }
    }
    records.append(Self.record("CHN", "DEU", TradePeriod(year: 2025), tons: 10))
    let bloc = Importer(id: "EU", members: ["DEU", "FRA"])
    let changes = Self.changes(records, asOf: TradePeriod(year: 2025), importer: bloc)
    #expect(changes.remarks == ["FRA of EU has not reported 2025: no alert from change."])
    #expect(changes.changes.count == 1 && changes.change(from: "CHN")?.fall == nil)
    let before = Self.changes(records, asOf: TradePeriod(year: 2024), importer: bloc)
    #expect(before.remarks.isEmpty && before.change(from: "CHN")?.fall == 0)
  }

  @Test("before the importer has reported, what origins report counts, and that is said")
  func mirrored() {
    var records = (2020...2024).flatMap { year in
      ["CHN", "USA"].map { Self.record($0, "JPN", TradePeriod(year: year), tons: 10) }
    }
    records.append(Self.record("CHN", "JPN", TradePeriod(year: 2025), tons: 5, isMirror: true))
    let changes = Self.changes(records, asOf: TradePeriod(year: 2025))
    #expect(
      changes.remarks == [
        "JPN has not reported 2025: only imports that origins report are known."
      ])
    #expect(changes.change(from: "CHN")?.fall == 0.5)
    #expect(changes.change(from: "USA")?.fall == nil)
  }

  @Test("imports without tons say nothing of falls, and that is said")
  func withoutTons() {
    var records = (2020...2024).map { Self.record("CHN", "JPN", TradePeriod(year: $0), tons: 10) }
    records.append(Self.record("CHN", "JPN", TradePeriod(year: 2025), tons: nil))
    let changes = Self.changes(records, asOf: TradePeriod(year: 2025))
    #expect(
      changes.remarks == [
        "A from CHN: less than 90 % of the value of 2025 has a weight, too little to tell a fall."
      ])
    #expect(changes.change(from: "CHN")?.tons == nil)
  }

  @Test("a period of another length has no changes")
  func otherLength() {
    let records = (2020...2024).map { Self.record("CHN", "JPN", TradePeriod(year: $0), tons: 10) }
    #expect(Self.changes(records, asOf: TradePeriod(year: 2024, month: 1)).changes.isEmpty)
  }

  @Test("the order of the rows changes nothing")
  func order() {
    var records = (2015...2024).flatMap { year in
      ["CHN", "USA", "VNM"].enumerated().map { place, origin in
        Self.record(
          origin, "JPN", TradePeriod(year: year), tons: Double(10 + (year * (3 + place)) % 7))
      }
    }
    let one = Self.changes(records, asOf: TradePeriod(year: 2024))
    records.reverse()
    let other = Self.changes(records, asOf: TradePeriod(year: 2024))
    #expect(one.histories == other.histories && one.histories.count == 3)
    #expect(one.usualShares == other.usualShares)
  }
}
