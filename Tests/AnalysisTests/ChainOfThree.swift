import Sourcing
import TestSupport

/// A uses 80 of metal, all made by B; B makes it from 60 of its own ore and 20 of C's.
enum ChainOfThree {
  static let b = RegionSet(id: "B", members: [1])

  static var planned: (instance: Instance, plan: Plan) {
    var demands = DemandTable(regionCount: 3, commodityCount: 2, periodCount: 1)
    demands[region: 0, commodity: 1, period: 0] = .init(quantity: 80, shortageCost: 10)
    var instance = Instance(
      name: "three", home: RegionSet(id: "A", members: [0]),
      horizon: Horizon([("2030", 1)], discountRate: 0),
      regions: [Region(id: "A"), Region(id: "B"), Region(id: "C")], blocs: [],
      commodities: [
        Commodity(id: "ore", unit: "t", price: [1]), Commodity(id: "metal", unit: "t", price: [1]),
      ],
      processes: [
        Process(id: "mine", stage: "mining", output: 0, inputs: [], byproducts: []),
        Process(
          id: "smelt", stage: "smelting", output: 1, inputs: [.init(commodity: 0, quantity: 1)],
          byproducts: []),
      ],
      demands: demands)
    instance.facilities = [
      facility("mine.B", process: 0, region: 1, capacity: 60),
      facility("mine.C", process: 0, region: 2, capacity: 20),
      facility("smelter.B", process: 1, region: 1, capacity: 80),
    ]
    let flows = [(0, 1, 1, 60.0), (0, 2, 1, 20), (1, 1, 0, 80)].map {
      Plan.Flow(
        key: FlowKey(
          commodity: CommodityIndex($0.0), origin: RegionIndex($0.1),
          destination: RegionIndex($0.2), period: 0), quantity: $0.3)
    }
    let terms = instance.lanes.addTerms(Lane(unitCost: 1))
    for flow in flows where flow.key.isInternational {
      instance.lanes.assign(
        terms, commodity: flow.key.commodity, origin: flow.key.origin,
        destination: flow.key.destination, period: 0)
    }
    let plan = Plan(
      flows: flows, activity: [[60], [20], [80]], orders: [], isOrdered: [], stocks: [],
      shortages: [Plan.Shortage(region: 0, commodity: 1, period: 0, quantity: 0)])
    return (instance, plan)
  }

  private static func facility(
    _ id: String, process: ProcessIndex, region: RegionIndex, capacity: Double
  ) -> Facility {
    Facility(
      id: id, process: process, region: region, capacity: [capacity], unitCost: [1], minimum: [0],
      operation: .first...(.first))
  }
}
