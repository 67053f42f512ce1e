import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `resilience` of M: in each disruption a copy of the stress LP, tied to this plan's flows, capacity and
  /// stocks in τ, can serve the share β of M's demand over the window, and β_m of it in every month:
  ///
  ///     (1/12)·Σ_{m,M,K} u ≤ (1−β)·(1/12)·Σ_{m,M,K} demand + violation
  ///
  /// Each goal, disruption, region of `each` and commodity of a list has a copy of its own.
  mutating func addResilience(_ cell: GoalCell, against: [Int], eachMonth: Target?) {
    guard let commodity = cell.commodity, let period = cell.period else { return }
    for index in against {
      var cell = cell
      cell.disruption = index
      let factors = DisruptionFactors(
        instance: instance, disruption: instance.disruptions[index])
      let violation = cell.goal.penalty.map { addViolation(penalty: $0) }
      let requirements = serviceRequirements(
        cell, commodity, factors, eachMonth: eachMonth?[period], violation)
      if isDecomposed {
        addServiceRecourse(requirements, commodity, factors, period: period)
        continue
      }
      let block = addStressBlock(factors, period: period)
      for requirement in requirements {
        var constraint = requirement.constraint
        for window in requirement.windows {
          let unserved = block.unserved(
            commodity.members, in: cell.subject.members, months: window.months)
          addServiceRow(&constraint, unserved: unserved, demand: window.demand)
        }
        finish(constraint)
      }
    }
  }

  /// A least share of demand to be served in each of some windows.
  struct ServiceRequirement {
    var constraint: GoalConstraint
    /// Months, and the demand in them in units.
    var windows: [(months: ClosedRange<Int>, demand: Double)]
  }

  private func serviceRequirements(
    _ cell: GoalCell, _ commodity: CommodityGroup, _ factors: DisruptionFactors,
    eachMonth: Double?, _ violation: Column?
  ) -> [ServiceRequirement] {
    let months = 1...model.stress.horizonMonths
    let demand = months.map { month in
      commodity.members.reduce(0) { sum, member in
        cell.subject.members.reduce(sum) {
          $0 + factors.demand(region: $1, commodity: member, month: month)
            * instance.demands[region: $1, commodity: member, period: cell.period ?? 0].quantity
        }
      } / 12
    }
    var requirements: [ServiceRequirement] = []
    if cell.target.isFinite {
      requirements.append(
        .init(
          constraint: record(cell, violation), windows: [(months, demand.reduce(0, +))]))
    }
    if let eachMonth {
      var cell = cell
      cell.target = eachMonth
      var constraint = record(cell, violation)
      constraint.isEachMonth = true
      requirements.append(
        .init(constraint: constraint, windows: months.map { ($0...$0, demand[$0 - 1]) }))
    }
    return requirements
  }

  /// Stated as what is served, so that the target multiplies the demand.
  private mutating func addServiceRow(
    _ constraint: inout GoalConstraint, unserved: LinearExpression, demand: Double
  ) {
    var served = LinearExpression(constant: demand)
    served.add(unserved, scaledBy: -1)
    addShareRow(
      .resilience, &constraint, quantity: served, yardstick: LinearExpression(constant: demand))
  }

  private func record(_ cell: GoalCell, _ violation: Column?) -> GoalConstraint {
    GoalConstraint(
      goal: cell.index, subject: cell.subject, commodity: cell.commodity, period: cell.period,
      direction: cell.direction, target: cell.target, disruption: cell.disruption,
      violation: violation)
  }

  /// Adds a copy of the stress LP that is tied to this plan's variables.
  mutating func addStressBlock(_ factors: DisruptionFactors, period: Int) -> StressBlock {
    let reference = planReference(period: period)
    let program = output.program
    output.program = LinearProgram()
    var builder = StressBlockBuilder(
      adding: program, plan: reference, options: model.stress, factors: factors)
    let built = builder.build()
    output.program = built.0
    let newColumns = output.program.columnCount - output.baseCost.count
    output.baseCost.append(contentsOf: repeatElement(0, count: newColumns))
    while output.rowKeys.count < output.program.rowCount {
      output.rowKeys.append(
        RowKey(family: .resilience, indices: [Int32(period), Int32(output.rowKeys.count)]))
    }
    return built.1
  }
}
