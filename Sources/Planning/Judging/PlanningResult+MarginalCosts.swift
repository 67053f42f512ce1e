import Formulation
import LinearProgramming
import Sourcing

extension PlanningResult {
  /// Marginal costs from the dual values of the rows `use` of the solution; nil if the last stage of the objective is
  /// not cost. The dual values are those of the whole program, also where stress windows are decomposed, rows are
  /// lazy or flows are substituted.
  func marginalCostsOfSolution() -> MarginalCosts? {
    guard program.model.isCostLast, !solution.rowDuals.isEmpty else { return nil }
    let (instance, horizon) = (program.instance, program.instance.horizon)
    let history = FixedHistory(
      instance: instance, isUsed: program.model.history == .fix, relaxed: [])
    var costs = MarginalCosts(of: instance)
    for (row, key) in program.rowKeys.enumerated() {
      guard case .use(let place, let period) = key,
        !history.fixes(
          commodity: place.commodity, destination: place.region, period: period)
      else { continue }
      costs[place, period] = solution.rowDuals[row] / horizon.weight(period)
    }
    return costs
  }
}
