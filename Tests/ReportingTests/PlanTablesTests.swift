import Analysis
import CaseSupport
import Foundation
import Planning
import Reporting
import Sourcing
import Storage
import TestSupport
import Testing

@Suite("Tables of a plan")
struct PlanTablesTests {
  @Test("discounted costs add up to the plan's cost", arguments: SolvedCase.feasible)
  func costsAddUp(name: String) throws {
    let solved = try SolvedCase(name)
    let view = try #require(solved.view)
    let cost = solved.result.cost
    #expect(abs(PlanCosts(view).wholeHorizon.total - cost) <= 1e-9 * max(1, abs(cost)))
    let table = try PlanTables(view)[.costs]
    let sum = (0..<table.rowCount).reduce(0) { $0 + (table.number($1, "discounted") ?? .nan) }
    #expect(abs(sum - cost) <= 1e-9 * max(1, abs(cost)))
  }

  @Test("a stored plan reads back as it was", arguments: SolvedCase.feasible)
  func roundTrip(name: String) throws {
    let solved = try SolvedCase(name)
    let plan = try #require(solved.result.plan)
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      var folder = try solved.folder
      try folder.write(to: path)
      let stored = try StoredPlan(reading: path).plan(for: solved.instance, solved.model)
      #expect(stored.activity == plan.activity)
      #expect(stored.orders == plan.orders)
      #expect(stored.stocks == plan.stocks)
      #expect(stored.shortages.map(\.quantity) == plan.shortages.map(\.quantity))
      let kept = plan.flows.filter { flow in
        let market = plan.flows.filter {
          $0.key.commodity == flow.key.commodity && $0.key.period == flow.key.period
        }
        return flow.quantity > 1e-9 * (market.map(\.quantity).max() ?? 0)
      }
      #expect(stored.flows.map(\.key) == kept.map(\.key))
      #expect(stored.flows.map(\.quantity) == kept.map(\.quantity))
      let again = PlanView(instance: solved.instance, model: solved.model, plan: stored)
      let cost = solved.result.cost
      #expect(abs(PlanCosts(again).wholeHorizon.total - cost) <= 1e-8 * max(1, abs(cost)))
    }
  }

  @Test(
    "shares of what a region gets add up to 1, or to 0 if it gets nothing",
    arguments: SolvedCase.feasible)
  func sharesAddUp(name: String) throws {
    let view = try #require(try SolvedCase(name).view)
    let shares = try PlanTables(view)[.shares]
    var sums: [[String]: Double] = [:]
    for row in 0..<shares.rowCount {
      let key = ["period", "destination", "commodity"].map { shares.text(row, $0) }
      sums[key, default: 0] += try #require(shares.number(row, "share_of_supply"))
    }
    #expect(sums.values.allSatisfy { abs($0 - 1) < 1e-9 || $0 == 0 })
    #expect(sums.values.contains { $0 > 0 })
  }

  @Test("look-through reliance is never below direct reliance", arguments: SolvedCase.feasible)
  func hiddenIsNotNegative(name: String) throws {
    let view = try #require(try SolvedCase(name).view)
    let table = try PlanTables(view)[.reliance]
    #expect(table.rowCount > 0)
    for row in 0..<table.rowCount {
      let hidden = try #require(table.number(row, "hidden"))
      let through = try #require(table.number(row, "look_through"))
      let direct = try #require(table.number(row, "direct_supply"))
      #expect(hidden >= 0 && through <= 1 + 1e-12)
      #expect(abs(through - direct - hidden) < 1e-12)
    }
  }

  @Test("zeros are left out of the allocation unless asked for")
  func zeros() throws {
    let solved = try SolvedCase("periods")
    let view = try #require(solved.view)
    let all = try PlanTables(view, zeros: true)[.allocation]
    #expect(all.rowCount == view.plan.flows.count)
    #expect(try PlanTables(view)[.allocation].rowCount < all.rowCount)
  }

  @Test("a shadow price is given for a percentage point of a share")
  func shadowPrice() throws {
    let solved = try SolvedCase("goal-reliance")
    let view = try #require(solved.view)
    let goals = try PlanTables(view)[.goals]
    let outcome = try #require(solved.result.goals.first { $0.isBinding })
    let price = try #require(outcome.shadowPrice)
    #expect(price < 0)
    let row = try #require(goals.rows(where: ["binding": "true"]).first)
    #expect(goals.number(row, "shadow_price") == price * 0.01)
  }
}
