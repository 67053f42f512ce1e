import Formulation
import LinearProgramming
public import Planning
import Sourcing

/// A limit in the data that binds: the plan would be cheaper with more of it. All periods in which one limit
/// binds are put together.
public struct Bottleneck: Codable, Sendable {
  /// The limit in words, with the id.
  public var what: String
  /// Labels of the periods in which the limit binds; empty if the limit is not one of a period.
  public var periods: [String]
  /// −Σ_t dual value: by how much the total cost of all regions falls if the limit rises by one unit in each
  /// of the periods, discounted money a unit. It holds for small changes.
  public var saving: Double
  /// −Σ_t dual value × limit, discounted money. Bottlenecks are ranked by it.
  public var rent: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case what, periods, saving, rent
  }
}

extension PlanningResult {
  /// The limits of facilities, projects, lanes, quotas and programmes that bind, by falling
  /// ``Bottleneck/rent``, then name. They come from the dual values and reduced costs of the solution; of a
  /// mixed-integer program, with the integers fixed. Limits that matter by less than 1e-7 of the objective are
  /// left out.
  ///
  /// - Parameter limit: the most that are returned.
  /// - Returns: nothing if the plan is not optimal, or if the last stage of the objective is not cost.
  public func bottlenecks(limit: Int) -> [Bottleneck] {
    guard termination == .optimal, program.model.isCostLast else { return [] }
    var collector = BottleneckCollector(result: self)
    collector.addColumns()
    collector.addRows()
    let sorted = collector.found.values.sorted {
      $0.rent == $1.rent ? $0.what < $1.what : $0.rent > $1.rent
    }
    return Array(sorted.prefix(limit))
  }
}

private struct BottleneckCollector {
  let result: PlanningResult
  var found: [String: Bottleneck] = [:]
  private let instance: Instance
  // Copied once: they are read for every column.
  private let lower: [Double]
  private let upper: [Double]
  private let reducedCosts: [Double]

  init(result: PlanningResult) {
    self.result = result
    instance = result.program.instance
    let program = result.program.program
    (lower, upper) = (program.columnLower, program.columnUpper)
    reducedCosts = result.solution.reducedCosts
  }

  private mutating func add(_ what: String, period: PeriodIndex?, dual: Double, limit: Double) {
    guard -dual * limit > 1e-7 * abs(result.objective), limit.isFinite else { return }
    var entry = found[what] ?? Bottleneck(what: what, periods: [], saving: 0, rent: 0)
    if let period { entry.periods.append(instance.horizon[period].label) }
    entry.saving -= dual
    entry.rent -= dual * limit
    found[what] = entry
  }

  /// The reduced cost of a column at its upper bound, and that bound; nil if the bound does not bind, is
  /// infinite, or fixes the column.
  private func bindingUpperBound(of column: Column?) -> (dual: Double, limit: Double)? {
    guard let column else { return nil }
    let (low, high) = (lower[column.index], upper[column.index])
    let dual = reducedCosts[column.index]
    guard dual < 0, high > low, high.isFinite else { return nil }
    return (dual, high)
  }

  mutating func addColumns() {
    let columns = result.program.columns
    for (index, producer) in result.program.producers.all.indexed()
    where producer.facility != nil {
      for period in instance.horizon.indices {
        if let (dual, limit) = bindingUpperBound(of: columns.activity[index][period]) {
          add("capacity of \(producer.id)", period: period, dual: dual, limit: limit)
        }
      }
    }
    for project in result.program.model.projects {
      for period in instance.horizon.indices {
        if let (dual, limit) = bindingUpperBound(of: columns.order[project][period]) {
          add(sizeOf(project), period: nil, dual: dual, limit: limit)
        }
      }
    }
    for (key, column) in columns.flows {
      if let (dual, limit) = bindingUpperBound(of: column) {
        let ends = [key.origin, key.destination].map { instance.regions[$0].id }
        add(
          "lane \(ends[0]) to \(ends[1]) of \(instance.commodities[key.commodity].id)",
          period: key.period, dual: dual, limit: limit)
      }
    }
  }

  mutating func addRows() {
    for (key, dual) in zip(result.program.rowKeys, result.solution.rowDuals) where dual < 0 {
      switch key {
      case .quota(let index, let period):
        let quota = instance.quotas[index]
        add("quota \(quota.id)", period: period, dual: dual, limit: quota.quantity)
      case .programme(let index):
        let programme = instance.programmes[index]
        add("budget of \(programme.id)", period: nil, dual: dual, limit: programme.budget)
      case .projectSize(let project):
        add(
          sizeOf(project), period: nil, dual: dual,
          limit: instance.projects[project].maxCapacity)
      default:
        break
      }
    }
  }

  private func sizeOf(_ project: ProjectIndex) -> String {
    "size of project \(instance.projects[project].id)"
  }
}
