import Formulation
import LinearProgramming
public import Planning
import Sourcing

/// A limit in the data that holds the plan back, over all periods in which it binds.
public struct Bottleneck: Codable, Sendable {
  /// In words, with the id.
  public var what: String
  /// Labels of the periods in which it binds; empty where it is not about a period.
  public var periods: [String]
  /// What one more unit in every one of those periods would save, discounted.
  public var saving: Double
  /// saving × limit, the measure of how much it matters: discounted money.
  public var rent: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case what, periods, saving, rent
  }
}

extension PlanningResult {
  /// Limits of facilities, projects, lanes, quotas and programmes that bind, the weightiest first, from
  /// the solution's duals; none where the objective's last stage is not cost.
  public func bottlenecks(limit: Int) -> [Bottleneck] {
    guard termination == .optimal, program.model.isCostLast else { return [] }
    var ledger = BottleneckLedger(result: self)
    ledger.addColumns()
    ledger.addRows()
    let sorted = ledger.found.values.sorted {
      $0.rent == $1.rent ? $0.what < $1.what : $0.rent > $1.rent
    }
    return Array(sorted.prefix(limit))
  }
}

private struct BottleneckLedger {
  let result: PlanningResult
  var found: [String: Bottleneck] = [:]
  private let instance: Instance
  // Taken out once: there are as many questions as columns.
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

  /// The reduced cost of a column that stands at its upper bound, where the two bounds differ.
  private func price(ofUpperBound column: Column?) -> (dual: Double, limit: Double)? {
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
        if let (dual, limit) = price(ofUpperBound: columns.activity[index][period]) {
          add("capacity of \(producer.id)", period: period, dual: dual, limit: limit)
        }
      }
    }
    for project in result.program.model.projects {
      for period in instance.horizon.indices {
        if let (dual, limit) = price(ofUpperBound: columns.order[project][period]) {
          add(sizeOf(project), period: nil, dual: dual, limit: limit)
        }
      }
    }
    for (key, column) in columns.flows {
      if let (dual, limit) = price(ofUpperBound: column) {
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
