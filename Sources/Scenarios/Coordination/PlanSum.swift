import Formulation
import Planning
import Sourcing

/// The sum of the plans of several planners; in the periods that history fixes, it is the joint plan.
struct PlanSum {
  let common: CommonInstance
  let joint: Plan
  private let places: ProducerPlaces
  private var flows: [FlowKey: Double] = [:]
  private var plan: Plan

  /// Starts with the joint plan in the periods before the first open one, and nothing after.
  init(common: CommonInstance, joint: Plan) {
    self.common = common
    self.joint = joint
    let instance = common.instance
    let producers = Producers(instance: instance, projects: common.model.projects)
    places = ProducerPlaces(producers)
    let zeros = PerPeriod(repeating: 0.0, count: instance.horizon.count)
    let orders = IndexedArray<Project, PerPeriod<Double>>(
      repeating: zeros, count: instance.projects.count)
    plan = Plan(
      flows: [], activity: producers.all.mapped { _ in zeros }, orders: orders,
      isOrdered: orders.mapped { $0.mapped { _ in false } }, stocks: joint.stocks,
      shortages: joint.shortages.filter { $0.period < common.firstOpen })
    addFixedPeriods()
  }

  /// Takes the joint plan in the periods before the first open one.
  private mutating func addFixedPeriods() {
    let open = common.firstOpen
    for flow in joint.flows where flow.key.period < open { flows[flow.key] = flow.quantity }
    let jointProducers = Producers(instance: common.base, projects: common.baseModel.projects)
    for (index, producer) in jointProducers.all.indexed() {
      guard let place = places.place(of: producer) else { continue }
      for period in .first..<open { plan.activity[place][period] = joint.activity[index][period] }
    }
    for project in common.base.projects.indices {
      for period in .first..<open {
        plan.orders[project][period] = joint.orders[project][period]
        plan.isOrdered[project][period] = joint.isOrdered[project][period]
      }
    }
  }

  /// Adds one planner's plan from the first open period on.
  ///
  /// - Parameter replaced: the projects that facilities of the planner's instance replace.
  mutating func add(
    _ result: PlanningResult, _ own: Plan, planner: Int,
    replaced: [FacilityIndex: ProjectIndex]
  ) {
    let open = common.firstOpen..<common.instance.horizon.indices.upperBound
    for flow in own.flows where open.contains(flow.key.period) {
      flows[flow.key, default: 0] += flow.quantity
    }
    for (index, producer) in result.program.producers.all.indexed() {
      guard let place = places.place(of: producer, replaced) else { continue }
      for period in open { plan.activity[place][period] += own.activity[index][period] }
    }
    for project in own.orders.indices {
      for period in open {
        plan.orders[project][period] += own.orders[project][period]
        if own.isOrdered[project][period] { plan.isOrdered[project][period] = true }
      }
    }
    for index in plan.stocks.indices
    where common.planners.planner[common.instance.stockpiles[index].region] == planner {
      for period in open { plan.stocks[index][period] = own.stocks[index][period] }
    }
    plan.shortages += own.shortages.filter { open.contains($0.period) }
  }

  /// The sum so far.
  var total: Plan {
    var total = plan
    total.flows = flows.map { Plan.Flow(key: $0.key, quantity: $0.value) }
      .sorted { $0.key < $1.key }
    total.shortages.sort {
      ($0.period, $0.commodity, $0.region) < ($1.period, $1.commodity, $1.region)
    }
    return total
  }
}

/// Finds the producers of the joint plan and of the planners' plans among those of the sum.
private struct ProducerPlaces {
  private var ofFacility: [FacilityIndex: ProducerIndex] = [:]
  private var ofProject: [ProjectIndex: ProducerIndex] = [:]

  init(_ producers: Producers) {
    for (place, producer) in producers.all.indexed() {
      if let facility = producer.facility { ofFacility[facility] = place }
      if let project = producer.project { ofProject[project] = place }
    }
  }

  /// The producer of the sum that a facility or project is. A planner's facility that replaces a project of the
  /// joint plan counts as that project. Nil if the sum has no such producer.
  func place(of producer: Producers.Producer, _ replaced: [FacilityIndex: ProjectIndex] = [:])
    -> ProducerIndex?
  {
    if let project = producer.project { return ofProject[project] }
    guard let facility = producer.facility else { return nil }
    if let project = replaced[facility] { return ofProject[project] }
    return ofFacility[facility]
  }
}
