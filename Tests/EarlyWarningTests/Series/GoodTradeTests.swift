import EarlyWarning
import Importing
import Testing

@Suite("The trade of a good")
struct GoodTradeTests {
  private static let good = TradeGood(id: "280530", codes: ["280530"], isCommodity: false)

  private static func record(
    _ origin: String, _ destination: String, _ year: Int, imports: Double?, exports: Double? = nil,
    of id: String? = nil
  ) -> TradeRecord {
    TradeRecord(
      good: id ?? good.id, origin: origin, destination: destination,
      period: TradePeriod(year: year),
      imports: imports.map { TradeFigures(value: 10 * $0, tons: $0) },
      exports: exports.map { TradeFigures(value: 9 * $0, tons: $0) },
      place: FilePlace(file: "trade.csv", line: 2))
  }

  private static let records = TradeRecords(
    source: .comtrade, frequency: .year, goods: [good],
    records: [
      record("CHN", "FRA", 2023, imports: 5, exports: 4), record("CHN", "DEU", 2023, imports: 3),
      record("FRA", "DEU", 2023, imports: 2), record("DEU", "JPN", 2023, imports: nil, exports: 1),
      record("USA", "DEU", 2024, imports: 7), record("CHN", "FRA", 2024, imports: 1, of: "other"),
    ])

  @Test("trade inside a bloc is no import, and its exports are those to others")
  func bloc() {
    let trade = GoodTrade(
      Self.good, of: Self.records, importer: Importer(id: "EU", members: ["FRA", "DEU"]))
    let window = TradeWindow(end: TradePeriod(year: 2023))
    #expect(trade.imports(in: window) == ["CHN": TradeFigures(value: 80, tons: 8)])
    #expect(trade.exports == [TradePeriod(year: 2023): TradeFigures(value: 9, tons: 1)])
    #expect(trade.mirror[TradePeriod(year: 2023)]?["CHN"]?.imports.tons == 5)
  }

  @Test("an origin without a figure has sent nothing where others have sent something")
  func nothing() {
    let trade = GoodTrade(
      Self.good, of: Self.records, importer: Importer(id: "EU", members: ["FRA", "DEU"]))
    #expect(trade.figures(from: "CHN", in: TradePeriod(year: 2024))?.tons == 0)
    #expect(trade.figures(from: "CHN", in: TradePeriod(year: 2025)) == nil)
    #expect(trade.known.all == [TradePeriod(year: 2023), TradePeriod(year: 2024)])
  }

  @Test("where the importer buys nothing of the good but something else, nothing of it has come")
  func otherGood() {
    let records = TradeRecords(
      source: .comtrade, frequency: .year, goods: [Self.good],
      records: [
        Self.record("CHN", "JPN", 2023, imports: 5),
        Self.record("USA", "JPN", 2024, imports: 5, of: "other"),
        Self.record("USA", "DEU", 2025, imports: 5, of: "other"),
      ])
    let trade = GoodTrade(Self.good, of: records, importer: Importer(id: "JPN"))
    #expect(trade.figures(from: "CHN", in: TradePeriod(year: 2024))?.tons == 0)
    #expect(trade.figures(from: "CHN", in: TradePeriod(year: 2025)) == nil)
    #expect(trade.known.all == [TradePeriod(year: 2023), TradePeriod(year: 2024)])
    #expect(trade.known.last == TradePeriod(year: 2024))
  }

  @Test("what a bloc buys is not known until all large members have reported, but in BACI")
  func unreported() {
    var records = TradeRecords(
      source: .comtrade, frequency: .year, goods: [Self.good],
      records: [
        Self.record("CHN", "DEU", 2023, imports: 60),
        Self.record("CHN", "FRA", 2023, imports: 39.5),
        Self.record("CHN", "LUX", 2023, imports: 0.5), Self.record("CHN", "DEU", 2024, imports: 60),
        Self.record("CHN", "FRA", 2024, imports: 40), Self.record("CHN", "DEU", 2025, imports: 60),
      ])
    let bloc = Importer(id: "EU", members: ["DEU", "FRA", "LUX"])
    let trade = GoodTrade(Self.good, of: records, importer: bloc)
    #expect(trade.known.missing == [TradePeriod(year: 2025): ["FRA"]])
    #expect(trade.known.last == TradePeriod(year: 2024))
    #expect(trade.figures(from: "CHN", in: TradePeriod(year: 2024))?.tons == 100)
    #expect(trade.figures(from: "CHN", in: TradePeriod(year: 2025)) == nil)
    records.source = .baci
    let reconciled = GoodTrade(Self.good, of: records, importer: bloc)
    #expect(reconciled.figures(from: "CHN", in: TradePeriod(year: 2025))?.tons == 60)
  }

  @Test("where only origins report, an origin that does not has not sent nothing")
  func mirrored() {
    let records = TradeRecords(
      source: .comtrade, frequency: .year, goods: [Self.good],
      records: [
        Self.record("CHN", "JPN", 2023, imports: 5), Self.record("USA", "JPN", 2023, imports: 3),
        Self.record("VNM", "JPN", 2023, imports: 3),
        Self.record("CHN", "JPN", 2024, imports: nil, exports: 4),
        Self.record("VNM", "DEU", 2024, imports: nil, exports: 4),
      ])
    let trade = GoodTrade(Self.good, of: records, importer: Importer(id: "JPN"))
    let year = TradePeriod(year: 2024)
    #expect(trade.known.last == TradePeriod(year: 2023) && trade.known.all.max() == year)
    #expect(trade.figures(from: "CHN", in: year)?.tons == 4)
    #expect(trade.figures(from: "VNM", in: year)?.tons == 0)
    #expect(trade.figures(from: "USA", in: year) == nil)
  }

  @Test("the trade of all goods at once is that of each good")
  func all() {
    let importer = Importer(id: "EU", members: ["FRA", "DEU"])
    let one = GoodTrade(Self.good, of: Self.records, importer: importer)
    let all = GoodTrade.all(of: Self.records, importer: importer)
    #expect(all.map(\.good) == [Self.good])
    #expect(all.map(\.imports) == [one.imports] && all.map(\.exports) == [one.exports])
    #expect(all.map(\.known) == [one.known] && !one.imports.isEmpty)
  }

  @Test("months follow each other over the turn of a year, and a window has twelve of them")
  func months() {
    let january = TradePeriod(year: 2024, month: 1)
    #expect(january.advanced(by: -1) == TradePeriod(year: 2023, month: 12))
    #expect(TradePeriod(year: 2022, month: 11).distance(to: january) == 14)
    #expect(TradePeriod(text: "202407") == TradePeriod(text: "2024-07"))
    #expect(["2024-13", "24", "2024-7", "x", ""].allSatisfy { TradePeriod(text: $0) == nil })
    let window = TradeWindow(end: TradePeriod(year: 2024, month: 3))
    #expect(window.text == "2023-04..2024-03")
    #expect(window.periods.count == 12 && window.before.end == TradePeriod(year: 2023, month: 3))
  }
}
