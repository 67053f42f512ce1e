import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `resilience` of M at β: in each disruption a copy of the stress program, tied to this plan's flows,
  /// capacities and stocks in τ, serves the share β of M's demand, over the window and, with
  /// `each_month_at_least`, in every month:
  ///
  ///     (1/12)·Σ_{m, j∈M, k∈K} u[j,k,m] ≤ (1−β)·(1/12)·Σ_{m, j∈M, k∈K} factor·D[j,k,τ] + v
  ///
  /// Each goal, disruption, region of `each` and commodity of a list has a copy of its own, and one v. The row is
  /// written as what is served. Row: units over the window. Dual ≥ 0: what one more unit served costs.
  mutating func addResilience(_ cell: WindowCell, against: [DisruptionIndex]) {
    for index in against where !deadline.isOver {
      let factors = DisruptionFactors(
        instance: instance, disruption: instance.disruptions[index])
      let violation = cell.goal.penalty.map {
        addColumn(beyondCost: $0, size: sizes.quantity(of: cell.commodity))
      }
      let requirements = serviceRequirements(cell, index, factors, violation)
      if isDecomposed {
        addServiceRecourse(requirements, cell.commodity, factors, period: cell.period)
        continue
      }
      let block = addStressBlock(factors, period: cell.period)
      for requirement in requirements {
        let constraint = begin(requirement.constraint)
        for window in requirement.windows {
          let unserved = block.unserved(
            cell.commodity.members, in: cell.subject.members, months: window.months)
          addServiceRow(constraint, unserved: unserved, demand: window.demand)
        }
      }
    }
  }

  /// A least share of demand to be served in each of some windows.
  struct ServiceRequirement {
    var constraint: GoalConstraint
    /// Months, and the demand in them in units.
    var windows: [(months: ClosedRange<Int>, demand: Double)]
  }

  func serviceRequirements(
    _ cell: WindowCell, _ disruption: DisruptionIndex?, _ factors: DisruptionFactors,
    _ violation: Column?
  ) -> [ServiceRequirement] {
    let months = 1...model.stress.horizonMonths
    let demand = months.map { month in
      cell.commodity.members.reduce(0) { sum, member in
        cell.subject.members.reduce(sum) {
          $0 + factors.demand(region: $1, commodity: member, month: month)
            * instance.demands[region: $1, commodity: member, period: cell.period].quantity
        }
      } / 12
    }
    let constraint = { (target: Double) in
      GoalConstraint(
        goal: cell.index, subject: cell.subject, commodity: cell.commodity, period: cell.period,
        direction: .atLeast, target: target, disruption: disruption, violation: violation)
    }
    var requirements: [ServiceRequirement] = []
    if let service = cell.service {
      requirements.append(
        .init(constraint: constraint(service), windows: [(months, demand.reduce(0, +))]))
    }
    if let service = cell.monthlyService {
      var monthly = constraint(service)
      monthly.isEachMonth = true
      requirements.append(
        .init(constraint: monthly, windows: months.map { ($0...$0, demand[$0 - 1]) }))
    }
    return requirements
  }

  /// Adds Σ demand − Σ u ≥ β·Σ demand − v: written as what is served, the target multiplies the demand.
  mutating func addServiceRow(
    _ constraint: GoalConstraintIndex, unserved: LinearExpression, demand: Double
  ) {
    var served = LinearExpression(constant: demand)
    served.add(unserved, scaledBy: -1)
    addShareRow(
      .resilience, constraint, quantity: served, yardstick: LinearExpression(constant: demand))
  }

  /// Adds a copy of the stress program that is tied to this plan's variables.
  mutating func addStressBlock(_ factors: DisruptionFactors, period: PeriodIndex) -> StressBlock {
    let builder = StressBlockBuilder(
      plan: planReference(period: period), options: model.stress, factors: factors,
      window: output.windows.count)
    let before = output.keyed.program.columnCount
    var block = builder.build(into: &output.keyed)
    block.columns = before..<output.keyed.program.columnCount
    output.baseCost.append(contentsOf: repeatElement(0, count: block.columns.count))
    output.windows.append(block)
    return block
  }
}
