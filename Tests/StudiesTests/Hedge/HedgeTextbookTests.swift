import Sourcing
import TestSupport
import Testing

@testable import Studies

/// Returns of stocks −4, 4, 12, bonds −2, 3, 8 and money 3, 2, 1 in three worlds. A cost is 12 minus the return. They are
/// three projects that divide one capacity of 1: the budget of their programme pays for one unit.
@Suite("What to order now: a textbook example")
struct HedgeTextbookTests {
  private static let files: [String: String] = [
    "instance.yaml": """
    name: textbook
    currency: USD
    periods: [2025]
    discount_rate: 0
    home: A

    """,
    "regions.csv": "region\nA\nB\n",
    "commodities.csv": "commodity,unit,price\ng,t,10\n",
    "processes.csv": "process,stage,output\np,make,g\n",
    "facilities.csv": "facility,process,region,capacity,unit_cost\nfb,p,B,0,1\n",
    "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,2025,1,1000\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0\n",
    "programmes.csv": "programme,payer,budget,share\nfund,A,1,1\n",
    "projects.csv": """
    project,process,region,max_capacity,capex,unit_cost,programme
    stocks,p,A,1,1,16,fund
    bonds,p,A,1,1,14,fund
    money,p,A,1,1,9,fund

    """,
    "model.yaml": "parameters: {which: all}\nprojects: $which\n",
    "study.yaml": """
    options:
      - {model: model.yaml, name: mixed}
      - {model: model.yaml, name: stocks, set: {which: [stocks]}}
      - {model: model.yaml, name: bonds, set: {which: [bonds]}}
      - {model: model.yaml, name: money, set: {which: [money]}}
    variations:
      - name: middling
        edit:
          - {table: projects, where: {project: stocks}, column: unit_cost, set: 8}
          - {table: projects, where: {project: bonds}, column: unit_cost, set: 9}
          - {table: projects, where: {project: money}, column: unit_cost, set: 10}
      - name: rising
        edit:
          - {table: projects, where: {project: stocks}, column: unit_cost, set: 0}
          - {table: projects, where: {project: bonds}, column: unit_cost, set: 4}
          - {table: projects, where: {project: money}, column: unit_cost, set: 11}
    disruptions: none

    """,
  ]

  @Test(
    "Pure orders have regrets of 7, 5 and 11; 11/18 of stocks and 7/18 of money have 77/18",
    arguments: [HedgeFinder.Method.whole, .decomposed])
  func mixture(method: HedgeFinder.Method) throws {
    let study = try HedgedStudy.read(Self.files)
    let hedge = try #require(
      try study.hedged(until: "2025", method: method, explaining: true, comparing: true).hedge)
    #expect(abs(hedge.worstRegret - 77.0 / 18) < 1e-6 && abs(hedge.bound - 77.0 / 18) < 1e-6)
    #expect(abs(hedge.common("stocks", "2025") - 11.0 / 18) < 1e-6)
    #expect(abs(hedge.common("money", "2025") - 7.0 / 18) < 1e-6)
    #expect(hedge.common("bonds", "2025") == 0)
    #expect(hedge.deciding == ["as-is", "rising"])
    #expect(hedge.worst.map(\.name) == ["as-is", "rising"])
    let own = try #require(hedge.ownOrders)
    #expect(own.map(\.option) == ["mixed", "stocks", "bonds", "money"])
    // The plan of the mixed option for the instance as it is orders money.
    for (fared, expected) in zip(own, [11.0, 7, 5, 11]) {
      #expect(abs(try #require(fared.worstRegret) - expected) < 1e-6, "\(fared.option)")
    }
    #expect(
      own.map { hedge.worstWorld(of: $0)?.name } == ["rising", "as-is", "as-is", "rising"])
    #expect(abs(try #require(hedge.allCommon?.value) - 77.0 / 18) < 1e-6)
  }

  @Test("Orders that some world cannot keep, or that none regrets, have no worst world")
  func noWorstWorld() throws {
    let study = try HedgedStudy.read(Self.files)
    let hedge = try #require(try study.hedged(until: "2025", comparing: true).hedge)
    var own = try #require(hedge.ownOrders?.first)
    own.costs = hedge.worlds.map(\.ownCost)
    own.worstRegret = 0
    #expect(hedge.worstWorld(of: own) == nil)
    // In two worlds the regret is as large: the first one is named.
    own.costs[1] = hedge.worlds[1].ownCost + 3
    own.costs[2] = hedge.worlds[2].ownCost + 3
    own.worstRegret = 3
    #expect(hedge.worstWorld(of: own)?.name == "middling")
    own.costs[0] = nil
    own.worstRegret = nil
    #expect(hedge.worstWorld(of: own) == nil)
    #expect(
      hedge.worstWorld(of: Hedge.OwnOrders(option: "x", hasPlan: false, impossible: [])) == nil)
  }

  @Test("Stocks have the least expected cost: returns of 4 on average")
  func expected() throws {
    let study = try HedgedStudy.read(Self.files)
    let hedge = try #require(try study.hedged(until: "2025", .expected, comparing: true).hedge)
    // The capacity itself costs 1/20 a year.
    #expect(abs(hedge.expectedCost - 8.05) < 1e-6)
    #expect(abs(hedge.expectedOwnCost - (17.0 / 3 + 0.05)) < 1e-6)
    #expect(abs(hedge.valueOfKnowing - (8 - 17.0 / 3)) < 1e-6)
    #expect(abs(hedge.common("stocks", "2025") - 1) < 1e-6)
    let costs = try #require(hedge.ownOrders).map { $0.expectedCost ?? 0 }
    #expect(zip(costs, [10.05, 8.05, 9.05, 10.05]).allSatisfy { abs($0 - $1) < 1e-6 })
  }
}
