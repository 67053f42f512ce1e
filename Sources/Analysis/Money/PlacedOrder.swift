public import Sourcing

/// Capacity that a plan orders of a project in a period.
public struct PlacedOrder: Sendable, Codable {
  /// Id of the project.
  public var project: String
  /// Id of its region.
  public var region: String
  /// Id of the programme that supports it; nil without one.
  public var programme: String?
  /// Id of the region that pays the programme.
  public var payer: String?
  /// Label of the period in which it is ordered.
  public var ordered: String
  /// Label of the first period in operation; nil where that is after the last one.
  public var ready: String?
  /// Main output a year.
  public var capacity: Double
  /// Capex and fixed cost, undiscounted.
  public var outlay: Double
  /// What the programme pays of it.
  public var support: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case project, region, programme, payer, ordered, ready, capacity, outlay, support
  }
}

extension PlanView {
  /// Periods and projects in which the model could order something, by period, then id of the project.
  public var orderWindows: [(period: PeriodIndex, project: ProjectIndex)] {
    let projects = model.projects.sorted { instance.projects[$0].id < instance.projects[$1].id }
    let windows = projects.map { Set(instance.projects[$0].orderPeriods(in: instance)) }
    return instance.horizon.indices.flatMap { period in
      projects.indices.filter { windows[$0].contains(period) }.map { (period, projects[$0]) }
    }
  }

  /// What is ordered of capacity, by period, then id of the project; nil where the model could order
  /// nothing.
  public var placedOrders: [PlacedOrder]? {
    let windows = orderWindows
    guard !windows.isEmpty else { return nil }
    let flows = largestFlows
    return windows.compactMap { period, project in
      let order = OrderFigures(of: project, in: period, plan: plan, instance: instance)
      // What is nothing beside the flows of what it would make is round-off.
      let made = instance.processes[instance.projects[project].process].output
      guard order.capacity > 1e-6 * flows[made] else { return nil }
      return placed(order, of: project, in: period)
    }
  }

  /// The largest flow of each commodity.
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
