import GLPKSolver
import Planning
import Sourcing
import TestSupport

@testable import Scenarios

/// Two regions that plan separately, A as the only member and B as the others: small enough to be solved by hand. One
/// good, made without inputs; no discounting; a shortage costs 10 a unit.
struct TwoRegions {
  static let (a, b) = (RegionIndex(0), RegionIndex(1))
  static let members = RegionSet(id: "club", members: [a])

  /// - Parameter demands: units a year that A and B need, one pair for each period.
  static func instance(_ demands: [(a: Double, b: Double)]) -> Instance {
    let periods = demands.indices
    var table = DemandTable(regionCount: 2, commodityCount: 1, periodCount: demands.count)
    for (period, demand) in PerPeriod(demands).indexed() {
      table[region: a, commodity: 0, period: period] = .init(
        quantity: demand.a, shortageCost: 10)
      table[region: b, commodity: 0, period: period] = .init(
        quantity: demand.b, shortageCost: 10)
    }
    return Instance(
      name: "two", home: RegionSet(id: "A", members: [a]),
      horizon: Horizon(periods.map { ("\(2030 + $0)", 1) }, discountRate: 0),
      regions: [Region(id: "A"), Region(id: "B")], blocs: [members],
      commodities: [
        Commodity(id: "good", unit: "t", price: PerPeriod(repeating: 1, count: demands.count))
      ],
      processes: [Process(id: "make", stage: "making", output: 0, inputs: [], byproducts: [])],
      demands: table)
  }

  /// A facility that makes the good in every period.
  static func facility(
    _ id: String, in region: RegionIndex, capacity: PerPeriod<Double>, unitCost: Double = 1
  ) -> Facility {
    Facility(
      id: id, process: 0, region: region, capacity: capacity,
      unitCost: capacity.mapped { _ in unitCost }, minimum: capacity.mapped { _ in 0 },
      operation: .first...PeriodIndex(capacity.count - 1))
  }

  /// A lane from B to A in every period.
  static func lanes(of instance: Instance, unitCost: Double, capacity: Double = .infinity)
    -> LaneTable
  {
    var lanes = instance.lanes
    let terms = lanes.addTerms(Lane(unitCost: unitCost, capacity: capacity))
    for period in instance.horizon.indices {
      lanes.assign(terms, commodity: 0, origin: b, destination: a, period: period)
    }
    return lanes
  }

  static func flow(in period: PeriodIndex) -> FlowKey {
    FlowKey(commodity: 0, origin: b, destination: a, period: period)
  }
}

/// A joint plan, and what follows from it for the planners.
struct JointPlan {
  let common: CommonInstance
  let plan: Plan
  let aside: SetAside

  init(_ instance: Instance, _ model: Model, members: RegionSet = TwoRegions.members) throws {
    common = CommonInstance(instance, model, members: members)
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    guard let plan = result.plan else { throw NoJointPlan() }
    self.plan = plan
    aside = SetAside(
      result, plan: plan, planners: common.planners, firstOpen: common.firstOpen)
  }

  /// The question of one planner.
  func question(_ place: Int) -> PlannerQuestion {
    PlannerQuestion(common: common, joint: plan, aside: aside, place: place)
  }

  struct NoJointPlan: Error {}
}
