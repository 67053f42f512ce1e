import Charts
import Foundation
import GLPKSolver
import Pages
import Reporting
import Sourcing
import SourcingFiles
import Studies
import TestSupport
import Testing

/// What the page on orders for many worlds says and draws.
@Suite("Pages on what to order now")
struct HedgePageTests {
  /// A page and what it is made of.
  private struct Made {
    var page: Page
    var result: HedgeResult

    var hedge: Hedge {
      get throws {
        guard case .found(let hedge) = result else { throw NotFound() }
        return hedge
      }
    }
  }

  private struct NotFound: Error {}

  private static let making = Page.Making(program: "p", command: "c")

  /// Whether a plant in C pays depends on what B charges. In the world `too-much` nobody can make enough.
  private static let study = """
    name: two
    instance: .
    options: [{model: model.yaml, name: served}]
    variations:
      - name: dear-b
        edit: [{table: facilities, where: {facility: fb}, column: unit_cost, set: 5}]
      - name: too-much
        edit: [{table: demands, where: {commodity: g}, column: quantity, multiply: 100}]

    """

  private static func made(
    until: String? = "2025", criterion: HedgeQuestion.Criterion = .regret, study: String = study,
    _ change: (inout Hedge) -> Void = { _ in }
  ) throws -> Made {
    try withTemporaryFolder { folder in
      var files = OneBuyer.files
      files["instance.yaml"]?.replace("[2025]", with: "[2025, 2026]")
      files["facilities.csv"] =
        "facility,process,region,capacity,unit_cost\nfb,p,B,100,1\nfc,p,C,10,2\n"
      files["projects.csv"] =
        "project,process,region,max_capacity,capex,unit_cost,lead_years\nplant,p,C,80,30,0.5,0\n"
      files["model.yaml"] =
        "goals:\n  - {kind: service, of: A, commodity: g, at_least: 100%}\n"
      files["study.yaml"] = study
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let study = try StudyReader.read(file: folder.path + "/study.yaml", solver: GLPKSolver())
      let horizon = try #require(study.variations.first).instance.horizon
      let question = HedgeQuestion(
        study: study, option: 0,
        until: horizon.indices.first { horizon[$0].label == until }, criterion: criterion)
      var result = try HedgeFinder(question, solver: GLPKSolver()).find(explaining: true)
      guard case .found(var hedge) = result else {
        let report = HedgeReport(result, of: question)
        return Made(
          page: Page(noHedge: result, of: question, report: report, making: making),
          result: result)
      }
      change(&hedge)
      result = .found(hedge)
      let report = HedgeReport(result, of: question, explaining: true)
      return Made(page: Page(hedge: hedge, report: report, making: making), result: result)
    }
  }

  private static func expectCells(of made: Made) throws {
    for picture in made.page.pictures {
      try PictureCells.expectAll(of: picture, in: HedgeTables(made.result).all)
    }
  }

  @Test("it says what to order, how bad that can get and where, and what waiting is worth")
  func answer() throws {
    let made = try Self.made()
    let hedge = try made.hedge
    let order = try #require(hedge.commonOrders.first)
    try #require(hedge.worstRegret > 1 && hedge.worst.count == 2)
    let text = made.page.answer.text
    let first =
      "Up to 2025 order plant in C (\(NumberText.amount(order.capacity)) t of g a year in 2025)"
    #expect(text.hasPrefix(first), "\(text)")
    #expect(text.contains("pay \(NumberText.amount(hedge.worstRegret)) USD more"))
    #expect(text.contains("in “as-is” and “dear-b”."))
    let waiting = try #require(hedge.valueOfWaiting)
    try #require(waiting > 0.1)
    #expect(text.contains("is worth \(NumberText.amount(waiting)) USD"))
    #expect(text.contains("no plan exists there whatever is ordered: “too-much”."))
    #expect(!text.contains("not proven"))
    #expect(made.page.question.title == "What to order up to 2025, whatever happens?")
    #expect(made.page.figures.count == 5)
    #expect(made.page.figures[0].range == "proven: no other orders have a smaller one")
  }

  @Test("pictures draw rows of the tables, for each criterion and with no common orders")
  func rows() throws {
    let ids = ["world-orders", "world-regrets", "other-orders"]
    let made = try Self.made()
    #expect(made.page.pictures.map(\.id) == ids)
    try Self.expectCells(of: made)
    let expected = try Self.made(criterion: .expected)
    #expect(expected.page.pictures.map(\.id) == ids)
    try Self.expectCells(of: expected)
    let free = try Self.made(until: nil)
    #expect(free.page.pictures.map(\.id) == ["world-orders"])
    #expect(free.page.answer.text.hasPrefix("Each world has its own best plan."))
    try Self.expectCells(of: free)
  }

