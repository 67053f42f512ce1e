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
    let coalitions = try sizing.coalitionCosts(under: .pooled)
    let splits = try coalitions.game().splits(using: GLPKSolver())
    return StockpileComparison(
      sizing, own: sizes[0], shown: sizes,
      divisions: [
        .init(
          mode: .pooled, coalitions: coalitions,
          heldCosts: sizes[1].costs(of: members.members, runner.instance), splits: splits)
      ])
  }

  @Test(
    "it says what the stocks cost or that the service cannot be reached, and draws rows of tables",
    arguments: [0.5, 0.9, 1])
  func page(service: Double) throws {
    let comparison = try Self.comparison(service: service)
    let page = Page(stockpiles: comparison, report: comparison, making: StressPageTests.making)
    #expect(page.answer.text.contains(NumberText.percent(service)))
    if !comparison.isReached {
      #expect(page.answer.mood == .bad)
      #expect(page.pictures.contains { $0.id == "stockpile-shortfalls" })
    }
    #expect((3...5).contains(page.figures.count))
    #expect(page.pictures.contains { $0.id == "stockpile-payers-1" })
    for picture in page.pictures {
      try PictureCells.expectAll(of: picture, in: comparison.tables)
    }
  }
}
