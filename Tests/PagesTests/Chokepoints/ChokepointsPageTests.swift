import Charts
import Pages
import Reporting
import Scenarios
import Sourcing
import Testing

/// What the page of a map of chokepoints says and draws.
@Suite("Pages of chokepoints")
struct ChokepointsPageTests {
  @Test("it names the place whose loss costs home most, and draws rows of the table")
  func page() throws {
    let runner = try StressPageTests.runner("stress")
    let group = try #require(runner.instance.commodityGroup("k0"))
    let map = try ChokepointMap(runner: runner, of: runner.instance.home, commodity: group)
    let points = try map.chokepoints(sharing: Sharing())
    let most = try #require(points.map(\.planned.homeLostMost).max())
    try #require(most > 1)
    let page = Page(
      chokepoints: points, map: map, report: ChokepointReport(points, map: map),
      making: StressPageTests.making)
    #expect(page.answer.text.contains(NumberText.amount(most)))
    #expect(page.answer.mood == .bad)
    #expect(page.figures[0].value.hasPrefix(NumberText.amount(most)))
    #expect(page.pictures.map(\.id) == ["chokepoint-places", "chokepoint-losses"])
    for picture in page.pictures {
      try PictureCells.expectAll(of: picture, in: [.chokepoints(points, map: map)])
    }
  }

  @Test("without a place there is nothing to lose")
  func nothing() throws {
    let runner = try StressPageTests.runner("stress")
    let group = try #require(runner.instance.commodityGroup("k0"))
    let map = try ChokepointMap(runner: runner, of: runner.instance.home, commodity: group)
    let page = Page(
      chokepoints: [], map: map, report: ChokepointReport([], map: map),
      making: StressPageTests.making)
    #expect(page.answer.text.contains("nothing to lose"))
    #expect(page.pictures.isEmpty)
  }
}
