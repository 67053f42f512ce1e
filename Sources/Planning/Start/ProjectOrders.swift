import Formulation
import LinearProgramming
import Sourcing

/// The order columns of one project, and the periods in which each order is in operation.
struct ProjectOrders {
  struct Order {
    var column: Int
    var operation: ClosedRange<PeriodIndex>
  }

  /// The orders, by period.
  private(set) var all: [Order] = []
  /// The upper bound of an order.
  private(set) var largestOrder = 0.0

  init(_ planning: PlanningProgram, project index: ProjectIndex) {
    let project = planning.instance.projects[index]
    for (period, column) in planning.columns.order[index].indexed() {
      guard let column else { continue }
      let operation = project.operation(orderedIn: period, horizon: planning.instance.horizon)
      guard let first = operation.first, let last = operation.last else { continue }
      all.append(Order(column: column.index, operation: first...last))
      largestOrder = planning.program.columnUpper[column.index]
    }
  }

  /// The capacity in operation in a period: Σ b over the orders in operation.
  func capacity(in period: PeriodIndex, at point: [Double]) -> Double {
    all.reduce(0) { $0 + ($1.operation.contains(period) ? point[$1.column] : 0) }
  }

  /// The capacity that may still be ordered and is then in operation in a period.
  func orderableCapacity(for period: PeriodIndex, at point: [Double]) -> Double {
    guard latest(for: period) != nil else { return 0 }
    return max(0, largestOrder - all.reduce(0) { $0 + point[$1.column] })
  }

  /// The column of the latest order that is in operation in a period.
  func latest(for period: PeriodIndex) -> Int? {
    all.last { $0.operation.contains(period) }?.column
  }
}
