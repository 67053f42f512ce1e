import LinearProgramming
import Sourcing

/// Stress windows written as programs of their own, tied to the columns of the plan.
extension PlanningBuilder {
  /// The rows of one window, in a program whose first columns are the plan's. Only the shortages of some places count.
  private func stressWindow(
    _ factors: DisruptionFactors, period: PeriodIndex, serving places: Set<Place>
  ) -> (program: KeyedProgram, block: StressBlock) {
    var window = KeyedProgram()
    for size in output.program.columnSize { window.addColumn(size: size) }
    let builder = StressBlockBuilder(
      plan: planReference(period: period), options: model.stress, factors: factors,
      window: output.recourses.count, alike: [factors], serving: places)
    let block = builder.build(into: &window)
    return (window, block)
  }

  /// A column L_ω for the least lost value in some regions, which cuts keep at least that large; money.
  mutating func addLossRecourse(
    _ scenario: RecourseSubject.Scenario, _ factors: DisruptionFactors, period: PeriodIndex,
    of regions: RegionSet
  ) -> Column {
    let places = regions.members.flatMap { region in
      instance.commodities.indices.map { Place(region: region, commodity: $0) }
    }
    var (window, block) = stressWindow(factors, period: period, serving: Set(places))
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
      targets.append(Recourse.Target(constraint: begin(requirement.constraint), rows: rows))
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
  /// Of months that are alike one has a row. Row: units over these months. Dual ≥ 0: the rise of v with one more unit
  /// that must be served.
  ///
  /// - Returns: for each requirement the rows, each with the demand in its months.
  func serviceWindow(
    _ requirements: [ServiceRequirement], _ commodity: CommodityGroup, _ factors: DisruptionFactors,
    period: PeriodIndex
  ) -> (
    program: KeyedProgram, block: StressBlock, violation: Column,
    rows: [[(row: Row, rate: Double)]]
  ) {
    let places = requirements.map { commodity.places(in: $0.constraint.subject.members) }
    var (window, block) = stressWindow(
      factors, period: period, serving: places.reduce(into: []) { $0.formUnion($1) })
    let violation = window.addColumn(cost: 1, size: sizes.quantity(of: commodity))
    let rows = requirements.map { requirement -> [(row: Row, rate: Double)] in
      let windows = block.windows(eachMonth: requirement.constraint.isEachMonth)
      return requirement.windows.filter { windows.contains($0.months) }.map { months, demand in
        var served = LinearExpression(violation)
        served.add(
          block.unserved(
            commodity.members, in: requirement.constraint.subject.members, months: months),
          scaledBy: -1)
        let row = window.addRow(
          .stress(.service(months: months), window: block.window), served,
          lower: (requirement.constraint.target - 1) * demand)
        return (row, demand)
      }
    }
    return (window, block, violation, rows)
  }
}
