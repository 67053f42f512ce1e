import LinearProgramming

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
      let block = addStressBlock(against: instance.disruptions[index], period: period)
      let months = 1...block.horizonMonths
      let demand = months.map {
        self.demand(of: commodity, in: cell.subject.members, period: period, index, $0)
      }
      let violation = cell.goal.penalty.map { addViolation(penalty: $0) }
      if cell.target.isFinite {
        var constraint = record(cell, violation)
        addServiceRow(
          &constraint,
          unserved: block.unserved(commodity.members, in: cell.subject.members, months: months),
          demand: demand.reduce(0, +) / 12)
        finish(constraint)
      }
      guard let least = eachMonth?[period] else { continue }
      cell.target = least
      var constraint = record(cell, violation)
      constraint.isEachMonth = true
      for month in months {
        addServiceRow(
          &constraint,
          unserved: block.unserved(
            commodity.members, in: cell.subject.members, months: month...month),
          demand: demand[month - 1] / 12)
      }
      finish(constraint)
    }
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

  private func demand(
    of commodity: CommodityGroup, in regions: [Int], period: Int, _ disruption: Int, _ month: Int
  ) -> Double {
    let factors = DisruptionFactors(
      instance: instance, disruption: instance.disruptions[disruption])
    return commodity.members.reduce(0) { sum, member in
      regions.reduce(sum) {
        $0 + factors.demand(region: $1, commodity: member, month: month)
          * instance.demands[region: $1, commodity: member, period: period].quantity
      }
    }
  }

  /// Adds a copy of the stress LP that is tied to this plan's variables.
  mutating func addStressBlock(against disruption: Disruption?, period: Int) -> StressBlock {
    let reference = planReference(period: period)
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
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
