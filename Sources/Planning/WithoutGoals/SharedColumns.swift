import Formulation
import LinearProgramming

/// Which columns and rows of a program without goals and of one with goals state the same: the network, `risk` and its
/// stress windows. Instance and options are the same.
///
/// Both programs have the same columns of the network, in the same order and before all others. The others are matched
/// by what they state. The windows of `risk` are the last ones of a program, and those of goals come before them.
struct SharedColumns {
  private let networkCount: Int
  private var others: [Int: Int] = [:]
  /// The number of windows in the rows of the program with goals that come before those of `risk`.
  private let windowShift: Int

  /// - Returns: nil if the programs differ in their network.
  init?(of first: PlanningProgram, in second: PlanningProgram) {
    guard first.networkColumnCount == second.networkColumnCount else { return nil }
    networkCount = first.networkColumnCount
    windowShift = second.windows.count - first.windows.count
    var places: [GoalColumn: Int] = [:]
    for (column, states) in second.goalColumns { places[states] = column.index }
    for (column, states) in first.goalColumns { others[column.index] = places[states] }
    for (window, other) in zip(first.windows.reversed(), second.windows.reversed())
    where window.columns.count == other.columns.count {
      for (column, place) in zip(window.columns, other.columns) { others[column] = place }
    }
  }

  /// The place of a column of the first program in the second; nil if it has none there.
  func place(of column: Int) -> Int? { column < networkCount ? column : others[column] }

  /// The key in the second program of a row of the first.
  func key(of key: RowKey) -> RowKey {
    guard case .stress(let row, let window) = key else { return key }
    return .stress(row, window: window + windowShift)
  }

  /// An expression of the first program in the columns of the second; nil if one is missing there.
  func expression(of expression: LinearExpression) -> LinearExpression? {
    var sum = LinearExpression(constant: expression.constant)
    for term in expression.terms {
      guard let place = place(of: term.column.index) else { return nil }
      sum.add(term.coefficient, Column(place))
    }
    return sum
  }
}
