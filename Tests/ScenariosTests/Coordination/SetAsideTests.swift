import CaseSupport
import Sourcing
import TestSupport
import Testing

@testable import Scenarios

@Suite("What is set aside")
struct SetAsideTests {
  /// B makes 100, of which a contract sends 50 to A. The claims are 10 % and 90 %.
  private func contracted() throws -> JointPlan {
    var instance = TwoRegions.instance([(a: 60, b: 540)])
    instance.facilities = [TwoRegions.facility("f", in: TwoRegions.b, capacity: [100])]
    instance.lanes = TwoRegions.lanes(of: instance, unitCost: 1, capacity: 80)
    instance.contracts = [
      Contract(
        id: "c", commodity: 0, origin: TwoRegions.b, destination: TwoRegions.a, quantity: 50,
        periods: 0...0)
    ]
    instance.quotas = [
      Quota(
        id: "q", commodities: [0], origins: [TwoRegions.b], destinations: [TwoRegions.a],
        quantity: 70, period: nil)
    ]
    return try JointPlan(instance, Model(name: "m", projects: []))
  }

  @Test("the contracted flow and the part of the facility that makes it are set aside")
  func contract() throws {
    let aside = try contracted().aside
    #expect(aside.fixed == [[TwoRegions.flow(in: 0): 50], [:]])
    #expect(aside.flows == aside.fixed)
    #expect(isClose(aside.activity[0][0][0], 50))
    #expect(aside.activity[1][0][0] == 0)
    #expect(aside.exempt.isEmpty)
  }

  /// Facility: 50 + 10 %·50 and 90 %·50. Lane: 50 + 10 %·30 and 90 %·30. Quota: 50 + 10 %·20 and 90 %·20.
  @Test("claims divide what is left of facilities, lanes and quotas after that")
  func claims() throws {
    let joint = try contracted()
    let lane = { (instance: Instance) in
      instance.lanes[
        commodity: 0, origin: TwoRegions.b, destination: TwoRegions.a, period: 0]?.capacity ?? .nan
    }
    let (own, others) = (
      joint.question(0).instance().instance, joint.question(1).instance().instance
    )
    #expect(isClose(own.facilities[0].capacity[0], 55))
    #expect(isClose(others.facilities[0].capacity[0], 45))
    #expect(isClose(lane(own), 53) && isClose(lane(others), 27))
    #expect(isClose(own.quotas[0].quantity, 52) && isClose(others.quotas[0].quantity, 18))
    // Each keeps its own demand, and the planner of the destination keeps the contract.
    let demand = { (instance: Instance, region: RegionIndex) in
      instance.demands[region: region, commodity: 0, period: 0].quantity
    }
    #expect(demand(own, 0) == 60 && demand(own, 1) == 0)
    #expect(demand(others, 0) == 0 && demand(others, 1) == 540)
    #expect(own.contracts.map(\.id) == ["c"] && others.contracts.isEmpty)
  }

  /// B refines 80 units of ore to 40. Of these, 10 go to A by contract, so 10 of the refinery, 20 of the ore's flow
  /// inside B and 20 of the mine are set aside for A.
  @Test("what is set aside continues up the chain in proportion")
  func upstream() throws {
    var instance = TwoRegions.instance([(a: 10, b: 30)])
    instance.commodities.append(Commodity(id: "ore", unit: "t", price: [1]))
    instance.lanes = LaneTable(regionCount: 2, commodityCount: 2, periodCount: 1)
    instance.lanes = TwoRegions.lanes(of: instance, unitCost: 20)
    var demands = DemandTable(regionCount: 2, commodityCount: 2, periodCount: 1)
    demands[region: 0, commodity: 0, period: 0] = .init(quantity: 10, shortageCost: 10)
    demands[region: 1, commodity: 0, period: 0] = .init(quantity: 30, shortageCost: 10)
    instance.demands = demands
    instance.processes[0].inputs = [.init(commodity: 1, quantity: 2)]
    instance.processes.append(
      Process(id: "mine", stage: "mining", output: 1, inputs: [], byproducts: []))
    var mine = TwoRegions.facility("m", in: TwoRegions.b, capacity: [100])
    mine.process = 1
    instance.facilities = [TwoRegions.facility("f", in: TwoRegions.b, capacity: [60]), mine]
    instance.contracts = [
      Contract(
        id: "c", commodity: 0, origin: TwoRegions.b, destination: TwoRegions.a, quantity: 10,
        periods: 0...0)
    ]
    let joint = try JointPlan(instance, Model(name: "m", projects: []))
    let ore = FlowKey(commodity: 1, origin: TwoRegions.b, destination: TwoRegions.b, period: 0)
    #expect(joint.plan.activity.map { $0[0].rounded() } == [40, 80])
    #expect(isClose(joint.aside.activity[0][0][0], 10))
    #expect(isClose(joint.aside.activity[0][1][0], 20))
    #expect(isClose(joint.aside.flows[0][ore] ?? 0, 20))
    #expect(joint.aside.activity[1].allSatisfy { $0 == [0] })
  }

  /// 40 came in 2030, so at least 30 should come in 2031, but the facility makes only 20 from then on: the flow is
  /// fixed at 20 and exempt. In 2032 it is fixed at 15.
  @Test(
    "a flow after history is fixed by max_decline if the joint plan keeps it, otherwise it is exempt"
  )
  func decline() throws {
    var instance = TwoRegions.instance([(a: 40, b: 0), (a: 100, b: 0), (a: 100, b: 0)])
    instance.facilities = [TwoRegions.facility("f", in: TwoRegions.b, capacity: [40, 20, 20])]
    instance.lanes = TwoRegions.lanes(of: instance, unitCost: 1)
    instance.history = [
      HistoricalFlow(
        commodity: 0, origin: TwoRegions.b, destination: TwoRegions.a, period: 0, quantity: 40)
    ]
    var model = Model(name: "m", projects: [])
    model.maxDecline = 0.25
    let joint = try JointPlan(instance, model)
    #expect(joint.common.firstOpen == 1)
    #expect(joint.aside.exempt == [TwoRegions.flow(in: 1)])
    #expect(isClose(joint.aside.fixed[0][TwoRegions.flow(in: 1)] ?? 0, 20))
    #expect(isClose(joint.aside.fixed[0][TwoRegions.flow(in: 2)] ?? 0, 15))
    for place in [0, 1] {
      let question = joint.question(place)
      #expect(question.model(withGoals: true).exemptFromMaxDecline == joint.aside.exempt)
      // The lane has no limit for either planner.
      let lane = question.instance().instance.lanes[
        commodity: 0, origin: TwoRegions.b, destination: TwoRegions.a, period: 1]
      #expect(lane?.capacity == .infinity)
    }
  }
}
