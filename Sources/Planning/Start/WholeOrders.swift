import Formulation
import LinearProgramming
import Sourcing

/// Projects that are ordered whole or not at all, in the relaxation that a start by periods serves.
///
/// There nothing but its bounds ties y[p,t] ∈ [0, 1] from below to b[p,t] ≤ max_capacity·y[p,t], so that
/// y = b/max_capacity: a fixed cost is paid by the unit, and y is basic wherever b is, in that row.
extension PeriodStart {
  /// Takes the share of each project that is ordered into the basis.
  mutating func settleWholeOrders() {
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
