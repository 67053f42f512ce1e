import Sourcing
import TestSupport

/// B mines 100 of ore and ships 80: 40 to itself, 40 to C. Both make 20 of metal of their 40, with 10 of slag. C sends
/// 15 of its metal and its slag to A and uses 5 itself; B uses 10, stores 5 and throws 5 and its slag away. A needs 20 of
/// metal: 3 come from its stock, 2 are short. C's smelter is new and a quarter of it is paid by A; another new one of C is
/// not used.
enum SmallTrade {
  static let (a, b, c) = (RegionIndex(0), RegionIndex(1), RegionIndex(2))
  static let (ore, metal, slag) = (CommodityIndex(0), CommodityIndex(1), CommodityIndex(2))

  static var instance: Instance {
    var instance = Instance(
      name: "small-trade", parameters: ["rival": "B"],
      horizon: Horizon([("2030", 1)], discountRate: 0))
    instance.addRegion("A", isHome: true)
    instance.addRegions(["B", "C"])
    instance.addCommodity("ore", unit: "t", price: 1)
    instance.addCommodity("metal", unit: "t", price: 10)
    instance.addCommodity("slag", unit: "t", price: 5)
    let mine = instance.addProcess("mine", output: ore)
    let smelt = instance.addProcess(
      "smelt", output: metal, inputs: [.init(commodity: ore, quantity: 2)],
      byproducts: [.init(commodity: slag, quantity: 0.5)])
    instance.addFacility("mine.B", process: mine, region: b, capacity: 100, unitCost: 2)
    instance.addFacility("smelter.B", process: smelt, region: b, capacity: 20, unitCost: 1)
    instance.programmes.append(Programme(id: "fund", payer: a, budget: 1000, share: 0.25))
    for (id, size, programme) in [("new.C", 20.0, 0 as ProgrammeIndex?), ("idle.C", 5, nil)] {
      instance.projects.append(
        Project(
          id: id, process: smelt, region: c, maxCapacity: size, capex: 10, unitCost: 1,
          lifeYears: 10, programme: programme))
    }
    instance.setLanes(of: ore, from: b, to: c, Lane(unitCost: 0.5))
    instance.setLanes(of: metal, from: c, to: a, Lane(unitCost: 1, tariff: 0.1))
    instance.setLanes(of: slag, from: c, to: a, Lane())
    instance.setDemand(of: metal, in: a, quantity: 20, shortageCost: 30)
    instance.setDemand(of: metal, in: b, quantity: 10, shortageCost: 30)
    instance.setDemand(of: metal, in: c, quantity: 5, shortageCost: 30)
    instance.setDemand(of: slag, in: a, quantity: 10, shortageCost: 30)
    instance.stockpiles.append(
      Stockpile(id: "store.A", region: a, commodity: metal, initial: 3))
    instance.stockpiles.append(
      Stockpile(
        id: "store.B", region: b, commodity: metal, initial: 0, capacity: 9, holdingCost: 0.2))
    return instance
  }

  static var plan: Plan {
    let flows = [
      (ore, b, b, 40.0), (ore, b, c, 40), (metal, b, b, 15), (metal, c, a, 15), (metal, c, c, 5),
      (slag, c, a, 10),
    ]
    return Plan(
      flows: flows.map {
        Plan.Flow(
          key: FlowKey(commodity: $0.0, origin: $0.1, destination: $0.2, period: 0),
          quantity: $0.3)
      },
      activity: [[100], [20], [20], [0]], orders: [[20], [5]], isOrdered: [[false], [false]],
      stocks: [[Plan.Stock(draw: 3)], [Plan.Stock(level: 5, put: 5)]],
      shortages: [Plan.Shortage(region: a, commodity: metal, period: 0, quantity: 2)])
  }
}
