import GLPKSolver
import LinearProgramming
import Planning
import TestSupport
import Testing

@testable import Formulation
@testable import Sourcing

/// A at home needs 60 of metal at 100 and 10 of slag at 10. B and C mine ore; B smelts a metal from 2 of ore and gives 0.5
/// of slag. C has a stock of metal, which both share.
struct AttackedChain {
  static let (a, b, c) = (RegionIndex(0), RegionIndex(1), RegionIndex(2))
  static let (ore, metal, slag) = (CommodityIndex(0), CommodityIndex(1), CommodityIndex(2))
  var instance = Instance(
    name: "attacked", horizon: Horizon(years: 2030...2030, discountRate: 0))
  var model: Model

  init() {
    instance.addRegion("A", isHome: true)
    instance.addRegion("B")
    instance.addRegion("C")
    for good in ["ore", "metal", "slag"] { instance.addCommodity(good, unit: "t", price: 5) }
    let mine = instance.addProcess("mine", output: Self.ore)
    let smelt = instance.addProcess(
      "smelt", output: Self.metal, inputs: [.init(commodity: Self.ore, quantity: 2)],
      byproducts: [.init(commodity: Self.slag, quantity: 0.5)])
    instance.addFacility("mine-b", process: mine, region: Self.b, capacity: 40, unitCost: 2)
    instance.addFacility("mine-c", process: mine, region: Self.c, capacity: 90, unitCost: 1)
    instance.addFacility("smelter", process: smelt, region: Self.b, capacity: 70, unitCost: 1)
    instance.setLanes(Lane(unitCost: 0.1))
    instance.setDemand(of: Self.metal, in: Self.a, quantity: 60, shortageCost: 100)
    instance.setDemand(of: Self.slag, in: Self.a, quantity: 10, shortageCost: 10)
    instance.stockpiles.append(
      Stockpile(id: "store", region: Self.c, commodity: Self.metal, initial: 9))
    model = Model(for: instance)
    model.stress = StressOptions(
      horizonMonths: 3, rerouteMonths: 1,
      sharing: Sharing(mode: .pooled, members: instance.world))
  }

  func program() throws -> StressProgram {
    let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
    return StressProgram(
      instance: instance, model: model, plan: plan, period: 0, options: model.stress)
  }
}
