import Formulation
import LinearProgramming
import Sourcing

/// The largest service levels that a finished plan could reach in a disruption: what its `resilience`
/// goals achieve.
struct ServiceLevel {
  let solver: any Solver
  private let stress: StressProgram
  private let factors: DisruptionFactors
  private let commodity: CommodityGroup
  private let regions: [RegionIndex]

  init(
    solver: any Solver, instance: Instance, model: Model, plan: Plan, period: PeriodIndex,
    disruption: DisruptionIndex, commodity: CommodityGroup, regions: [RegionIndex]
  ) throws(NoOptimum) {
    self.solver = solver
    self.commodity = commodity
    self.regions = regions
    factors = DisruptionFactors(
      instance: instance, disruption: instance.disruptions[disruption])
    stress = try StressProgram(
      instance: instance, model: model, plan: plan, period: period, options: model.stress,
      mergingMonthsUnder: [factors], serving: commodity.places(in: regions), until: solver.deadline)
  }

  /// Largest share of demand that can be served: over the window, or in the worst month; nil if nothing
  /// is demanded.
  func largest(eachMonth: Bool) throws -> Double? {
    var lp = disrupted()
    lp.sense = .maximise
    let level = lp.addColumn(upper: 1, cost: 1, size: 1)
    let wanted = stress.block.windows(eachMonth: eachMonth)
      .map { (months: $0, demand: demand(in: $0)) }.filter { $0.demand > 0 }
    guard !wanted.isEmpty else { return nil }
    for window in wanted {
      // Σ u + level·Σ demand ≤ Σ demand, in units of the demand.
      var row = LinearExpression(level)
      row.add(
        stress.block.unserved(commodity.members, in: regions, months: window.months),
        scaledBy: 1 / window.demand)
      lp.addRow(row, upper: 1)
    }
    return try solver.solve(lp).optimum(of: "the service level that the plan achieves").objective
  }

  /// Least quantity that is lacking in any window of what targets ask to be served, in units: what the
  /// violation of a soft goal is.
  func leastLacking(for targets: [(share: Double, isEachMonth: Bool)]) throws -> Double {
    var lp = disrupted()
    lp.sense = .minimise
    let lacking = lp.addColumn(cost: 1)
    for target in targets {
      for months in stress.block.windows(eachMonth: target.isEachMonth) {
        // Σ u − lacking ≤ (1 − β)·Σ demand.
        var row = stress.block.unserved(commodity.members, in: regions, months: months)
        row.add(-1, lacking)
        lp.addRow(row, upper: (1 - target.share) * demand(in: months))
      }
    }
    return max(
      0, try solver.solve(lp).optimum(of: "by how much the plan misses a service level").objective)
  }

  /// The window in the disruption.
  private func disrupted() -> LinearProgram {
    var lp = stress.program
    let bounds = stress.bounds(under: factors)
    for (column, upper) in bounds.columnUpper { lp.setBounds(column, lower: 0, upper: upper) }
    for (row, lower, upper) in bounds.rows { lp.setBounds(row, lower: lower, upper: upper) }
    return lp
  }

  private func demand(in months: ClosedRange<Int>) -> Double {
    months.reduce(0) { $0 + demand(in: $1) / 12 }
  }

  private func demand(in month: Int) -> Double {
    commodity.members.reduce(0) { sum, member in
      regions.reduce(sum) { $0 + stress.demand($1, member, month, under: factors) }
    }
  }
}
