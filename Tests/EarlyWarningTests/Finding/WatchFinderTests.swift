import EarlyWarning
import Importing
import Tables
import Testing

@Suite("What is seen of an importer's trade")
struct WatchFinderTests {
  /// Japan's imports from China and Vietnam from 2016 to 2024, as it reports them, each year on a line of its own: 60 and
  /// 40 t, at last what is given.
  private static func flows(china: Double = 60, vietnam: Double = 40) -> [TradeRecord] {
    (2016...2024).flatMap { year in
      [("CHN", year == 2024 ? china : 60.0), ("VNM", year == 2024 ? vietnam : 40)].map {
        flow($0.0, year, $0.1)
      }
    }.filter { ($0.imports?.tons ?? 0) > 0 }
  }

  private static func flow(_ origin: String, _ year: Int, _ tons: Double) -> TradeRecord {
    var flow = MadeTrade.flow(origin, "JPN", MadeTrade.year(year), tons: tons)
    flow.place = FilePlace(file: "\(origin).csv", line: year)
    return flow
  }

  /// What an origin alone reports.
  private static func mirror(_ origin: String, _ year: Int, _ tons: Double) -> TradeRecord {
    var mirror = flow(origin, year, tons)
    (mirror.exports, mirror.imports) = (mirror.imports, nil)
    return mirror
  }

  private static let japan = Importer(id: "JPN", name: "Japan")

  private static func watch(
    _ flows: [TradeRecord], asOf: Int? = nil, importer: Importer = japan, goods: [TradeGood] = []
  ) throws -> Watch {
    var records = MadeTrade.records(flows, source: .comtrade)
    records.goods += goods
    return try WatchFinder(records, importer: importer, asOf: asOf.map { MadeTrade.year($0) })
      .find()
  }

  @Test("ends with the last year that the importer has reported, and says that there is more")
  func lastReported() throws {
    let late = Self.flows() + [Self.mirror("CHN", 2025, 55)]
    let watch = try Self.watch(late)
    #expect(watch.asOf == MadeTrade.year(2024) && watch.alerts.isEmpty && !watch.isUrgent)
    #expect(
      watch.remarks.first
        == "Japan has not reported what comes after 2024; others report what they sent until 2025, which --asof 2025 looks at."
    )
    // Asked for, the later year is looked at: nothing depends on one origin because the others are late.
    let asked = try Self.watch(late, asOf: 2025)
    #expect(asked.asOf == MadeTrade.year(2025) && asked.alerts.isEmpty)
    let figures = asked.indicators.filter { $0.kind == .cdi1 }
    #expect(figures.count == 2 && figures.allSatisfy { $0.amount == nil })
    #expect(asked.remarks.contains { $0.contains("only imports that origins report are known") })
    #expect(try Self.watch(Self.flows()).remarks.allSatisfy { !$0.contains("--asof") })
  }

  @Test("an importer that stopped to report is looked at as of then, one that never did at the end")
  func stopped() throws {
    let early = Self.flows().filter { $0.period.year <= 2019 }
    let later = (2020...2024).map { Self.mirror("CHN", $0, 60) }
    let watch = try Self.watch(early + later)
    #expect(watch.asOf == MadeTrade.year(2019))
    #expect(watch.remarks.first?.contains("--asof 2024") == true)
    let never = try Self.watch(later)
    #expect(never.asOf == MadeTrade.year(2024))
    #expect(never.remarks.allSatisfy { !$0.contains("--asof") })
  }

  @Test("of a bloc the last year is one that all large members have reported")
  func bloc() throws {
    let bloc = Importer(id: "ALL", members: ["JPN", "KOR"])
    let korea = (2016...2023).map { year in
      MadeTrade.flow("CHN", "KOR", MadeTrade.year(year), tons: 50)
    }
    let watch = try Self.watch(Self.flows() + korea, importer: bloc)
    #expect(watch.asOf == MadeTrade.year(2023))
    #expect(
      watch.remarks.first?.hasPrefix(
        "not all that buy much for ALL have reported what comes after 2023; ") == true)
  }

  @Test("alerts rest on the rows of their years, or on the last row before if nothing came")
  func rows() throws {
    let watch = try Self.watch(Self.flows(china: 20, vietnam: 0))
    #expect(watch.alerts.map(\.alert.origin) == ["CHN", "VNM"], "the larger usual supplier first")
    let lines = watch.alerts.map { watch.rows[$0.alert]?.map(\.text) ?? [] }
    #expect(lines == [["CHN.csv:2024"], ["VNM.csv:2023"]])
    #expect(watch.alerts.map(\.alert.fall) == [1 - 20.0 / 60, 1])
    #expect(
      watch.alerts.allSatisfy { $0.price == nil && $0.urgency == $0.alert.urgencyWithoutPlan })
    let before = try Self.watch(Self.flows(china: 20), asOf: 2023)
    #expect(before.alerts.isEmpty)
  }

  @Test("large gaps between both reports are listed, small ones are not")
  func gaps() throws {
    let flows = Self.flows().map { flow in
      var flow = flow
      let part = flow.origin == "CHN" ? 0.5 : 0.9
      flow.exports = flow.imports.map {
        TradeFigures(value: part * $0.value, tons: $0.tons.map { part * $0 })
      }
      return flow
    }
    let watch = try Self.watch(flows)
    #expect(watch.mirrorGaps == [.init(good: MadeTrade.good.id, origin: "CHN", gap: 0.5)])
    #expect(watch.mirrorGap(of: MadeTrade.good.id, from: "VNM") == nil)
  }

  @Test("goods that the importer does not buy, or of which the past is not known, are told")
  func goods() throws {
    let absent = TradeGood(id: "absent", codes: ["1"], isCommodity: false)
    let watch = try Self.watch(Self.flows(), asOf: 2017, goods: [absent])
    #expect(watch.trade.map(\.good.id) == [MadeTrade.good.id])
    #expect(
      watch.remarks.first
        == "no row has imports into JPN of absent, so nothing is said of it")
    #expect(watch.goodsWithoutPast == [MadeTrade.good.id])
    #expect(try Self.watch(Self.flows()).goodsWithoutPast.isEmpty)
  }

  @Test("does not depend on the number of threads, nor on the order of the rows")
  func order() throws {
    let flows = Self.flows(china: 20)
    let records = MadeTrade.records(flows, source: .comtrade)
    let one = try WatchFinder(records, importer: Self.japan).find()
    let other = try WatchFinder(
      MadeTrade.records(flows.reversed(), source: .comtrade), importer: Self.japan
    ).find(jobs: 3)
    #expect(one.alerts == other.alerts && !one.alerts.isEmpty && one.rows == other.rows)
    #expect(one.indicators == other.indicators && one.remarks == other.remarks)
  }

  @Test("a period that the files do not have is wrong usage, an importer without a row bad data")
  func mistakes() throws {
    for (period, says) in [
      (MadeTrade.year(2030), "JPN has imports from 2016 to 2024"),
      (TradePeriod(year: 2024, month: 6), "the files have years"),
    ] {
      let found = #expect(throws: InputProblems.self) {
        try WatchFinder(
          MadeTrade.records(Self.flows(), source: .comtrade), importer: Self.japan, asOf: period)
      }
      #expect(found?.reason == .wrongArgument && found?.description.contains(says) == true)
    }
    let absent = #expect(throws: InputProblems.self) {
      try Self.watch(Self.flows(), importer: Importer(id: "KOR"))
    }
    #expect(absent?.reason == .badData)
  }
}
