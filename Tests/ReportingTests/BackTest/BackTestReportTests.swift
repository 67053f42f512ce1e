import LinearProgramming
import Reporting
import Sourcing
import TestSupport
import Testing

@testable import Scenarios

@Suite("The report of a back-test")
struct BackTestReportTests {
  /// Home is A and B, and C supplies; many goods.
  private static func instance(goods: Int) -> Instance {
    var instance = Instance(name: "many", horizon: Horizon(years: 2020...2021, discountRate: 0.05))
    let members = instance.addRegions(["A", "B"])
    instance.addRegion("C")
    instance.home = RegionSet(id: "both", members: members)
    for number in 0..<goods { instance.addCommodity("g\(number + 10)", unit: "t") }
    return instance
  }

  /// A comparison in which all came from C, and the plan expected a part from A.
  private static func comparison(
    of good: Int, into destination: RegionIndex, wrong: Double, stay: Double, _ instance: Instance
  ) -> BackTest.Comparison {
    BackTest.Comparison(
      asOf: 0, period: 1, commodity: instance.commodityGroup(CommodityIndex(good)),
      destination: destination, quantity: 10, origins: [0, 2], observed: [0, 1],
      plan: [wrong, 1 - wrong], stay: [stay, 1 - stay], trend: [0, 1])
  }

  private static func lines(
    _ comparisons: [BackTest.Comparison], _ instance: Instance, withoutPast: Int = 0,
    history: Model.HistoryMode = .fix
  ) -> [String] {
    let test = BackTest(
      terms: BackTest.Terms(),
      attempts: [BackTest.Attempt(asOf: 0, termination: .optimal)], comparisons: comparisons,
      withoutPast: withoutPast)
    var model = Model(name: "m", for: instance)
    model.history = history
    return BackTestReport(test, of: instance, model).lines().map(\.text)
  }

  @Test("has the rows of each member of home, and says how each stands to shares that stay")
  func members() {
    let instance = Self.instance(goods: 1)
    let lines = Self.lines(
      [
        Self.comparison(of: 0, into: 0, wrong: 0.5, stay: 0.2, instance),
        Self.comparison(of: 0, into: 1, wrong: 0.1, stay: 0.2, instance),
      ], instance)
    let cells = lines.filter { $0.hasPrefix("  g10 ") }.map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(
      cells == [
        ["g10", "1", "2", "30.00", "20.00", "0", "worse"],
        ["g10", "A", "1", "1", "50.00", "20.00", "0", "worse"],
        ["g10", "B", "1", "1", "10.00", "20.00", "0", "better"],
      ])
    #expect(
      lines.contains {
        $0.hasPrefix("The plans are worse than shares that stay for g10 (1 period later)")
      })
  }

  @Test("says where plans are as far off as shares that stay")
  func same() {
    let instance = Self.instance(goods: 1)
    let lines = Self.lines(
      [Self.comparison(of: 0, into: 0, wrong: 0.2, stay: 0.2, instance)], instance)
    #expect(
      lines.contains("The plans are as far from what happened as shares that stay."), "\(lines)")
    #expect(lines.contains { $0.hasSuffix("the same") })
  }

  @Test("cuts long tables and says how many rows are left")
  func long() {
    let instance = Self.instance(goods: 30)
    let lines = Self.lines(
      (0..<30).map { Self.comparison(of: $0, into: 2, wrong: 0, stay: 0, instance) }, instance)
    // 30 rows of all destinations, of which 24 are shown; those into C, the only one, are the same.
    #expect(lines.filter { $0.hasPrefix("  g") }.count == 24)
    #expect(lines.contains("  and 6 more in backtest_errors.csv (with --out)"), "\(lines)")
    let further = Self.lines(
      (0..<30).flatMap { good in
        [0, 2].map { Self.comparison(of: good, into: $0, wrong: 0, stay: 0, instance) }
      }, instance)
    // 30 rows of all destinations, 30 into A and 30 into C; 24 of the first two.
    #expect(further.filter { $0.hasPrefix("  g") }.count == 48)
    #expect(further.contains("  and 42 more in backtest_errors.csv (with --out)"), "\(further)")
  }

  @Test("says what is not compared, and that a model ignores history")
  func notes() {
    let instance = Self.instance(goods: 1)
    let comparisons = [Self.comparison(of: 0, into: 0, wrong: 0.2, stay: 0.3, instance)]
    let usual = Self.lines(comparisons, instance).joined(separator: " ")
    #expect(!usual.contains("not compared") && !usual.contains("ignores history"))
    let text = Self.lines(comparisons, instance, withoutPast: 3, history: .ignore)
      .joined(separator: " ")
    #expect(text.contains("3 observed supplies are not compared"), "\(text)")
    #expect(text.contains("The model ignores history"))
  }
}
