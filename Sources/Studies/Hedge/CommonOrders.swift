import Formulation
import Hedging
import LinearProgramming
import Sourcing

/// The orders that are the same in all worlds.
struct CommonOrders: Sendable {
  /// An order of a project in a period.
  struct Key: Hashable, Sendable {
    var project: ProjectIndex
    var period: PeriodIndex
  }

  /// The orders, by project and period. Those that dates forbid in some world are among them: they are 0 in all.
  private(set) var keys: [Key] = []
  /// For each world the common orders that would be in operation after the horizon only.
  private(set) var idle: [[ProjectIndex: [PeriodIndex]]]

  /// The common orders of some worlds.
  ///
  /// - Parameter until: the last common period; nil: none is.
  init(of plans: [WorldPlan], until: PeriodIndex?) {
    idle = plans.map { _ in [:] }
    guard let until, let first = plans.first else { return }
    for project in first.instance.projects.indices {
      for period in first.instance.horizon.indices where period <= until {
        let key = Key(project: project, period: period)
        let works = plans.map { $0.orders(key) }
        guard works.contains(.inOperation) else { continue }
        keys.append(key)
        for (world, fate) in works.enumerated() where fate == .idle {
          idle[world][project, default: []].append(period)
        }
      }
    }
  }

  /// The projects that are ordered up to a period although no such order is among the common ones.
  func projectsBeyond(_ orders: PlacedOrders, until: PeriodIndex?) -> [ProjectIndex] {
    guard let until else { return [] }
    let known = Set(keys)
    return orders.capacity.indices.filter { project in
      let capacity = orders.capacity[project]
      let largest = capacity.max() ?? 0
      return capacity.indexed().contains { period, ordered in
        period <= until && ordered > 1e-9 * largest && ordered > 0
          && !known.contains(Key(project: project, period: period))
      }
    }
  }

  /// The capacity of each common order, and for lumpy projects whether it is made, in the order of the columns.
  func decisions(_ orders: PlacedOrders, lumpy: Set<ProjectIndex>) -> [Double] {
    keys.flatMap { key -> [Double] in
      let capacity = orders.capacity[key.project][key.period]
      let isOrdered = orders.isOrdered[key.project][key.period]
      return lumpy.contains(key.project) ? [capacity, isOrdered ? 1 : 0] : [capacity]
    }
  }
}

/// What becomes of an order in a world.
private enum OrderFate {
  /// It is in operation in some period.
  case inOperation
  /// It would be in operation after the horizon.
  case idle
  /// Its dates forbid it, or the model does not choose the project.
  case forbidden
}

extension WorldPlan {
  fileprivate func orders(_ key: CommonOrders.Key) -> OrderFate {
    let project = instance.projects[key.project]
    guard model.projects.contains(key.project),
      project.periodsWithinDates(in: instance).contains(key.period)
    else { return .forbidden }
    return project.operation(orderedIn: key.period, horizon: instance.horizon).isEmpty
      ? .idle : .inOperation
  }
}
