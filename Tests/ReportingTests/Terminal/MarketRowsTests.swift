import CaseSupport
import GLPKSolver
import Planning
import Scenarios
import Sourcing
import Testing

@testable import Reporting

@Suite("The table of markets with shortages")
struct MarketRowsTests {
  @Test("home comes first in each disruption, and stays if the table is cut; then the largest loss")
  func cut() throws {
    let solved = try SolvedCase("everything")
    let plan = try #require(solved.result.plan)
    let runner = StressRunner(
      instance: solved.instance, model: solved.model, plan: plan, solver: GLPKSolver())
    let outcomes = try runner.run(solved.instance.disruptions).disrupted
    // Home is made of the region with the smallest loss, so that it would be cut.
    let markets = outcomes.flatMap(\.markets).filter { $0.shortage > 0 }
    let least = try #require(markets.min { $0.lostValue < $1.lostValue })
    let home = solved.instance.regionSet(least.region)
    let rows = MarketRow.all(outcomes, home: home)
    try #require(rows.count == markets.count && rows.count > 2)
    let ofHome = rows.filter { $0.market.region == least.region }.count
    let shown = MarketRow.mostImportant(rows, home: home, limit: ofHome + 1)
    try #require(shown.count == ofHome + 1 && ofHome < rows.count - 1)
    #expect(shown.filter { $0.market.region == least.region }.count == ofHome)
    let other = try #require(shown.first { $0.market.region != least.region })
    let largest = rows.filter { $0.market.region != least.region }.map(\.market.lostValue).max()
    #expect(other.market.lostValue == largest)
    #expect(MarketRow.mostImportant(rows, home: home, limit: rows.count).count == rows.count)
    for outcome in outcomes {
      let regions = rows.filter { $0.outcome.disruption == outcome.disruption }
        .map(\.market.region)
      if let first = regions.firstIndex(where: { $0 != least.region }) {
        #expect(!regions[first...].contains(least.region))
      }
    }
  }
}
