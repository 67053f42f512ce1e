import LinearProgramming
import Sourcing

extension PlanningColumns {
  /// Where the columns of one program of the network are in another, of an instance with the same regions, commodities,
  /// periods, producers, projects and stockpiles, and with other numbers.
  ///
  /// - Parameters:
  ///   - other: the columns of the other program.
  ///   - count: the number of columns of this program.
  /// - Returns: for each column its place, -1 if the other program lacks it; nil if the instances differ in more than
  ///   their numbers.
  package func places(in other: PlanningColumns, count: Int) -> [Int32]? {
    guard hasShape(of: other) else { return nil }
    var places = Array(repeating: Int32(-1), count: count)
    func match(_ cells: [Int32], _ others: [Int32]) {
      for (cell, place) in zip(cells, others) where cell >= 0 { places[Int(cell)] = place }
    }
    func match<Owner>(
      _ columns: IndexedArray<Owner, PerPeriod<Column?>>,
      _ others: IndexedArray<Owner, PerPeriod<Column?>>
    ) {
      for (periods, otherPeriods) in zip(columns, others) {
        for (column, place) in zip(periods, otherPeriods) {
          if let column, let place { places[column.index] = Int32(place.index) }
        }
      }
    }
    match(flowColumn, other.flowColumn)
    match(shortageColumn, other.shortageColumn)
    match(activity, other.activity)
    match(order, other.order)
    match(isOrdered, other.isOrdered)
    match(put, other.put)
    match(draw, other.draw)
    match(level, other.level)
    return places
  }

  private func hasShape(of other: PlanningColumns) -> Bool {
    flowColumn.count == other.flowColumn.count && shortageColumn.count == other.shortageColumn.count
      && activity.count == other.activity.count && order.count == other.order.count
      && put.count == other.put.count
  }
}