  @Test("an order that waits has a range, and one that is common has none")
  func orders() throws {
    let made = try Self.made()
    let data = made.page.pictures[0].data.objects
    let common = try #require(data.first { $0["common"] == .text("true") })
    #expect(common["least"] == common["greatest"])
    let later = try #require(data.first { $0["common"] == .text("false") })
    #expect(later["least"]?.number == 0)
    #expect((later["greatest"]?.number ?? 0) > (later["capacity"]?.number ?? 0))
    #expect(
      made.page.pictures[0].sentence.contains("The largest order that waits is plant (C) in 2026"))
  }

  @Test("the worlds that decide are marked, and where nobody asked, those of the largest regret")
  func deciding() throws {
    let marks = { (made: Made) in
      made.page.pictures[1].data.values(of: "_kind").compactMap(\.text)
    }
    #expect(marks(try Self.made()) == ["orders found: a deciding world"])
    let other = try Self.made { hedge in
      hedge.deciding = nil
      hedge.worlds[1].cost = hedge.worlds[1].ownCost + 2 * hedge.worlds[0].regret
    }
    #expect(
      marks(other) == [
        "orders found: the largest regret", "orders found",
      ])
  }

  @Test("a world without a plan with the orders of the option's own plan is said as such")
  func withoutPlan() throws {
    let made = try Self.made { hedge in
      hedge.ownOrders?[0].costs[1] = nil
      hedge.ownOrders?[0].impossible = ["dear-b"]
      hedge.ownOrders?[0].worstRegret = nil
      hedge.ownOrders?[0].expectedCost = nil
    }
    #expect(made.page.pictures[1].data.values(of: "_note") == [.text("no plan"), .none])
    #expect(made.page.pictures[1].sentence.contains("1 world would have no plan"))
    #expect(made.page.figures.last?.value == "no plan in 1 world")
    try Self.expectCells(of: made)
  }

  @Test("an option whose plan orders other projects has no figures")
  func otherProjects() throws {
    let made = try Self.made { hedge in
      hedge.ownOrders?[0].foreign = ["mine"]
      hedge.ownOrders?[0].worstRegret = nil
      hedge.ownOrders?[0].expectedCost = nil
      hedge.ownOrders?[0].costs = []
    }
    #expect(
      made.page.pictures[2].further[0].values(of: "_note").last == .text("orders other projects"))
    #expect(made.page.report.map { "\($0)" }.joined().contains("orders other projects"))
    #expect(made.page.figures.count == 4)
    try Self.expectCells(of: made)
  }

  @Test("what is not proven, and what was not found in time, is said")
  func unproven() throws {
    let made = try Self.made { hedge in
      hedge.isProven = false
      hedge.bound = 12.345
      (hedge.allCommon, hedge.ownOrders, hedge.deciding) = (nil, nil, nil)
    }
    #expect(made.page.answer.text.contains("not proven"))
    #expect(
      made.page.answer.text.contains("12.35 USD") || made.page.answer.text.contains("12.34 USD"))
    #expect(made.page.figures[0].range?.hasPrefix("not proven") == true)
    #expect(made.page.assumed.contains { $0.hasPrefix("The time limit came before") })
    #expect(made.page.figures.count == 3)
    try Self.expectCells(of: made)
  }

  @Test("a bound of 0 of the largest regret says nothing, and one of the expected cost does")
  func trivialBound() throws {
    let change = { (hedge: inout Hedge) in
      hedge.isProven = false
      hedge.bound = -.infinity
    }
    let regret = try Self.made(change)
    #expect(
      regret.page.answer.text.contains("how much smaller the largest regret can be is not known."))
    #expect(
      regret.page.figures[0].range == "not proven: how much smaller it can be is not known")
    let expected = try Self.made(criterion: .expected, change)
    let least = NumberText.amount(try expected.hedge.expectedOwnCost)
    #expect(expected.page.figures[0].range == "not proven: it can be no smaller than \(least)")
    for made in [regret, expected] {
      let report = made.page.report.map { "\($0)" }.joined()
      #expect(!report.contains("inf") && report.contains("not proven"))
      let json = try HedgeSummary(made.result, of: made.hedge.question).json()
      #expect(!json.isEmpty)
    }
  }

  @Test("only orders of the least expected cost have a value of knowing")
  func knowing() throws {
    let label = "What it would be worth to know the world before ordering"
    let more = "Expected cost: more than if each world were known before ordering"
    let regret = try Self.made().page.figures.map(\.label)
    #expect(regret.contains(more) && !regret.contains(label))
    let expected = try Self.made(criterion: .expected).page.figures.map(\.label)
    #expect(expected.contains(label) && !expected.contains(more))
  }

  @Test("orders of all periods that suit no world together are said as such")
  func allCommonImpossible() throws {
    let made = try Self.made { $0.allCommon?.value = nil }
    #expect(made.page.answer.text.contains("no orders of all periods suit all worlds"))
    #expect(made.page.figures.contains { $0.value == "impossible" })
  }

  @Test("nothing to order, no regret: the page says to wait")
  func nothing() throws {
    let made = try Self.made(study: Self.study.replacing("set: 5", with: "set: 1.1"))
    let hedge = try made.hedge
    #expect(hedge.orders.isEmpty)
    #expect(
      made.page.answer.text.hasPrefix(
        "Order nothing up to 2025: wait. In no world does that cost more"))
    #expect(made.page.pictures.map(\.id).first == "world-regrets")
    try Self.expectCells(of: made)
  }

  @Test("a page without an answer says why")
  func noAnswer() throws {
    let made = try Self.made()
    let question = try made.hedge.question
    let page = { (result: HedgeResult) in
      Page(
        noHedge: result, of: question, report: HedgeReport(result, of: question),
        making: Self.making)
    }
    let none = page(.noPlan)
    #expect(none.answer.text == "No world has a plan, whatever is ordered.")
    #expect(none.answer.mood == .bad && none.pictures.isEmpty)
    let conflict = page(.noCommonOrders(worlds: ["as-is", "dear-b"], leftOut: []))
    #expect(conflict.answer.text.contains("“as-is” and “dear-b” cannot share orders"))
  }
}
