import Sourcing
import TestSupport
import Testing

@testable import Studies

@Suite("What to order now: what given orders would have cost")
struct HedgeOwnOrdersTests {
  @Test(
    "An order that dates forbid in one world is costed as it is in the others",
    arguments: [
      ("projects", "earliest", "set: 2026"), ("programmes", "opens", "set: 2026"),
    ])
  func dates(table: String, column: String, change: String) throws {
    let study = try OnePlant.study([
      OnePlant.variation("after", table, column, change),
      OnePlant.variation("dear", "projects", "unit_cost", "set: 11"),
    ])
    let hedge = try #require(try study.hedged(until: "2026", comparing: true).hedge)
    let own = try #require(hedge.ownOrdersOfOption)
    #expect(own.impossible == ["after"] && own.costs.count == 3 && own.costs[1] == nil)
    // 50 t at 4 + 1 in each of two years, or at 4 + 10 because B sells at less than 11.
    #expect(abs(try #require(own.costs[0]) - 500) < 1e-6)
    #expect(abs(try #require(own.costs[2]) - 1400) < 1e-6)
    #expect(hedge.regretsOfOwnOrders?.first == 0)
  }

  @Test("The own orders of the option regret nothing in the world that they were made for")
  func asIs() throws {
    var (compared, partly) = (0, 0)
    for seed in 0..<52 {
      let random = RandomHedge(seed: seed)
      let result = try random.study.hedged(until: random.until, comparing: true)
      guard let hedge = result.hedge, hedge.worlds[0].name == "as-is",
        let own = hedge.ownOrdersOfOption, own.hasPlan
      else { continue }
      compared += 1
      if !own.impossible.isEmpty { partly += 1 }
      let cost = try #require(own.costs.first ?? nil, "seed \(seed)")
      #expect(abs(cost - hedge.worlds[0].ownCost) <= hedge.near, "seed \(seed)")
    }
    #expect(compared >= 35 && partly >= 4, "\(compared) and \(partly)")
  }

  @Test("Orders of projects that the model does not choose have no figures, and are named")
  func foreign() throws {
    let study = try OnePlant.study([
      OnePlant.variation("dear", "projects", "capex", "multiply: 2")
    ])
    // The option that waits has no projects.
    let hedge = try #require(
      try study.hedged(until: "2026", option: 1, comparing: true).hedge)
    let fared = try #require(hedge.ownOrders)
    #expect(fared.map(\.option) == ["plan", "wait"])
    #expect(fared[0].foreign == ["plant"] && fared[0].hasPlan)
    #expect(fared[0].worstRegret == nil && fared[0].expectedCost == nil)
    #expect(fared[0].costs.isEmpty && fared[0].impossible.isEmpty)
    #expect(fared[1].foreign.isEmpty && fared[1].worstRegret == 0)
    // The other way round nothing is foreign.
    let other = try #require(try study.hedged(until: "2026", comparing: true).hedge)
    #expect(other.fixedOrders.allSatisfy { $0.foreign.isEmpty && $0.costs.count == 2 })
  }
}
