import Formulation
import LinearProgramming
import Sourcing

/// The largest service levels that a finished plan could reach in a disruption: what its `resilience`
/// goals achieve.
struct ServiceLevel {
  let solver: any Solver
  private let stress: StressProgram
  private let factors: DisruptionFactors

  init(
    solver: any Solver, instance: Instance, model: Model, plan: Plan, period: PeriodIndex,
    disruption: DisruptionIndex
  ) {
    self.solver = solver
    stress = StressProgram(
      instance: instance, model: model, plan: plan, period: period, options: model.stress)
    factors = DisruptionFactors(
      instance: instance, disruption: instance.disruptions[disruption])
  }

  /// Largest share of demand that can be served: over the window, or in the worst month.
  func largest(_ commodity: CommodityGroup, in regions: [RegionIndex], eachMonth: Bool) throws
    -> Double
  {
    var lp = stress.program
    let bounds = stress.bounds(under: factors)
    for (column, upper) in bounds.columnUpper { lp.setBounds(column, lower: 0, upper: upper) }
    for (row, lower, upper) in bounds.rows { lp.setBounds(row, lower: lower, upper: upper) }
    let months = 1...stress.options.horizonMonths
    let windows = eachMonth ? months.map { $0...$0 } : [months]
    lp.sense = .maximise
    let level = lp.addColumn(upper: 1, cost: 1)
    for window in windows {
      // Σ u + level·Σ demand ≤ Σ demand, in units of the demand.
      let demand = window.reduce(0) { $0 + self.demand(commodity, regions, $1) / 12 }
      guard demand > 0 else { continue }
      var row = LinearExpression(level)
      row.add(
        stress.block.unserved(commodity.members, in: regions, months: window),
        scaledBy: 1 / demand)
      lp.addRow(row, upper: 1)
    }
    return try solver.solve(lp).optimum(of: "the service level that the plan achieves").objective
  }

  private func demand(_ commodity: CommodityGroup, _ regions: [RegionIndex], _ month: Int) -> Double
  {
    commodity.members.reduce(0) { sum, member in
      regions.reduce(sum) { $0 + stress.demand($1, member, month, under: factors) }
    }
  }
}
