import Formulation
import LinearProgramming

/// Which columns and rows of two programs state the same: the network, `risk` and its stress windows. Either one
/// program is without goals and the other with goals, for the same instance; or their instances differ in numbers only.
///
/// Columns are matched by what they state. The columns of the network come before all others. The windows of `risk` are
/// the last ones of a program, and those of goals come before them.
struct SharedColumns {
  private let networkCount: Int
  /// The place in the second program of each column of the network, -1 for none; nil: all have the same places.
  private let networkPlaces: [Int32]?
  private var others: [Int: Int] = [:]
  /// The number of windows in the rows of the program with goals that come before those of `risk`.
  private let windowShift: Int

  /// - Returns: nil if the instances differ in more than their numbers.
  init?(of first: PlanningProgram, in second: PlanningProgram) {
    networkCount = first.networkColumnCount
    guard let network = first.columns.places(in: second.columns, count: networkCount) else {
      return nil
    }
    let isSame =
      networkCount == second.networkColumnCount && network.indices.allSatisfy { network[$0] == $0 }
    networkPlaces = isSame ? nil : network
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
  func place(of column: Int) -> Int? {
    guard column < networkCount else { return others[column] }
    guard let networkPlaces else { return column }
    let place = Int(networkPlaces[column])
    return place < 0 ? nil : place
  }

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
