import Foundation
import GLPKSolver
import TestSupport
import Testing

@testable import Planning
@testable import Sourcing
@testable import SourcingFiles

/// For whom goods are used: ore from B is made into metal in C, of which A, home, takes ten and C five.
struct OthersTradeTests {
  private static let files = [
    "instance.yaml":
      "name: chain\ncurrency: USD\nperiods: [2025]\ndiscount_rate: 0\nhome: A\n",
    "regions.csv": "region\nA\nB\nC\n",
    "commodities.csv": "commodity,unit,price\nore,t,10\nmetal,t,100\nslag,t,300\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,1\n",
    "facilities.csv":
      "facility,process,region,capacity,unit_cost\nmine,dig,B,100,1\nsmelter,smelt,C,100,1\n",
  ]

  private func trade(byproduct: Bool) throws -> [String: Double] {
    var files = Self.files
    files["processes.csv"] = "process,stage,output\ndig,mining,ore\nsmelt,smelting,metal\n"
    files["recipes.csv"] =
      "process,commodity,role,quantity\nsmelt,ore,input,1\n"
      + (byproduct ? "smelt,slag,byproduct,1\n" : "")
    files["demands.csv"] =
      "region,commodity,period,quantity,shortage_cost\nA,metal,*,10,1000\nC,metal,*,5,1000\n"
      + (byproduct ? "B,slag,*,15,1000\n" : "")
    return try withTemporaryFolder { folder in
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      let model = Model(for: instance)
      let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
      let trade = OthersTrade(of: plan, instance, model)
      let named = trade.amounts.map { key, amount in
        let ends = [key.origin, key.destination].map { instance.regions[$0].id }
        return ("\(instance.commodities[key.commodity].id) \(ends[0]) \(ends[1])", amount)
      }
      return Dictionary(uniqueKeysWithValues: named)
    }
  }

  private func expect(_ found: [String: Double], _ wanted: [String: Double]) {
    #expect(found.keys.sorted() == wanted.keys.sorted())
    for (key, amount) in wanted { #expect(abs((found[key] ?? 0) - amount) < 1e-9, "\(key)") }
  }

  @Test("inputs of goods that go home are not protected")
  func chain() throws {
    // Of 15 ore into C, a third ends as metal in C.
    expect(try trade(byproduct: false), ["ore B C": 5, "metal C C": 5])
  }

  @Test("joint products share the inputs by value")
  func jointProducts() throws {
    // A quarter of the ore is metal's, of which a third stays in C; the rest is slag's, all of it for B.
    let ore = 15 * (0.25 / 3 + 0.75)
    expect(try trade(byproduct: true), ["ore B C": ore, "metal C C": 5, "slag C B": 15])
  }

  /// In C, x is made into y with crumbs, and y into x. Of the crumbs C uses a quarter and A the rest.
  private static func loop(crumbsShipped: Double) -> OthersTrade {
    var instance = Instance(name: "loop", horizon: Horizon(years: 2030...2030, discountRate: 0))
    let (a, c) = (instance.addRegion("A", isHome: true), instance.addRegion("C"))
    let goods = ["x", "y"].map { instance.addCommodity($0, unit: "t", price: 1) }
    let crumbs = instance.addCommodity("crumbs", unit: "t", price: 1e-13)
    let there = instance.addProcess(
      "there", output: goods[1], inputs: [.init(commodity: goods[0], quantity: 1)],
      byproducts: [.init(commodity: crumbs, quantity: 1)])
    let back = instance.addProcess(
      "back", output: goods[0], inputs: [.init(commodity: goods[1], quantity: 1)])
    for (id, process) in [("f", there), ("g", back)] {
      instance.addFacility(id, process: process, region: c, capacity: 10, unitCost: 1)
    }
    for (region, part) in [(a, 0.75), (c, 0.25)] where crumbsShipped > 0 {
      instance.setDemand(
        of: crumbs, in: region, quantity: part * crumbsShipped, shortageCost: 9)
    }
    let flows = [
      (goods[0], c, 10), (goods[1], c, 10), (crumbs, a, 0.75 * crumbsShipped),
      (crumbs, c, 0.25 * crumbsShipped),
    ].filter { $0.2 > 0 }
    let plan = Plan(
      flows: flows.map {
        Plan.Flow(
          key: FlowKey(commodity: $0.0, origin: c, destination: $0.1, period: 0),
          quantity: $0.2)
      },
      activity: [[10], [10]], orders: [], isOrdered: [], stocks: [], shortages: [])
    return OthersTrade(of: plan, instance, Model(for: instance))
  }

  @Test("a loop that loses 1e-13 of its worth in each round has the parts of what it loses")
  func slowLoop() {
    let amounts = Self.loop(crumbsShipped: 10).amounts
    #expect(amounts.count == 3)
    for (key, amount) in amounts { #expect(abs(amount - 2.5) < 1e-12, "\(key): \(amount)") }
  }

  @Test("of a loop from which nothing comes out nothing is protected")
  func closedLoop() {
    #expect(Self.loop(crumbsShipped: 0).amounts.isEmpty)
  }
}
