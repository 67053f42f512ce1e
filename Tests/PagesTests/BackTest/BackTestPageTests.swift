import Charts
import LinearProgramming
import Pages
import Reporting
import Sourcing
import TestSupport
import Testing

@testable import Scenarios

/// What the page of a back-test says and draws.
@Suite("Pages of back-tests")
struct BackTestPageTests {
  private static func instance() -> Instance {
    var instance = Instance(name: "small", horizon: Horizon(years: 2020...2021, discountRate: 0.05))
    instance.home = RegionSet(id: "A", members: instance.addRegions(["A"]))
    instance.addRegion("<script>")
    instance.addCommodity("ore", unit: "t")
    return instance
  }

  private static func page(plan: Double, stay: Double) -> (Page, BackTestTables) {
    let instance = instance()
    let test = BackTest(
      terms: BackTest.Terms(),
      attempts: [BackTest.Attempt(asOf: 0, termination: .optimal)],
      comparisons: [
        BackTest.Comparison(
          asOf: 0, period: 1, commodity: instance.commodityGroup(CommodityIndex(0)),
          destination: 0, quantity: 10, origins: [0, 1], observed: [0.5, 0.5],
          plan: [plan, 1 - plan], stay: [stay, 1 - stay], trend: [1, 0])
      ], withoutPast: 1)
    let model = Model(name: "m", for: instance)
    return (
      Page(
        backTest: test, of: instance, model,
        report: BackTestReport(test, of: instance, model), making: StressPageTests.making),
      BackTestTables(test, of: instance)
    )
  }

  @Test("the answer says how often plans and shares that stay were nearer")
  func answer() throws {
    let (page, tables) = Self.page(plan: 0.75, stay: 0.6)
    #expect(
      page.answer.text.hasPrefix(
        "No: in 1 of 1 comparison the forecast that shares stay was nearer, in 0 the plan, in 0"))
    #expect(page.figures[0].value == "25.00 percentage points")
    #expect(page.answer.mood == .bad)
    #expect(page.assumed.contains { $0.contains("1 observed") })
    #expect(page.pictures.map(\.id) == ["forecast-errors", "observed-shares"])
    for picture in page.pictures {
      try PictureCells.expectAll(of: picture, in: tables.all)
    }
  }

  @Test("plans that are nearer than shares that stay are good")
  func better() {
    #expect(Self.page(plan: 0.5, stay: 0.6).0.answer.mood == .good)
  }

  @Test("equal errors are the same")
  func equal() {
    let page = Self.page(plan: 0.6, stay: 0.6).0
    #expect(page.answer.text.hasSuffix("in 1 neither."))
    #expect(page.answer.mood == .neutral)
  }

  @Test("of very many supplies the first ones can be chosen, and pictures say so")
  func many() {
    var instance = Self.instance()
    for number in 1..<300 { instance.addCommodity("ore-\(number)", unit: "t") }
    let test = BackTest(
      terms: BackTest.Terms(),
      attempts: [BackTest.Attempt(asOf: 0, termination: .optimal)],
      comparisons: instance.commodities.indices.map { commodity in
        BackTest.Comparison(
          asOf: 0, period: 1, commodity: instance.commodityGroup(commodity), destination: 0,
          quantity: 10, origins: [0, 1], observed: [0.5, 0.5], plan: [0.4, 0.6],
          stay: [0.6, 0.4], trend: [1, 0])
      }, withoutPast: 0)
    let model = Model(name: "m", for: instance)
    let page = Page(
      backTest: test, of: instance, model, report: BackTestReport(test, of: instance, model),
      making: StressPageTests.making)
    #expect(page.pictures.map(\.data.rows.count) == [500, 500])
    #expect(
      page.pictures[0].sentence.hasSuffix(
        " 500 of 600 supplies can be chosen; all are in backtest_errors.csv."))
    #expect(
      page.pictures[1].sentence.hasSuffix(
        " 250 of 300 supplies can be chosen; all are in backtest.csv."))
  }

  @Test("without a plan the page says so")
  func none() {
    let instance = Self.instance()
    let test = BackTest(
      terms: BackTest.Terms(),
      attempts: [BackTest.Attempt(asOf: 0, termination: .infeasible)], comparisons: [],
      withoutPast: 0)
    let model = Model(name: "m", for: instance)
    let page = Page(
      backTest: test, of: instance, model, report: BackTestReport(test, of: instance, model),
      making: StressPageTests.making)
    #expect(page.answer.text.contains("2020 (infeasible)"))
    #expect(page.pictures.isEmpty)
  }
}
