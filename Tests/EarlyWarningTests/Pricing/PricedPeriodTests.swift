import Importing
import Testing

@testable import EarlyWarning
@testable import Sourcing

@Suite("The period in which alerts are priced")
struct PricedPeriodTests {
  private func found(_ year: Int, month: Int? = nil, _ periods: [(String, Int)]) -> (
    label: String, remark: String?
  ) {
    let instance = Instance(
      name: "periods", horizon: Horizon(periods.map { ($0.0, $0.1) }, discountRate: 0))
    let period = AlertPricer.period(
      for: TradePeriod(year: year, month: month), in: instance)
    return (instance.horizon[period.index].label, period.remark)
  }

  @Test(
    "holds the year",
    arguments: [(2024, "2024"), (2025, "2025-29"), (2029, "2025-29"), (2030, "FY2030")])
  func holds(year: Int, label: String) {
    let period = found(year, month: 7, [("2024", 1), ("2025-29", 5), ("FY2030", 2)])
    #expect(period.label == label && period.remark == nil)
  }

  @Test("is else the nearest one, the earlier of two, and says so")
  func nearest() {
    let periods = [("2020", 1), ("2024", 1), ("2030", 1)]
    for (year, label) in [(2010, "2020"), (2022, "2020"), (2023, "2024"), (2050, "2030")] {
      let period = found(year, periods)
      #expect(period.label == label)
      #expect(period.remark?.contains("\(year)") == true && period.remark?.contains(label) == true)
    }
  }

  @Test("is the last one before the fall where history has it, unless that is ignored")
  func observed() {
    var instance = Instance(name: "seen", horizon: Horizon(years: 2021...2026, discountRate: 0))
    let regions = instance.addRegions(["H", "X"])
    instance.home = RegionSet(id: "H", members: [regions[0]])
    let good = instance.addCommodity("g", unit: "t")
    instance.addCommodity("other", unit: "t")
    instance.history = instance.horizon.indices.prefix(4).map {
      HistoricalFlow(
        commodity: good, origin: regions[1], destination: regions[0], period: $0, quantity: 1)
    }
    let priced = { (good: String, since: Int, asOf: Int, history: Model.HistoryMode) in
      let alert = Alert(
        good: good, origin: "X", since: TradePeriod(year: since), asOf: TradePeriod(year: asOf),
        reasons: [.fall], fall: 0.5)
      let found = PricedPeriod(for: alert, in: instance, history: history)
      return (instance.horizon[found.index].label, found.remark)
    }
    #expect(priced("g", 2024, 2024, .fix).0 == "2023")
    #expect(priced("g", 2023, 2024, .fix).0 == "2022")
    #expect(priced("g", 2024, 2024, .fix).1?.contains("have their falls already") == true)
    #expect(priced("g", 2024, 2024, .ignore) == ("2024", nil))
    #expect(priced("g", 2025, 2025, .fix) == ("2025", nil))
    #expect(priced("other", 2024, 2024, .fix) == ("2024", nil))
    #expect(priced("g", 2020, 2022, .fix).0 == "2022")
    #expect(priced("g", 2020, 2022, .fix).1?.hasSuffix("a second fall as large") == true)
  }

  @Test("follows from the labels that name a year, and is the first one if none does")
  func unnamed() {
    let period = found(2027, [("2024", 2), ("next", 2), ("later", 5)])
    #expect(period.label == "next" && period.remark == nil)
    let none = found(2027, [("now", 1), ("soon", 1)])
    #expect(none.label == "now" && none.remark?.contains("now") == true)
  }
}
