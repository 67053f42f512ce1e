import LinearProgramming
import Sourcing

/// Stress windows written as programs of their own, tied to the columns of the plan.
extension PlanningBuilder {
  /// The rows of one window, in a program whose first columns are the plan's.
  private func stressWindow(_ factors: DisruptionFactors, period: PeriodIndex) -> (
    program: KeyedProgram, block: StressBlock
  ) {
    var window = KeyedProgram()
    for size in output.program.columnSize { window.addColumn(size: size) }
    let builder = StressBlockBuilder(
      plan: planReference(period: period), options: model.stress, factors: factors,
      window: output.recourses.count)
    let block = builder.build(into: &window)
    return (window, block)
  }

  /// A column L_ω for the least lost value in some regions, which cuts keep at least that large; money.
  mutating func addLossRecourse(
    _ scenario: RecourseSubject.Scenario, _ factors: DisruptionFactors, period: PeriodIndex,
    of regions: RegionSet
  ) -> Column {
    var (window, block) = stressWindow(factors, period: period)
    let planColumns = output.program.columnCount
    let loss = block.lostValue(in: regions.members, instance: instance, period: period)
    for term in loss.terms { window.setCost(term.column, term.coefficient) }
    // The size of losses that matter: a thousandth of the loss if nothing is served, but at most one usual loss,
    // so that one very large shortage cost does not hide the others.
    let all = loss.terms.reduce(0) {
      $0 + $1.coefficient * window.program.columnUpper[$1.column.index]
    }
    let unit = min(all / 1000, sizes.money)
    let bound = addColumn(stating: .loss(scenario, period: period), size: sizes.money)
    output.recourses.append(
      Recourse(
        .loss(scenario, period: period),
        program: RecourseProgram(window.program, firstStageColumns: planColumns), bound: bound,
        unit: unit > 0 ? unit : 1))
    return bound
  }

  /// The least violation of service requirements in one window: it must be 0, or at most the goal's v.
  mutating func addServiceRecourse(
    _ requirements: [ServiceRequirement], _ commodity: CommodityGroup, _ factors: DisruptionFactors,
    period: PeriodIndex
  ) {
    guard let first = requirements.first?.constraint else { return }
    let (window, _, _, rows) = serviceWindow(requirements, commodity, factors, period: period)
    var targets: [Recourse.Target] = []
    for (requirement, rows) in zip(requirements, rows) {
      targets.append(
        Recourse.Target(
          constraint: begin(requirement.constraint),
          rows: zip(rows, requirement.windows).map { ($0, $1.demand) }))
    }
    let demand = requirements.flatMap(\.windows).map(\.demand).max() ?? 1
    let subject = RecourseSubject.service(
      goal: first.goal, period: period, window: output.recourses.count)
    output.recourses.append(
      Recourse(
        subject,
        program: RecourseProgram(window.program, firstStageColumns: output.program.columnCount),
        bound: first.violation, unit: demand > 0 ? demand : 1, targets: targets))
  }

  /// `window_service`, for each window of months of each requirement of M at β:
  ///
  ///     minimise v ≥ 0   where   v − (1/12)·Σ_{m, j∈M, k∈K} u[j,k,m] ≥ (β − 1)·demand
  ///
  /// Row: units over these months. Dual ≥ 0: the rise of v with one more unit that must be served.
  func serviceWindow(
    _ requirements: [ServiceRequirement], _ commodity: CommodityGroup, _ factors: DisruptionFactors,
    period: PeriodIndex
  ) -> (program: KeyedProgram, block: StressBlock, violation: Column, rows: [[Row]]) {
    var (window, block) = stressWindow(factors, period: period)
    let violation = window.addColumn(cost: 1, size: sizes.quantity(of: commodity))
    let rows = requirements.map { requirement in
      requirement.windows.map { months, demand in
        var served = LinearExpression(violation)
        served.add(
          block.unserved(
            commodity.members, in: requirement.constraint.subject.members, months: months),
          scaledBy: -1)
        return window.addRow(
          .stress(.service(months: months), window: block.window), served,
          lower: (requirement.constraint.target - 1) * demand)
      }
    }
    return (window, block, violation, rows)
  }
}
