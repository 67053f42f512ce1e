import Sourcing
import Tables
import TestSupport
import Testing

@testable import Studies

@Suite("What to order now: orders that some worlds cannot use")
struct HedgeExampleTests {
  @Test("An order that would start after the horizon costs nothing, and is placed in all worlds")
  func idle() throws {
    let study = try OnePlant.study([
      OnePlant.variation("late", "projects", "lead_years", "add: 2")
    ])
    let hedge = try #require(try study.hedged(until: "2025").hedge)
    #expect(hedge.worstRegret == 0 && abs(hedge.common("plant", "2025") - 50) < 1e-6)
    #expect(hedge.worlds.map(\.name) == ["as-is", "late"])
    #expect(zip(hedge.worlds, [500.0, 1000]).allSatisfy { abs($0.cost - $1) < 1e-6 })
  }

  @Test(
    "Such an order costs nothing either where capex or support is minimised",
    arguments: ["capex", "support", "cost"])
  func idleSpending(objective: String) throws {
    // As it is, half must come from the plant. In the other world B can deliver all, and the plant comes too late.
    let study = try OnePlant.study(
      [
        "{name: late, edit: [{table: projects, column: lead_years, add: 2}, "
          + "{table: facilities, column: capacity, set: 50}]}"
      ],
      with: [
        "model.yaml": "objective: \(objective)\n"
          + "goals: [{kind: service, commodity: g, at_least: 1}]\n",
        "facilities.csv": "facility,process,region,capacity,unit_cost\nfb,p,B,25,10\n",
      ])
    for method in [HedgeFinder.Method.whole, .decomposed] {
      let hedge = try #require(
        try study.hedged(until: "2025", method: method, comparing: true).hedge)
      #expect(hedge.common("plant", "2025") >= 25 - 1e-6)
      #expect(hedge.regrets == ["as-is": 0, "late": 0], "\(objective), \(method)")
      if objective != "cost" { #expect(hedge.worlds[1].cost == 0 && hedge.worlds[0].cost > 1) }
      #expect(hedge.ownOrders?.first?.worstRegret == 0)
    }
  }

  @Test("Such an order counts against the greatest capacity of the world in which it is idle")
  func idleCapacity() throws {
    let study = try OnePlant.study([
      "{name: late, edit: [{table: projects, column: lead_years, add: 2}, "
        + "{table: projects, column: max_capacity, set: 20}]}"
    ])
    for until in ["2025", "2026"] {
      let hedge = try #require(try study.hedged(until: until).hedge)
      // By 2025 the other 30 t may be ordered in 2026, which loses one year of saving 5 a ton; else also the second.
      #expect(abs(hedge.worstRegret - (until == "2025" ? 150 : 300)) < 1e-6, "until \(until)")
      #expect(abs(hedge.common("plant", "2025") - 20) < 1e-6)
    }
  }

  @Test("Such an order counts against the budget of the world in which it is idle")
  func idleBudget() throws {
    let study = try OnePlant.study([
      "{name: late, edit: [{table: projects, column: lead_years, add: 2}, "
        + "{table: programmes, column: budget, set: 80}]}"
    ])
    let hedge = try #require(try study.hedged(until: "2026").hedge)
    // A budget of 80 pays for 10 t.
    #expect(abs(hedge.common("plant", "2025") - 10) < 1e-6)
    #expect(abs(hedge.worstRegret - 400) < 1e-6)
  }

  @Test(
    "Dates that forbid an order in one world make it 0 in all",
    arguments: [
      ("projects", "earliest", "set: 2026"), ("programmes", "opens", "set: 2026"),
    ])
  func dates(table: String, column: String, change: String) throws {
    let study = try OnePlant.study([OnePlant.variation("after", table, column, change)])
    for until in ["2025", "2026"] {
      let hedge = try #require(try study.hedged(until: until, comparing: true).hedge)
      #expect(abs(hedge.regrets["as-is", default: 0] - 250) < 1e-6 && hedge.regrets["after"] == 0)
      #expect(hedge.common("plant", "2025") == 0)
      // The plan for the instance as it is orders in 2025, which that world forbids.
      let own = try #require(hedge.ownOrders?.first)
      #expect(own.hasPlan && own.worstRegret == nil && own.impossible == ["after"])
      // Without the plant, each world loses what its own plan saves.
      let wait = try #require(hedge.ownOrders?.last?.worstRegret)
      #expect(abs(wait - (until == "2025" ? 250 : 500)) < 1e-6)
    }
  }

