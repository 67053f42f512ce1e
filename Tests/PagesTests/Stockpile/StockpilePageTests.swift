import Charts
import GLPKSolver
import Games
import Pages
import Reporting
import Scenarios
import Sourcing
import Testing

/// What the page of stockpiles says and draws.
@Suite("Pages of stockpiles")
struct StockpilePageTests {
  private static func comparison(service: Double) throws -> StockpileComparison {
    let runner = try StressPageTests.runner("sharing-pooled")
    let members = try #require(runner.options.sharing.members)
    let sizing = StockpileSizing(
      stress: runner, members: members, disruptions: runner.instance.disruptions,
      service: service)
    let modes: [Sharing.Mode] = [.own, .pooled]
    let sizes = try sizing.sizes(under: modes, findsUses: true)
    // Without a service that is reached there is no saving to split.
    let divisions = try sizes.allSatisfy(\.isReached) ? [division(sizes[1], of: sizing)] : []
    return StockpileComparison(sizing, own: sizes[0], shown: sizes, divisions: divisions)
  }

  private static func division(
    _ sizes: StockpileSizes, of sizing: StockpileSizing
  ) throws -> StockpileComparison.Division {
    let coalitions = try sizing.coalitionCosts(under: sizes.mode)
    return StockpileComparison.Division(
      mode: sizes.mode, coalitions: coalitions,
      heldCosts: sizes.costs(of: sizing.members.members, sizing.stress.instance),
      splits: try coalitions.game().splits(using: GLPKSolver()))
  }

  @Test(
    "it says what the stocks cost or that the service cannot be reached, and draws rows of tables",
    arguments: [0.5, 0.9, 1])
  func page(service: Double) throws {
    let comparison = try Self.comparison(service: service)
    let page = Page(stockpiles: comparison, report: comparison, making: StressPageTests.making)
    #expect(page.answer.text.contains(NumberText.percent(service)))
    #expect((page.answer.mood == .bad) == !comparison.isReached)
    #expect((3...5).contains(page.figures.count))
    let ids = page.pictures.map(\.id)
    #expect(ids.contains("stockpile-payers-1") == !comparison.divisions.isEmpty)
    #expect(
      ids.contains("stockpile-shortfalls") == !comparison.shown.allSatisfy(\.isReached))
    #expect(!page.answer.text.contains(": 0 less"))
    if let costs = page.pictures.first(where: { $0.id == "stockpile-costs" }) {
      let members = Set(comparison.members.map { comparison.instance.regions[$0].id })
      let colours = RegionColours(
        comparison.instance, for: comparison.sizing.stress.model, of: members)
      let text = String(decoding: try costs.json(), as: UTF8.self)
      #expect(members.allSatisfy { text.contains(colours.colour($0)) })
    }
    for picture in page.pictures {
      try PictureCells.expectAll(of: picture, in: comparison.tables)
    }
  }
}
