import Charts
import EarlyWarning
import Importing
import Pages
import Reporting
import Testing

/// What the page on watched trade says and draws.
@Suite("Pages on watched trade")
struct WatchPageTests {
  private static let good = TradeGood(
    id: "280530", name: "Rare-earth metals", codes: ["280530"], isCommodity: false)
  private static let importer = Importer(id: "JPN", name: "Japan")
  private static let making = Page.Making(program: "p", command: "c")

  /// Imports from ten origins over three years; of the first one nothing comes in the last year.
  private static func trade(hasTons: Bool) -> GoodTrade {
    let records = (2022...2024).flatMap { year in
      (0..<10).compactMap { number -> TradeRecord? in
        guard year < 2024 || number > 0 else { return nil }
        let tons = Double(100 - number)
        return TradeRecord(
          good: good.id, origin: "O\(number)", destination: "JPN",
          period: TradePeriod(year: year),
          imports: TradeFigures(value: 10 * tons, tons: hasTons ? tons : nil), exports: nil,
          place: FilePlace(file: "t.csv", line: 2))
      }
    }
    return GoodTrade(
      good,
      of: TradeRecords(source: .baci, frequency: .year, goods: [good], records: records),
      importer: importer)
  }

  private static func page(alerts: [PricedAlert], hasTons: Bool = true) -> Page {
    let watch = Watch(
      importer: importer, asOf: TradePeriod(year: 2024), source: .baci, goods: [good],
      trade: [trade(hasTons: hasTons)], indicators: [], alerts: alerts, remarks: ["Short series."],
      summary: ImportSummary())
    return Page(watch: watch, report: WatchReport(watch), making: making)
  }

  private static func alert(_ origin: String, since year: Int) -> PricedAlert {
    PricedAlert(
      alert: Alert(
        good: good.id, origin: origin, since: TradePeriod(year: year),
        asOf: TradePeriod(year: 2024), reasons: [.fall], fall: 1), urgency: .b)
  }

  @Test("an urgent alert is bad news, none is good news")
  func mood() {
    let urgent = Self.page(alerts: [Self.alert("O0", since: 2024)])
    #expect(urgent.answer.mood == .bad && urgent.answer.text.contains("imports have stopped"))
    #expect(urgent.title.contains("Japan (JPN)"))
    let quiet = Self.page(alerts: [])
    #expect(quiet.answer.mood == .good && quiet.answer.text.hasPrefix("No alert"))
    #expect(quiet.assumed == ["Short series."])
  }

  @Test("draws imports and unit values, with a mark at each period of an alert")
  func pictures() throws {
    let page = Self.page(alerts: [Self.alert("O9", since: 2023)])
    #expect(page.pictures.map(\.id) == ["imports-over-time", "unit-values"])
    let rows = page.pictures[0].data.objects
    #expect(rows.count == 29)
    let marked = rows.filter { $0["alert"] == .text("yes") }
    #expect(marked.count == 2 && marked.allSatisfy { $0["origin"] == .text("O9") })
    // The eight largest origins and the one with the alert are drawn by themselves.
    #expect(Set(rows.compactMap { $0["_origin"]?.text }).count == 10)
    let lines = Set(page.pictures[1].data.objects.compactMap { $0["origin"]?.text })
    #expect(lines.count == 9 && lines.contains("O9") && !lines.contains("O0"))
  }

  @Test("marks the period in which nothing comes any more")
  func stopped() {
    let page = Self.page(alerts: [Self.alert("O0", since: 2024)])
    let marked = page.pictures[0].data.objects.filter { $0["alert"] == .text("yes") }
    #expect(marked.count == 1)
    #expect(marked.first?["origin"] == .text("O0") && marked.first?["period"] == .text("2024"))
  }

  @Test("without weights draws values, and no unit values")
  func withoutTons() {
    let page = Self.page(alerts: [], hasTons: false)
    #expect(page.pictures.map(\.id) == ["imports-over-time"])
  }
}