  @Test("Worlds without a plan are left out and named, and the others share their probability")
  func leftOut() throws {
    let study = try OnePlant.study(
      [
        OnePlant.variation("huge", "demands", "quantity", "multiply: 100", ", probability: 0.5"),
        OnePlant.variation("dear", "projects", "capex", "multiply: 2", ", probability: 0.1"),
      ], with: ["model.yaml": "goals: [{kind: service, commodity: g, at_least: 1}]\n"])
    let hedge = try #require(try study.hedged(until: "2025", .expected).hedge)
    #expect(hedge.leftOut.map(\.name) == ["huge"])
    #expect(hedge.worlds.map(\.name) == ["as-is", "dear"])
    #expect(zip(hedge.worlds, [0.8, 0.2]).allSatisfy { abs($0.probability - $1) < 1e-12 })
    let only = study.without(["as-is", "dear"])
    guard case .noPlan = try only.hedged(until: "2025") else {
      Issue.record("a world without a plan has a hedge")
      return
    }
  }

  @Test("Worlds that cannot share orders are named, and no others")
  func conflict() throws {
    // With no supplier, only an order in 2025 serves demand; dates forbid it elsewhere.
    let study = try OnePlant.study(
      [
        OnePlant.variation("dear", "projects", "capex", "multiply: 2"),
        OnePlant.variation("alone", "facilities", "capacity", "set: 0"),
        OnePlant.variation("grows", "projects", "max_capacity", "multiply: 2"),
        OnePlant.variation("after", "projects", "earliest", "set: 2026"),
      ], with: ["model.yaml": "goals: [{kind: service, commodity: g, at_least: 1}]\n"])
    for method in [HedgeFinder.Method.whole, .decomposed] {
      guard
        case .noCommonOrders(let worlds, let leftOut) = try study.hedged(
          until: "2025", method: method)
      else {
        Issue.record("there are no common orders")
        continue
      }
      #expect(worlds == ["alone", "after"] && leftOut.isEmpty)
    }
    // With no orders in common all is well.
    #expect(try study.hedged(until: nil).hedge?.worstRegret == 0)
  }

  @Test("Variations that change nothing have no regret")
  func same() throws {
    let study = try OnePlant.study([
      OnePlant.variation("same", "lanes", "unit_cost", "multiply: 1"),
      OnePlant.variation("also", "projects", "lead_years", "add: 0"),
    ])
    for criterion in HedgeQuestion.Criterion.allCases {
      let hedge = try #require(
        try study.hedged(until: "2026", criterion, explaining: true, comparing: true).hedge)
      #expect(hedge.worstRegret == 0 && hedge.worst.isEmpty && hedge.valueOfKnowing < 1e-9)
      #expect(hedge.deciding == (criterion == .regret ? [] : nil))
      #expect(abs(try #require(hedge.ownOrders?.first?.worstRegret)) < 1e-9)
    }
  }

  @Test("All worlds in which the largest regret is met are named, also if it is small beside costs")
  func tied() throws {
    // Another good costs 8e5 in all worlds, so that round-off of costs is far above a millionth of the regret.
    let further = [
      "commodities.csv": "commodity,unit,price\ng,t,10\nh,t,10\n",
      "processes.csv": "process,stage,output\np,make,g\nq,make,h\n",
      "facilities.csv":
        "facility,process,region,capacity,unit_cost\nfb,p,B,1000,10\nfh,q,B,1e5,10\n",
      "demands.csv": OnePlant.files["demands.csv", default: ""]
        + "A,h,2025,4e4,1000\nA,h,2026,4e4,1000\n",
    ]
    let cheap = { (name: String, probability: String) in
      "{name: \(name), probability: \(probability), edit: [{table: facilities, "
        + "where: {facility: fb}, column: unit_cost, set: 4}]}"
    }
    for (first, second) in [("0.1", "0.1"), ("0.6", "0.2"), ("0", "0.3")] {
      let study = try OnePlant.study(
        [
          cheap("cheap", first), cheap("also", second),
          OnePlant.variation("dear", "projects", "unit_cost", "set: 5.5"),
        ], with: further)
      for method in [HedgeFinder.Method.whole, .decomposed] {
        let hedge = try #require(try study.hedged(until: "2026", method: method).hedge)
        // Of 100 tons the share s of the plant regrets 500·(1 − s) as it is, and 100·s where B is cheap.
        #expect(abs(hedge.worstRegret - 500.0 / 6) < 0.5, "\(hedge.worstRegret)")
        #expect(hedge.worst.map(\.name) == ["as-is", "cheap", "also"], "\(first), \(method)")
      }
    }
  }

  @Test("Later orders differ between worlds, and have their range")
  func later() throws {
    let study = try OnePlant.study([
      OnePlant.variation("cheap-b", "facilities", "unit_cost", "set: 4", ", probability: 0.25")
    ])
    let hedge = try #require(try study.hedged(until: nil, .expected).hedge)
    let order = try #require(hedge.orders.first)
    #expect(hedge.orders.count == 1 && !order.isCommon && order.period == 0)
    #expect(abs(order.capacity - 37.5) < 1e-6)
    #expect(order.least == 0 && abs(order.greatest - 50) < 1e-6)
  }
}
