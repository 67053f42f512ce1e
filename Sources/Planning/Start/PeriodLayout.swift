import Formulation
import LinearProgramming
import Sourcing

/// The columns, rows and terms of a planning LP that belong to each period, and their positions in the LP of that
/// period. It is the same for all points.
struct PeriodLayout {
  let planning: PlanningProgram
  let partition: PeriodPartition
  /// The terms by the period of their row.
  let terms: TermGroups
  /// The columns of each period.
  let columns: PerPeriod<[Int32]>
  /// The rows of each period without those of `max_decline`, which the LPs of the periods do not have.
  let rows: PerPeriod<[Int32]>
  /// The position of each column among those of its period; −1 if it has no period.
  let localColumn: [Int32]
  /// The position of each row among those of its period; −1 if it has none.
  let localRow: [Int32]
  let orders: IndexedArray<Project, ProjectOrders>
  /// The row `project_size` of each project that has one.
  let sizeRow: [ProjectIndex: Int]

  init(_ planning: PlanningProgram) {
    self.planning = planning
    let program = planning.program
    let periodCount = planning.instance.horizon.count
    let partition = PeriodPartition(planning)
    self.partition = partition
    terms = TermGroups(program, groupOfRow: partition.rowPeriod, count: periodCount)
    var columns = PerPeriod<[Int32]>(repeating: [], count: periodCount)
    var rows = columns
    for (column, period) in partition.columnPeriod.enumerated() where period >= 0 {
      columns[PeriodIndex(Int(period))].append(Int32(column))
    }
    var sizeRow: [ProjectIndex: Int] = [:]
    for (row, key) in planning.rowKeys.enumerated() {
      if case .projectSize(let project) = key { sizeRow[project] = row }
      guard partition.rowPeriod[row] >= 0 else { continue }
      if case .maxDecline = key { continue }
      rows[PeriodIndex(Int(partition.rowPeriod[row]))].append(Int32(row))
    }
    (self.columns, self.rows, self.sizeRow) = (columns, rows, sizeRow)
    localColumn = Self.places(of: columns, among: program.columnCount)
    localRow = Self.places(of: rows, among: program.rowCount)
    orders = IndexedArray(
      planning.instance.projects.indices.map { ProjectOrders(planning, project: $0) })
  }

  private static func places(of lists: PerPeriod<[Int32]>, among count: Int) -> [Int32] {
    var places = Array(repeating: Int32(-1), count: count)
    for list in lists {
      for (place, index) in list.enumerated() { places[Int(index)] = Int32(place) }
    }
    return places
  }
}
