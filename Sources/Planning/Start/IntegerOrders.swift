import Formulation
import LinearProgramming
import Sourcing

/// The integer columns y[p,t] of projects that are ordered whole or not at all, in the LP relaxation.
///
/// There, only the rows b[p,t] ≤ M·y[p,t] and y ≥ 0 bound y from below, and y costs money. So y = b/M at an optimum:
/// the fixed cost is paid per unit of capacity, and y is basic where b is, with that row at its bound.
extension PeriodStart {
  /// Adds the integer columns of orders to the basis.
  mutating func addIntegerOrdersToBasis() {
    for (row, key) in planning.rowKeys.enumerated() {
      guard case .orderAtMost(let project, let period) = key,
        let order = planning.columns.order[project][period],
        let isOrdered = planning.columns.isOrdered[project][period]
      else { continue }
      switch basis.columns[order.index] {
      case .basic:
        basis.columns[isOrdered.index] = .basic
        basis.rows[row] = .atUpper
      case .atUpper: basis.columns[isOrdered.index] = .atUpper
      case .atLower, .free, .fixed: break
      }
    }
  }
}
