import Formulation
import LinearProgramming
import Sourcing

/// The columns in which one project may be ordered, and when what is ordered operates.
struct ProjectOrders {
  struct Order {
    var column: Int
    var operation: ClosedRange<PeriodIndex>
  }

  /// By period of order.
  private(set) var all: [Order] = []
  private(set) var mostCapacity = 0.0

  init(_ planning: PlanningProgram, project index: ProjectIndex) {
    let project = planning.instance.projects[index]
    for (period, column) in planning.columns.order[index].indexed() {
      guard let column else { continue }
      let operation = project.operation(orderedIn: period, horizon: planning.instance.horizon)
      guard let first = operation.first, let last = operation.last else { continue }
      all.append(Order(column: column.index, operation: first...last))
      mostCapacity = planning.program.columnUpper[column.index]
    }
  }

  /// Σ b over the orders that operate in a period.
  func standing(in period: PeriodIndex, at point: [Double]) -> Double {
    all.reduce(0) { $0 + ($1.operation.contains(period) ? point[$1.column] : 0) }
  }

  /// What may still be ordered so that it operates in a period.
  func room(for period: PeriodIndex, at point: [Double]) -> Double {
    guard latest(for: period) != nil else { return 0 }
    return max(0, mostCapacity - all.reduce(0) { $0 + point[$1.column] })
  }

  /// The latest order that operates in a period.
  func latest(for period: PeriodIndex) -> Int? {
    all.last { $0.operation.contains(period) }?.column
  }
}
