import EarlyWarning
import Foundation
import Importing
import Testing

@Suite("The history of an origin")
struct OriginHistoryTests {
  /// What CHN sends JPN of a good, and USA of another in all periods.
  private static func trade(
    _ rows: [(period: TradePeriod, value: Double, tons: Double?)], also: [TradePeriod] = []
  ) -> GoodTrade {
    let goods = ["A", "B"].map { TradeGood(id: $0, codes: [$0], isCommodity: false) }
    let place = FilePlace(file: "trade.csv", line: 2)
    var records = rows.map {
      TradeRecord(
        good: "A", origin: "CHN", destination: "JPN", period: $0.period,
        imports: TradeFigures(value: $0.value, tons: $0.tons), exports: nil, place: place)
    }
    records += also.map {
      TradeRecord(
        good: "B", origin: "USA", destination: "JPN", period: $0,
        imports: TradeFigures(value: 1, tons: 1), exports: nil, place: place)
    }
    return GoodTrade(
      goods[0],
      of: TradeRecords(
        source: .comtrade, frequency: rows[0].period.frequency, goods: goods, records: records),
      importer: Importer(id: "JPN"))
  }

  private static func years(_ tons: [Double?], unitValues: [Double]? = nil) -> OriginHistory {
    let rows = tons.enumerated().map { place, tons in
      (TradePeriod(year: 2010 + place), (tons ?? 1) * (unitValues?[place] ?? 10), tons)
    }
    return OriginHistory(
      trade(rows), origin: "CHN", through: TradePeriod(year: 2009 + tons.count))
  }

  @Test("a fall is what is missing of the median of three to five years before")
  func fall() throws {
    let changes = Self.years([100, 80, 120, 90, 110, 130, 30]).changes
    #expect(changes.prefix(3).allSatisfy { $0.fall == nil && $0.usualTons == nil })
    #expect(changes[3].usualTons == 100)
    #expect(try abs(#require(changes[3].fall) - 0.1) < 1e-12)
    #expect(changes[4].usualTons == 95)
    // The five years before 2016 are 80, 120, 90, 110, 130.
    #expect(changes[6].usualTons == 110)
    #expect(try abs(#require(changes[6].fall) - (1 - 30.0 / 110)) < 1e-12)
    #expect(changes[6].reasons == [.fall] && changes[6].since == TradePeriod(year: 2016))
    #expect(changes.prefix(6).allSatisfy { $0.reasons.isEmpty })
  }

  @Test("a fall of less than three tenths is none, and more than usual is a negative fall")
  func small() throws {
    let changes = Self.years([100, 100, 100, 71, 150]).changes
    #expect(changes[3].reasons == [] && changes[4].reasons == [])
    #expect(try #require(changes[4].fall) == -0.5)
    #expect(Self.years([100, 100, 100, 70]).changes[3].reasons == [.fall])
  }

