import EarlyWarning
import Importing
import Testing

@Suite("Alerts that changes raise")
struct RaisedAlertTests {
  private static let good = TradeGood(id: "A", codes: ["A"], isCommodity: false)
  private static let last = TradePeriod(year: 2019)

  /// Metric tons, and US dollars a ton.
  private typealias Year = (tons: Double, unitValue: Double)

  /// Imports from each origin in the years up to 2019.
  private static func trade(_ origins: [String: [Year]]) -> GoodTrade {
    var records: [TradeRecord] = []
    for (origin, years) in origins.sorted(by: { $0.key < $1.key }) {
      for (place, year) in years.enumerated() where year.tons > 0 {
        let period = last.advanced(by: place + 1 - years.count)
        records.append(
          TradeRecord(
            good: "A", origin: origin, destination: "JPN", period: period,
            imports: TradeFigures(value: year.tons * year.unitValue, tons: year.tons), exports: nil,
            place: FilePlace(file: "trade.csv", line: 2)))
      }
    }
    return GoodTrade(
      good,
      of: TradeRecords(source: .baci, frequency: .year, goods: [good], records: records),
      importer: Importer(id: "JPN"))
  }

  /// Five years alike, and the last one, alike if it is not given.
  private static func steady(_ tons: Double, last: Year? = nil) -> [Year] {
    Array(repeating: (tons, 10), count: 5) + [last ?? (tons, 10)]
  }

  private static func alerts(
    _ trade: GoodTrade, isDependent: Bool = false, newlyDependentOn newly: String? = nil
  ) -> [Alert] {
    Alert.raised(
      by: ChangeSet(trade, asOf: last), isDependent: isDependent, newlyDependentOn: newly)
  }

  @Test("an origin that falls raises one alert with its figures, one that does not raises none")
  func fall() throws {
    let trade = Self.trade(["CHN": Self.steady(60, last: (30, 10)), "USA": Self.steady(40)])
    let alerts = Self.alerts(trade)
    let alert = try #require(alerts.first)
    #expect(alerts.count == 1)
    #expect(alert.good == "A" && alert.origin == "CHN" && alert.reasons == [.fall])
    #expect(alert.since == Self.last && alert.asOf == Self.last)
    #expect(alert.fall == 0.5 && alert.z == 0 && alert.cusum == 0 && alert.usualShare == 0.6)
    #expect(alert.hasMoved && alert.urgencyWithoutPlan == .c)
  }

  @Test("the larger usual supplier comes first, and a stop counts as one")
  func order() {
    let trade = Self.trade([
      "CHN": Self.steady(10, last: (0, 10)), "USA": Self.steady(40, last: (10, 10)),
      "VNM": Self.steady(50),
    ])
    let alerts = Self.alerts(trade)
    #expect(alerts.map(\.origin) == ["USA", "CHN"])
    #expect(alerts.map(\.fall) == [0.75, 1])
  }

  @Test("an origin with less than a thousandth of the tons raises nothing")
  func small() {
    for (tons, count) in [(0.99, 0), (1.01, 1)] {
      let trade = Self.trade(["CHN": Self.steady(tons, last: (0, 10)), "USA": Self.steady(1000)])
      #expect(Self.alerts(trade).count == count)
    }
  }

  @Test("a dear unit value is an alert of its own, and the price of steady imports is none")
  func jump() throws {
    let trade = Self.trade(["CHN": Self.steady(60, last: (60, 25)), "USA": Self.steady(40)])
    let alert = try #require(Self.alerts(trade, isDependent: true).first)
    #expect(alert.reasons == [.jump, .cusum] && alert.origin == "CHN" && alert.fall == 0)
    #expect(alert.isDependent && alert.urgencyWithoutPlan == .b)
  }

  @Test("a newly dependent good names its largest origin, alone or with what has moved")
  func dependent() throws {
    let calm = Self.trade(["CHN": Self.steady(60), "USA": Self.steady(40)])
    let found = Self.alerts(calm, isDependent: true, newlyDependentOn: "CHN")
    let alone = try #require(found.first)
    #expect(found.count == 1)
    #expect(alone.origin == "CHN" && alone.reasons == [.dependent] && alone.since == Self.last)
    #expect(!alone.hasMoved && alone.urgencyWithoutPlan == .d && alone.fall == 0)
    #expect(Self.alerts(calm, isDependent: true).isEmpty)
    let moved = Self.trade(["CHN": Self.steady(60, last: (41, 10)), "USA": Self.steady(40)])
    let both = Self.alerts(moved, isDependent: true, newlyDependentOn: "CHN")
    #expect(both.map(\.reasons) == [[.fall, .dependent]])
    #expect(both.map(\.urgencyWithoutPlan) == [.b])
  }
}
