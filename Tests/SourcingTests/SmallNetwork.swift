import Sourcing
import TestSupport

/// An instance and a model made in code with something in every table, both without a problem.
enum SmallNetwork {
  static let instance = makeInstance()

  private static func makeInstance() -> Instance {
    var instance = Instance(name: "small", horizon: Horizon(years: 2030...2031, discountRate: 0.05))
    let (a, b) = (instance.addRegion("A", isHome: true), instance.addRegion("B"))
    instance.blocs = [RegionSet(id: "both", members: [a, b])]
    let ore = instance.addCommodity("ore", unit: "t", price: 2)
    let metal = instance.addCommodity("metal", unit: "t", price: 10)
    instance.groups = [CommodityGroup(id: "goods", members: [ore, metal])]
    let mine = instance.addProcess("mine", output: ore)
    let smelt = instance.addProcess(
      "smelt", output: metal, inputs: [Process.Term(commodity: ore, quantity: 1.5)])
    instance.addFacility("mine-b", process: mine, region: b, capacity: 300, unitCost: 1)
    instance.addFacility("smelter-b", process: smelt, region: b, capacity: 100, unitCost: 2)
    let fund = instance.programmes.append(
      Programme(id: "fund", payer: a, budget: 500, share: 0.5))
    instance.projects.append(
      Project(
        id: "smelter-a", process: smelt, region: a, maxCapacity: 50, capex: 3, unitCost: 4,
        programme: fund))
    instance.setLanes(Lane(unitCost: 0.1))
    instance.setDemand(of: metal, in: a, quantity: 60, shortageCost: 100)
    instance.quotas.append(
      Quota(id: "q", commodities: [metal], origins: [b], destinations: [a], quantity: 90))
    instance.contracts.append(
      Contract(
        id: "c", commodity: metal, origin: b, destination: a, quantity: 5, periods: 0...1))
    instance.stockpiles.append(Stockpile(id: "store", region: a, commodity: metal, initial: 10))
    instance.history = [
      HistoricalFlow(commodity: metal, origin: b, destination: a, period: 0, quantity: 60)
    ]
    instance.disruptions.append(
      Disruption(
        id: "strike",
        effects: [Disruption.Effect(kind: .production, regions: [b], factor: 0.5, months: 2)],
        probability: 0.1))
    instance.checks.append(
      PublishedCheck(
        id: "from-b", kind: .supplyShare, commodity: instance.commodityGroup(metal),
        region: instance.home, partner: instance.regionSet(b), period: 0, published: 1))
    instance.assumptions.append(
      Assumption(
        id: "demand",
        edits: [Assumption.Edit(table: "demands", column: "quantity", low: 0.9, high: 1.2)]))
    return instance
  }

  static let model = Model(
    name: "small", for: instance,
    goals: [.reliance(upon: b, commodity: metal, atMost: 0.9, in: instance)])

  static let (a, b) = (RegionIndex(0), RegionIndex(1))
  static let (ore, metal) = (CommodityIndex(0), CommodityIndex(1))
}
