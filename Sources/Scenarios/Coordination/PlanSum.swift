import Formulation
import Planning
import Sourcing

/// Adds up the plans of several planners, with the joint plan in the periods that history fixes.
struct PlanSum {
  let world: WorldOfPlanners
  let joint: Plan
  private let producers: Producers
  private var flows: [FlowKey: Double] = [:]
  private var plan: Plan

  /// - Parameter result: the joint plan's answer.
  init(world: WorldOfPlanners, joint: Plan) {
    self.world = world
    self.joint = joint
    let instance = world.instance
    producers = Producers(instance: instance, projects: world.model.projects)
    let zeros = { (count: Int) in
      Array(repeating: Array(repeating: 0.0, count: instance.horizon.count), count: count)
    }
    let orders = zeros(instance.projects.count)
    plan = Plan(
      flows: [], activity: zeros(producers.all.count), orders: orders,
      isOrdered: orders.map { $0.map { _ in false } }, stocks: joint.stocks,
      shortages: joint.shortages.filter { $0.period < world.firstOpen })
    addStanding()
  }

  /// The joint plan before the first open period.
  private mutating func addStanding() {
    let open = world.firstOpen
    for flow in joint.flows where flow.key.period < open { flows[flow.key] = flow.quantity }
    let places = places(of: producers)
    let jointProducers = Producers(instance: world.base, projects: world.baseModel.projects)
    for (index, producer) in jointProducers.all.enumerated() {
      guard let place = places[producer.id] else { continue }
      for period in 0..<open { plan.activity[place][period] = joint.activity[index][period] }
    }
    for project in world.base.projects.indices {
      for period in 0..<open {
        plan.orders[project][period] = joint.orders[project][period]
        plan.isOrdered[project][period] = joint.isOrdered[project][period]
      }
    }
  }

  private func places(of producers: Producers) -> [String: Int] {
    Dictionary(
      producers.all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds one planner's plan from the first open period on.
  mutating func add(_ result: PlanningResult, _ own: Plan, planner: Int) {
    let open = world.firstOpen..<world.instance.horizon.count
    for flow in own.flows where open.contains(flow.key.period) {
      flows[flow.key, default: 0] += flow.quantity
    }
    let places = places(of: producers)
    for (index, producer) in result.program.producers.all.enumerated() {
      let isStanding = producer.id.hasSuffix(".standing") && places[producer.id] == nil
      let id = isStanding ? String(producer.id.dropLast(".standing".count)) : producer.id
      guard let place = places[id] else { continue }
      for period in open { plan.activity[place][period] += own.activity[index][period] }
    }
    for project in own.orders.indices {
      for period in open {
        plan.orders[project][period] += own.orders[project][period]
        if own.isOrdered[project][period] { plan.isOrdered[project][period] = true }
      }
    }
    for index in plan.stocks.indices
    where world.planners.planner[world.instance.stockpiles[index].region] == planner {
      for period in open { plan.stocks[index][period] = own.stocks[index][period] }
    }
    plan.shortages += own.shortages.filter { open.contains($0.period) }
  }

  /// The sum so far.
  var total: Plan {
    var total = plan
    total.flows = flows.map { Plan.Flow(key: $0.key, quantity: $0.value) }.sorted {
      Self.order($0.key) < Self.order($1.key)
    }
    total.shortages.sort {
      ($0.period, $0.commodity, $0.region) < ($1.period, $1.commodity, $1.region)
    }
    return total
  }

  private static func order(_ key: FlowKey) -> (Int, Int, Int, Int) {
    (key.period, key.commodity, key.origin, key.destination)
  }
}
