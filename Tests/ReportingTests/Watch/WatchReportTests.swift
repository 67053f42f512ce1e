import EarlyWarning
import Foundation
import Importing
import Reporting
import Testing

@Suite("The report on watched trade")
struct WatchReportTests {
  private static func text(_ watch: Watch, width: Int = 160) -> String {
    WatchReport(watch).lines(width: width).map(\.text).joined(separator: "\n")
  }

  private static let priced = SampleWatch.watch(alerts: [
    PricedAlert(alert: SampleWatch.fall, urgency: .a, price: SampleWatch.price),
    PricedAlert(
      alert: SampleWatch.newly, urgency: .d, unpriced: "the instance has no commodity ore"),
  ])

  @Test(
    "begins with how many alerts there are, what the most urgent one is, and whom it costs what")
  func begins() {
    let answer = WatchAnswer(Self.priced).text
    #expect(
      answer
        == "2 alerts as of 2025, the most urgent of class A: Rare-earth metals (metal) from China (CHN): imports are 80.0% "
        + "below what is usual and the unit value has jumped (z 4.200). If it goes on for 12 months, Japan (JPN) has its first "
        + "shortage after 2 months and loses 10.00 to 14.00 USD million. Without the plan's goals it loses 20.00."
    )
    let text = Self.text(Self.priced)
    #expect(text.hasPrefix("2 alerts as of 2025"))
    #expect(text.contains("Look again weekly"))
  }

  @Test("has every alert, what meets it, and why others are not priced")
  func alerts() {
    let text = Self.text(Self.priced)
    for part in [
      "A      metal Rare-earth metals  CHN China (!)", "10.00 to 14.00", "stock JPN 2.000",
      "origin AUS +8.500",
      "project plant 20.00 (2027)", "ore from AUS: the instance has no commodity ore.",
      "differ by more than 30%",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
  }

  @Test("has what is above its limit, and says where there are no exports")
  func dependence() throws {
    let text = Self.text(Self.priced)
    let row = try #require(text.split(separator: "\n").first { $0.contains("no exports*") })
    #expect(row.contains("0.520*") && row.contains("yes") && row.contains("CHN China (!)"))
    #expect(text.contains("-70.0%"))
  }

  @Test("marks the larger of both bases")
  func larger() throws {
    var watch = Self.priced
    let byTons = watch.indicators.map { indicator in
      var indicator = indicator
      indicator.basis = indicator.basis == .value ? .tons : .value
      if indicator.kind == .cdi1 { indicator.amount = indicator.amount.map { $0 + 0.01 } }
      return indicator
    }
    watch.indicators += byTons
    let rows = Self.text(watch).split(separator: "\n").filter { $0.contains("no exports*") }
    let marked = rows.filter { $0.contains("0.530*^") && !$0.contains("no exports*^") }
    #expect(rows.count == 2 && marked.count == 1, "\(rows)")
  }

  @Test("without alerts says so, and to look quarterly")
  func quiet() {
    let watch = SampleWatch.watch(alerts: [], remarks: ["ore has too few years"])
    #expect(!watch.isUrgent && watch.interval == .quarterly)
    let text = Self.text(watch)
    #expect(text.hasPrefix("No alert as of 2025"))
    #expect(text.contains("Look again quarterly") && text.contains("- ore has too few years"))
    #expect(!text.contains("What meets"))
  }

  @Test("is not quiet where too few years are known to see anything")
  func blind() {
    let some = SampleWatch.watch(alerts: [], withoutPast: ["ore"])
    #expect(WatchAnswer(some).text.contains("Of 1 of them the files have too few earlier years"))
    let all = SampleWatch.watch(alerts: [], withoutPast: ["metal", "ore"])
    #expect(WatchAnswer(all).text.hasPrefix("No alert as of 2025, but the files have too few"))
  }

  @Test("without a plan says what would price an alert")
  func withoutPlan() {
    let watch = SampleWatch.watch(
      alerts: [PricedAlert(alert: SampleWatch.newly, urgency: .d)], pricing: nil)
    #expect(WatchAnswer(watch).text.contains("--instance with --model or --plan"))
    #expect(!Self.text(watch).contains("lost value"))
  }

  @Test("as Markdown has the same tables")
  func markdown() {
    let text = WatchReport(Self.priced).markdown
    #expect(text.contains("| A | metal Rare-earth metals | CHN China (!) | 2025 |"), "\(text)")
  }

  @Test(
    "tables have the worse ends under the names of the contract, and blanks where nothing is known")
  func tables() throws {
    let tables = WatchTables(Self.priced)
    #expect(tables.alerts.rowCount == 2)
    #expect(tables.alerts.text(0, "class") == "A" && tables.alerts.text(0, "what") == "fall; jump")
    #expect(tables.alerts.number(0, "lost_value") == 14)
    #expect(tables.alerts.number(0, "service") == 0.7)
    #expect(tables.alerts.number(0, "mirror_gap") == 0.5)
    #expect(tables.alerts.text(1, "lost_value") == "" && tables.alerts.text(1, "fall") == "")
    let marked = (0..<tables.imports.rowCount).filter { tables.imports.text($0, "alert") == "yes" }
    #expect(marked.map { tables.imports.text($0, "origin") } == ["CHN", "AUS"])
    #expect(tables.imports.rowCount == 5)
  }

  @Test(
    "imports end with the last period that is looked at, and have a 0 where an alert has stopped")
  func stopped() throws {
    let before = TradePeriod(year: 2024)
    var watch = SampleWatch.watch(alerts: [])
    watch.asOf = before
    #expect(WatchTables(watch).imports.rowCount == 2)
    watch = SampleWatch.watch(alerts: [
      PricedAlert(
        alert: Alert(
          good: "ore", origin: "VNM", since: before, asOf: SampleWatch.asOf, reasons: [.fall],
          fall: 1), urgency: .c)
    ])
    let imports = WatchTables(watch).imports
    let rows = (0..<imports.rowCount).filter { imports.text($0, "origin") == "VNM" }
    #expect(imports.rowCount == 7 && rows.count == 2)
    for row in rows {
      #expect(imports.text(row, "alert") == "yes" && imports.text(row, "unit_value") == "")
      #expect(imports.number(row, "tons") == 0 && imports.number(row, "value") == 0)
    }
  }

  @Test("the legend says why an alert without a price has its class, also where none has one")
  func classes() {
    let unpriced = SampleWatch.watch(alerts: [
      PricedAlert(
        alert: SampleWatch.fall, urgency: .d, unpriced: "the plan has no imports from CHN")
    ])
    let flat = { (watch: Watch) in Self.text(watch, width: 400) }
    #expect(flat(unpriced).contains("newly dependent, or the plan has no imports from there"))
    #expect(!flat(unpriced).contains("lost value"))
    let small = SampleWatch.watch(alerts: [
      PricedAlert(alert: SampleWatch.fall, urgency: .c, unpriced: "by less than 10%")
    ])
    #expect(flat(small).contains("something has moved, or the fall is below 10%"))
    let without = SampleWatch.watch(
      alerts: [PricedAlert(alert: SampleWatch.newly, urgency: .d)], pricing: nil)
    #expect(flat(without).contains("newly dependent; look quarterly"))
  }

  @Test("months are looked at every month, since a sum alerts in one month only")
  func monthly() {
    var watch = SampleWatch.watch(alerts: [])
    watch.asOf = TradePeriod(year: 2025, month: 6)
    #expect(watch.interval == .monthly && WatchAnswer(watch).advice.contains("monthly"))
    #expect(Alert.Class.a.interval(for: .month) == .weekly)
    #expect(Alert.Class.d.interval(for: .year) == .quarterly)
  }

  @Test("JSON has the lines of the files that an alert rests on")
  func json() throws {
    let json = try WatchSummary(Self.priced).json()
    let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect(object["most_urgent"] as? String == "A" && object["look_again"] as? String == "weekly")
    let alerts = try #require(object["alerts"] as? [[String: Any]])
    #expect(alerts[0]["lines"] as? [String] == ["trade.csv:25"])
    #expect(alerts[1]["price"] is NSNull)
  }
}
