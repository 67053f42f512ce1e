public import Sourcing

/// What one order of a project costs, undiscounted.
public struct OrderFigures: Sendable, Hashable {
  /// Capacity ordered, main output a year.
  public var capacity: Double
  /// Capex × capacity.
  public var capex: Double
  /// The project's fixed cost where anything is ordered.
  public var fixedCost: Double
  /// The part of both that the project's programme pays.
  public var support: Double

  /// Capex and fixed cost.
  public var outlay: Double { capex + fixedCost }

  /// - Parameter period: in which it is ordered.
  public init(of project: ProjectIndex, in period: PeriodIndex, plan: Plan, instance: Instance) {
    let it = instance.projects[project]
    let outlay = plan.outlay(of: project, in: period, instance)
    capacity = plan.orders[project][period]
    (capex, fixedCost) = (outlay.capex, outlay.fixed)
    support = (it.programme.map { instance.programmes[$0].share } ?? 0) * (capex + fixedCost)
  }
}

/// What a plan invests, all projects of the world together.
public struct InvestmentFigures: Sendable, Codable, Hashable {
  /// Capex and fixed costs of all orders, undiscounted.
  public var capex = 0.0
  /// What programmes pay of it.
  public var support = 0.0
  /// Capacity of projects that stands idle in the last period, in units of main output a year.
  public var idleCapacity = 0.0
  /// The same at its capex.
  public var idleCapex = 0.0

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case capex, support, idleCapacity, idleCapex
  }
}

extension InvestmentFigures {
  /// Figures of a plan, its orders added up by period, then project.
  public init(of plan: Plan, instance: Instance, producers: Producers) {
    let made = producers.all.indices.filter { producers.all[$0].project != nil }
      .sorted { producers.all[$0].id < producers.all[$1].id }
    for period in instance.horizon.indices {
      for case let project? in made.map({ producers.all[$0].project }) {
        let order = OrderFigures(of: project, in: period, plan: plan, instance: instance)
        capex += order.outlay
        support += order.support
      }
    }
    let last = instance.horizon.last
    for producer in made {
      guard let project = producers.all[producer].project else { continue }
      let idle = plan.idleCapacity(of: producer, producers, in: last, instance)
      idleCapacity += idle
      idleCapex += idle * instance.projects[project].capex
    }
  }
}

extension Plan {
  /// Main output a year that a producer could make: a facility's capacity, or what is built and in
  /// operation of a project.
  public func capacity(
    of producer: Producers.Producer, in period: PeriodIndex, _ instance: Instance
  ) -> Double {
    if let facility = producer.facility { return instance.facilities[facility].capacity[period] }
    if let project = producer.project {
      return builtCapacity(of: project, in: period, instance)
    }
    return 0
  }

  /// Main output a year that a producer could make and does not.
  func idleCapacity(
    of producer: ProducerIndex, _ producers: Producers, in period: PeriodIndex, _ instance: Instance
  ) -> Double {
    max(0, capacity(of: producers.all[producer], in: period, instance) - activity[producer][period])
  }
}
