import EarlyWarning
import Importing
import Testing

@Suite("For which periods an importer's trade is known")
struct ReportedPeriodsTests {
  private static let bloc = Importer(id: "EU", members: ["DEU", "FRA", "LUX"])

  /// Imports of a member from China by year, in dollars.
  private static func imports(_ member: String, _ values: [Int: Double]) -> [TradeRecord] {
    values.map { year, value in
      MadeTrade.flow("CHN", member, MadeTrade.year(year), tons: 1, value: value)
    }
  }

  private static func years(_ periods: some Sequence<TradePeriod>) -> [Int] {
    periods.map(\.year).sorted()
  }

  private static let german = imports(
    "DEU", [2019: 60, 2020: 60, 2021: 60, 2022: 60, 2023: 60, 2024: 60])

  @Test("years before, between and after the reports of a large member are not whole")
  func gaps() {
    let records = MadeTrade.records(
      Self.german + Self.imports("FRA", [2020: 40, 2021: 40, 2023: 40])
        + Self.imports("LUX", [2021: 0.5]), source: .comtrade)
    let known = ReportedPeriods(records, of: Self.bloc)
    #expect(Self.years(known.all) == Array(2019...2024))
    #expect(Self.years(known.whole) == [2020, 2021, 2023])
    #expect(known.missing.values.allSatisfy { $0 == ["FRA"] })
    #expect(Self.years(known.missing.keys) == [2019, 2022, 2024])
    #expect(known.last == MadeTrade.year(2023))
    let trade = GoodTrade(MadeTrade.good, of: records, importer: Self.bloc)
    #expect(trade.figures(from: "VNM", in: MadeTrade.year(2021))?.tons == 0)
    #expect([2019, 2022].allSatisfy { trade.figures(from: "CHN", in: MadeTrade.year($0)) == nil })
  }

  @Test("a member that buys from other members only has reported all the same")
  func inner() {
    let within = MadeTrade.flow("DEU", "FRA", MadeTrade.year(2022), tons: 3)
    let records = MadeTrade.records(
      Self.german + [within]
        + Self.imports("FRA", [2019: 40, 2020: 40, 2021: 40, 2023: 40, 2024: 40]),
      source: .comtrade)
    #expect(ReportedPeriods(records, of: Self.bloc).missing.isEmpty)
  }

  @Test("of a place that joins countries each country counts, and other goods are a report")
  func joined() {
    var records = MadeTrade.records(
      (2019...2024).map { MadeTrade.flow("CHN", "EUR", MadeTrade.year($0), tons: 1, value: 100) },
      source: .comtrade)
    let all = { (value: Double) in
      Dictionary(uniqueKeysWithValues: (2019...2024).map { (MadeTrade.year($0), value) })
    }
    var french = all(40)
    french[MadeTrade.year(2020)] = 0
    french[MadeTrade.year(2024)] = nil
    records.reporters = ["EUR": ["DEU": all(60), "FRA": french], "JPN": ["JPN": [:]]]
    let known = ReportedPeriods(records, of: Importer(id: "EUR"))
    #expect(known.missing == [MadeTrade.year(2024): ["FRA"]])
    #expect(known.last == MadeTrade.year(2023))
    records.reporters["EUR"]?["DEU"] = nil
    #expect(ReportedPeriods(records, of: Importer(id: "EUR")).missing.isEmpty, "one country")
  }

  @Test("what is compared is what a country has reported; if it never reports, all that is known")
  func comparable() {
    var mirror = MadeTrade.flow("CHN", MadeTrade.year(2024), tons: 5)
    (mirror.exports, mirror.imports) = (mirror.imports, nil)
    let own = MadeTrade.flow("USA", MadeTrade.year(2023), tons: 5)
    let both = ReportedPeriods(
      MadeTrade.records([own, mirror], source: .comtrade), of: MadeTrade.home)
    #expect(Self.years(both.comparable) == [2023] && Self.years(both.all) == [2023, 2024])
    let never = ReportedPeriods(
      MadeTrade.records([mirror], source: .comtrade), of: MadeTrade.home)
    #expect(Self.years(never.comparable) == [2024] && never.last == nil)
  }
}
