public import Sourcing

/// What a plan invests, all projects of all regions together.
public struct InvestmentFigures: Sendable, Codable, Hashable {
  /// Σ (capex(p)·b + fixed(p)·y) over all orders, undiscounted money.
  public var capex = 0.0
  /// The part of `capex` that programmes pay, undiscounted money.
  public var support = 0.0
  /// Σ idle capacity of projects in the last period, units of main output a year.
  public var idleCapacity = 0.0
  /// Σ capex × idle capacity of projects in the last period, undiscounted money.
  public var idleCapex = 0.0

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case capex, support, idleCapacity, idleCapex
  }
}

extension InvestmentFigures {
  /// The figures of a plan. Orders are added up by period, then project id.
  public init(of plan: Plan, instance: Instance, producers: Producers) {
    let built = producers.all.indices.filter { producers.all[$0].project != nil }
      .sorted { producers.all[$0].id < producers.all[$1].id }
    for period in instance.horizon.indices {
      for case let project? in built.map({ producers.all[$0].project }) {
        let order = OrderFigures(of: project, in: period, plan: plan, instance: instance)
        capex += order.outlay
        support += order.support
      }
    }
    let last = instance.horizon.last
    for producer in built {
      guard let project = producers.all[producer].project else { continue }
      let idle = plan.idleCapacity(of: producer, producers, in: last, instance)
      idleCapacity += idle
      idleCapex += idle * instance.projects[project].capex
    }
  }
}
