import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import TestSupport
import Testing

/// A needs 100 in the first year and nothing in the second. B makes it and sends it, each for 1 a unit. What arrives
/// must be used, so a flow that may not fall to 0 cannot flow at all.
@Suite("Exemptions from max_decline")
struct DeclineExemptionTests {
  private var instance: Instance {
    var demands = DemandTable(regionCount: 2, commodityCount: 1, periodCount: 2)
    demands[region: 0, commodity: 0, period: 0] = .init(quantity: 100, shortageCost: 10)
    var lanes = LaneTable(regionCount: 2, commodityCount: 1, periodCount: 2)
    let terms = lanes.addTerms(Lane(unitCost: 1))
    for period in PeriodIndex(0)...1 {
      lanes.assign(terms, commodity: 0, origin: 1, destination: 0, period: period)
    }
    return Instance(
      name: "two", home: RegionSet(id: "A", members: [0]),
      horizon: Horizon([("2030", 1), ("2031", 1)], discountRate: 0),
      regions: [Region(id: "A"), Region(id: "B")],
      commodities: [Commodity(id: "good", unit: "t", price: [1, 1])],
      processes: [Process(id: "make", stage: "making", output: 0, inputs: [], byproducts: [])],
      facilities: [
        Facility(
          id: "f", process: 0, region: 1, capacity: [100, 100], unitCost: [1, 1],
          minimum: [0, 0], operation: 0...1)
      ], lanes: lanes, demands: demands)
  }

  private func cost(exempt: Set<FlowKey>) throws -> Double {
    var model = Model(name: "m", projects: [])
    model.maxDecline = 0.25
    model.exemptFromMaxDecline = exempt
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    try #require(result.termination == .optimal)
    return result.objective
  }

  private let flow = FlowKey(commodity: 0, origin: 1, destination: 0, period: 1)

  @Test("without an exemption 100 are lacking; with one they are made and sent")
  func exempt() throws {
    #expect(abs(try cost(exempt: []) - 1000) <= 1e-6)
    #expect(abs(try cost(exempt: [flow]) - 200) <= 1e-6)
  }

  @Test("an exemption counts for its own period and lane only")
  func others() throws {
    var reversed = flow
    (reversed.origin, reversed.destination) = (flow.destination, flow.origin)
    #expect(abs(try cost(exempt: [flow.moved(to: 0), reversed]) - 1000) <= 1e-6)
  }
}
