public import Sourcing

/// Capacity of a project that a plan orders in a period, in any region.
public struct PlacedOrder: Sendable, Codable {
  /// Id of the project.
  public var project: String
  /// Id of its region.
  public var region: String
  /// Id of the programme that supports it; nil without one.
  public var programme: String?
  /// Id of the region that pays the programme; nil without a programme.
  public var payer: String?
  /// Label of the period in which it is ordered.
  public var ordered: String
  /// Label of the first period in operation; nil if the order is in operation in no period of the horizon.
  public var ready: String?
  /// b[p,t], units of main output a year.
  public var capacity: Double
  /// capex(p)·b + fixed(p)·y, undiscounted money.
  public var outlay: Double
  /// share of the programme × outlay, undiscounted money; 0 without a programme.
  public var support: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case project, region, programme, payer, ordered, ready, capacity, outlay, support
  }
}

extension PlanView {
  /// The periods and projects for which the program has an order b[p,t], sorted by period, then project id.
  public var orderWindows: [(period: PeriodIndex, project: ProjectIndex)] {
    let projects = model.projects.sorted { instance.projects[$0].id < instance.projects[$1].id }
    let windows = projects.map { Set(instance.projects[$0].orderPeriods(in: instance)) }
    return instance.horizon.indices.flatMap { period in
      projects.indices.filter { windows[$0].contains(period) }.map { (period, projects[$0]) }
    }
  }

  /// The orders of the plan, sorted by period, then project id; nil if the program has no orders. Orders
  /// below a millionth of the largest flow of what the project makes are rounding and are left out.
  public var placedOrders: [PlacedOrder]? {
    let windows = orderWindows
    guard !windows.isEmpty else { return nil }
    let flows = largestFlows
    return windows.compactMap { period, project in
      let order = OrderFigures(of: project, in: period, plan: plan, instance: instance)
      let made = instance.processes[instance.projects[project].process].output
      guard order.capacity > 1e-6 * flows[made] else { return nil }
      return placed(order, of: project, in: period)
    }
  }

  /// The largest flow of each commodity over all periods, units a year.
  private var largestFlows: IndexedArray<Commodity, Double> {
    var largest = IndexedArray<Commodity, Double>(
      repeating: 0, count: instance.commodities.count)
    for flow in plan.flows {
      largest[flow.key.commodity] = max(largest[flow.key.commodity], flow.quantity)
    }
    return largest
  }

  private func placed(_ order: OrderFigures, of index: ProjectIndex, in period: PeriodIndex)
    -> PlacedOrder
  {
    let horizon = instance.horizon
    let project = instance.projects[index]
    let programme = project.programme.map { instance.programmes[$0] }
    return PlacedOrder(
      project: project.id, region: instance.regions[project.region].id, programme: programme?.id,
      payer: programme.map { instance.regions[$0.payer].id }, ordered: horizon[period].label,
      ready: project.operation(orderedIn: period, horizon: horizon).first.map { horizon[$0].label },
      capacity: order.capacity, outlay: order.outlay, support: order.support)
  }
}