  @Test("a stop of the only origin is a fall of 1, since another good is reported")
  func stop() throws {
    let years = (2010...2014).map { TradePeriod(year: $0) }
    let trade = Self.trade(years.prefix(4).map { ($0, 1000, 100) }, also: years)
    let change = try #require(
      OriginHistory(trade, origin: "CHN", through: years[4]).changes.last)
    #expect(change.tons == 0 && change.fall == 1 && change.reasons == [.fall])
    #expect(change.unitValue == nil && change.z == nil && change.cusum == nil)
  }

  @Test("after some years without imports the usual is 0, and nothing has fallen")
  func long() throws {
    let years = (2010...2018).map { TradePeriod(year: $0) }
    let trade = Self.trade(years.prefix(4).map { ($0, 1000, 100) }, also: years)
    let changes = OriginHistory(trade, origin: "CHN", through: years[8]).changes
    #expect(changes[6].fall == 1 && changes[6].since == years[4])
    #expect(changes[7].usualTons == 0 && changes[7].fall == nil && changes[7].reasons == [])
  }

  @Test("in months a fall must last for two, each against the same month of earlier years")
  func months() throws {
    let first = TradePeriod(year: 2010, month: 1)
    // Seasons: the twelfth month has ten times as much as the others.
    let rows = (0..<53).map { place in
      let usual = place % 12 == 11 ? 1000.0 : 100
      return (first.advanced(by: place), usual * 10, place >= 50 ? usual / 2 : usual)
    }
    let trade = Self.trade(rows.map { ($0.0, $0.2 * 10, $0.2) })
    let changes = OriginHistory(trade, origin: "CHN", through: first.advanced(by: 52)).changes
    #expect(changes[47].fall == 0 && changes[48].fall == 0)
    #expect(changes[50].fall == 0.5 && changes[50].reasons == [])
    #expect(changes[51].reasons == [.fall] && changes[51].since == first.advanced(by: 50))
    #expect(changes[52].reasons == [.fall] && changes[52].since == first.advanced(by: 50))
  }

  @Test("a month that is not reported ends a fall, and one without tons says nothing")
  func gaps() {
    let first = TradePeriod(year: 2010, month: 1)
    let rows = (0..<54).filter { $0 != 51 }.map {
      (first.advanced(by: $0), 1000.0, $0 == 53 ? nil : Optional($0 >= 50 ? 10.0 : 100))
    }
    let changes = OriginHistory(
      Self.trade(rows), origin: "CHN", through: first.advanced(by: 53)
    ).changes
    #expect(changes[50].fall == 0.9 && changes[51].fall == nil && changes[52].fall == 0.9)
    #expect(changes[53].fall == nil && changes[53].unitValue == nil)
    #expect(changes.allSatisfy { !$0.reasons.contains(.fall) })
  }

  @Test("the z of a year is that of the definition, and the sum starts anew after an alert")
  func z() throws {
    let unitValues = [10, 11, 9, 10, 12, 30, 31, 10.0]
    let changes = Self.years(Array(repeating: 100, count: 8), unitValues: unitValues).changes
    var sum = 0.0
    var alerts = 0
    for place in 3..<8 {
      let past = unitValues[max(0, place - 5)..<place].map { log($0) }.sorted()
      let middle = Self.middle(past)
      let deviation = Self.middle(past.map { abs($0 - middle) }.sorted())
      let z = (log(unitValues[place]) - middle) / (1.4826 * max(deviation, 0.05))
      sum = max(0, sum + z - 0.5)
      let change = changes[place]
      let limit = [3: 8.0, 4: 6, 5: 5][past.count]
      #expect(try abs(#require(change.z) - z) < 1e-9)
      #expect(try abs(#require(change.cusum) - sum) < 1e-9)
      #expect(change.years == past.count && change.cusumLimit == limit && change.steadyZ == nil)
      #expect(change.reasons.contains(.jump) == (past.count == 5 && z > 3.5))
      #expect(change.reasons.contains(.cusum) == (sum > (limit ?? 0)))
      if change.reasons.contains(.cusum) {
        sum = 0
        alerts += 1
      }
    }
    #expect(alerts >= 1)
    #expect(changes[5].reasons == [.jump, .cusum])
  }

  private static func middle(_ sorted: [Double]) -> Double {
    let half = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
  }

  @Test("what comes later changes nothing of the periods before")
  func causal() {
    for seed in UInt64(1)...5 {
      var series = SimulatedSeries(seed: seed, noise: .init(unitValue: 0.2, tons: 0.2))
      let whole = series.history()
      series.planted = .init(place: 150, tons: 0, unitValue: 3)
      #expect(series.history().changes.prefix(150) == whole.changes.prefix(150))
      #expect(whole.changes[140].steadyZ != nil)
    }
  }

  @Test("units of money and weight change no fall, no z and no sum")
  func units() throws {
    let tons: [Double?] = [100, 80, 120, 90, 110, 130, 30]
    let prices = [10.0, 11, 9, 14, 12, 40, 30]
    let one = Self.years(tons, unitValues: prices).changes
    let other = Self.years(tons.map { $0.map { $0 * 1000 } }, unitValues: prices.map { $0 * 150 })
    for (a, b) in zip(one, other.changes) where a.z != nil {
      #expect(try abs(#require(a.z) - #require(b.z)) < 1e-9)
      #expect(try abs(#require(a.cusum) - #require(b.cusum)) < 1e-9)
      #expect(try abs(#require(a.fall) - #require(b.fall)) < 1e-9)
    }
    #expect(one.contains { $0.z != nil })
  }
}
