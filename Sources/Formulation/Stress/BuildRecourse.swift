import LinearProgramming
import Sourcing

/// Stress windows written as programs of their own, tied to the columns of the plan.
extension PlanningBuilder {
  /// The stress LP of one window over columns of which the first are the plan's.
  private func stressWindow(_ factors: DisruptionFactors, period: Int) -> (
    program: LinearProgram, block: StressBlock
  ) {
    var plan = LinearProgram()
    for _ in 0..<output.program.columnCount { plan.addColumn() }
    var builder = StressBlockBuilder(
      adding: plan, plan: planReference(period: period), options: model.stress, factors: factors)
    return builder.build()
  }

  /// A column for the least lost value in some regions; it takes cuts to make it that large.
  mutating func addLossRecourse(
    _ factors: DisruptionFactors, index: Int, period: Int, _ of: RegionSet
  )
    -> Column
  {
    var (window, block) = stressWindow(factors, period: period)
    let planColumns = output.program.columnCount
    let loss = block.lostValue(in: of.members, instance: instance, period: period)
    for term in loss.terms { window.setCost(term.column, term.coefficient) }
    output.baseCost.append(0)
    let bound = output.program.addColumn()
    output.recourses.append(
      Recourse(
        program: RecourseProgram(window, firstStageColumns: planColumns), bound: bound,
        key: RowKey(family: .risk, indices: [index, period].map(Int32.init))))
    return bound
  }

  /// The least violation of service requirements in one window, which is to be 0 or the goal's.
  mutating func addServiceRecourse(
    _ requirements: [ServiceRequirement], _ commodity: CommodityGroup, _ factors: DisruptionFactors,
    period: Int
  ) {
    guard let first = requirements.first?.constraint else { return }
    var (window, block) = stressWindow(factors, period: period)
    let violation = window.addColumn(cost: 1)
    var targets: [Recourse.Target] = []
    for requirement in requirements {
      var rows: [(Row, Double)] = []
      for (months, demand) in requirement.windows {
        var served = LinearExpression(violation)
        served.add(
          block.unserved(commodity.members, in: first.subject.members, months: months),
          scaledBy: -1)
        let least = (requirement.constraint.target - 1) * demand
        rows.append((window.addRow(served, lower: least), demand))
      }
      targets.append(Recourse.Target(constraint: output.goals.count, rows: rows))
      finish(requirement.constraint)
    }
    let demand = requirements.flatMap(\.windows).map(\.demand).max() ?? 1
    output.recourses.append(
      Recourse(
        program: RecourseProgram(window, firstStageColumns: output.program.columnCount),
        bound: first.violation, unit: demand > 0 ? demand : 1,
        key: RowKey(
          family: .resilience,
          indices: [first.goal, period, output.recourses.count].map(Int32.init)),
        targets: targets))
  }
}
