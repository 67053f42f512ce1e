import Analysis
import CaseSupport
import GLPKSolver
import Planning
import Sourcing
import TestSupport
import Testing

@Suite("Final use at marginal costs")
struct FinalUseAtMarginalCostsTests {
  /// A needs 50 in two periods of 1 and 5 years: 40 from B for 1, 10 from C for 2; the lane costs 0.1.
  @Test("it counts every unit at the cost of the last one")
  func byHand() throws {
    var instance = Instance(
      name: "two", horizon: Horizon([("now", 1), ("later", 5)], discountRate: 0))
    let (a, b) = (instance.addRegion("A", isHome: true), instance.addRegion("B"))
    let c = instance.addRegion("C")
    let good = instance.addCommodity("good", unit: "t")
    let make = instance.addProcess("make", output: good)
    instance.addFacility("b", process: make, region: b, capacity: 40, unitCost: 1)
    instance.addFacility("c", process: make, region: c, capacity: 40, unitCost: 2)
    instance.setLanes(Lane(unitCost: 0.1))
    instance.setDemand(of: good, in: a, quantity: 50, shortageCost: 100)
    let result = try Planner(solver: GLPKSolver()).plan(instance, Model(for: instance))
    let view = try #require(PlanView(result))
    let use = try #require(view.finalUseAtMarginalCosts(of: [a], bills: Bills(view)))
    #expect(isClose(use.amount, 6 * 50 * 2.1) && isClose(use.bill, 6 * (40 * 1.1 + 10 * 2.1)))
    #expect(use.periods == ["now", "later"])
    #expect(view.finalUseAtMarginalCosts(of: [b], bills: Bills(view))?.amount == 0)
    let judged = PlanView(instance: instance, model: Model(for: instance), plan: view.plan)
    #expect(judged.finalUseAtMarginalCosts(of: [a], bills: Bills(judged)) == nil)
    // Where history fixes what arrives, one more unit has no cost.
    instance.history = [
      HistoricalFlow(commodity: good, origin: c, destination: a, period: 0, quantity: 20)
    ]
    let observed = try Planner(solver: GLPKSolver()).plan(instance, Model(for: instance))
    let later = try #require(PlanView(observed))
    let left = try #require(later.finalUseAtMarginalCosts(of: [a], bills: Bills(later)))
    #expect(left.periods == ["later"] && isClose(left.amount, 5 * 50 * 2.1))
    #expect(isClose(left.bill, 5 * (40 * 1.1 + 10 * 2.1)))
  }
}
