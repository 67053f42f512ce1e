public import Analysis
import GLPKSolver
public import Planning
public import Sourcing
import TestSupport

/// A buys 80 of metal a year. B mines 60 of ore for 1 and C 60 for 2; C smelts 60 for 1 and B 40 for 2, each from as
/// much ore. A lane costs 0.1. So in the second period, which is free, C smelts 60 from 40 of B's ore and 20 of its own, B
/// smelts 20 from its own ore. In the first period 30 of the metal came from B and 50 from C.
public enum CheckedNetwork {
  public static let (ore, metal) = (CommodityIndex(0), CommodityIndex(1))

  public static let instance: Instance = {
    var instance = Instance(
      name: "checked", currency: "USD",
      horizon: Horizon([("2020", 1), ("2021", 1)], discountRate: 0.05))
    let (a, b) = (instance.addRegion("A", isHome: true), instance.addRegion("B"))
    let c = instance.addRegion("C")
    instance.blocs = [
      RegionSet(id: "west", members: [a, c]), RegionSet(id: "makers", members: [b, c]),
    ]
    let ore = instance.addCommodity("ore", unit: "t")
    let metal = instance.addCommodity("metal", unit: "t", price: 5)
    let slag = instance.addCommodity("slag", unit: "t")
    instance.groups = [CommodityGroup(id: "solids", members: [ore, metal])]
    let mine = instance.addProcess("mine", output: ore)
    let smelt = instance.addProcess(
      "smelt", output: metal, inputs: [Process.Term(commodity: ore, quantity: 1)],
      byproducts: [Process.Term(commodity: slag, quantity: 0.2)])
    instance.addFacility("mine-b", process: mine, region: b, capacity: 60, unitCost: 1)
    instance.addFacility("mine-c", process: mine, region: c, capacity: 60, unitCost: 2)
    instance.addFacility("smelter-b", process: smelt, region: b, capacity: 40, unitCost: 2)
    instance.addFacility("smelter-c", process: smelt, region: c, capacity: 60, unitCost: 1)
    instance.setLanes(Lane(unitCost: 0.1))
    instance.setDemand(of: metal, in: a, quantity: 80, shortageCost: 100)
    instance.history = [(b, 30.0), (c, 50)].map {
      HistoricalFlow(commodity: metal, origin: $0.0, destination: a, period: 0, quantity: $0.1)
    }
    return instance
  }()

  /// The plan without goals.
  public static let result = Result {
    try Planner(solver: GLPKSolver()).plan(instance, Model(for: instance))
  }

  /// One check of the instance beside its own figure and the plan's.
  ///
  /// - Throws: what planning throws; the name of a region or a good that the instance does not have.
  public static func figure(
    _ kind: PublishedCheck.Kind, of good: String, in region: String, from partner: String? = nil,
    period: PeriodIndex, published: Double = 0
  ) throws -> CheckedFigure {
    try figures([
      check(kind, of: good, in: region, from: partner, period: period, published: published)
    ])[0]
  }

  public static func check(
    _ kind: PublishedCheck.Kind, of good: String, in region: String, from partner: String? = nil,
    period: PeriodIndex, published: Double = 0
  ) throws -> PublishedCheck {
    guard let group = instance.commodityGroup(good), let set = instance.regionSet(region) else {
      throw NoSuchName()
    }
    return PublishedCheck(
      id: "check", kind: kind, commodity: group, region: set,
      partner: partner.flatMap(instance.regionSet), period: period, published: published)
  }

  private struct NoSuchName: Error {}

  public static func figures(_ checks: [PublishedCheck]) throws -> [CheckedFigure] {
    var checked = instance
    checked.checks = Table(checks)
    return try CheckedFigure.all(of: checked, in: result.get(), solver: GLPKSolver())
  }
}
