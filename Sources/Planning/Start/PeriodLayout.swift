import Formulation
import LinearProgramming
import Sourcing

/// The columns, rows and terms of a planning LP that belong to each period, and their positions in the LP of that
/// period. It is the same for all points.
struct PeriodLayout {
  let planning: PlanningProgram
  let partition: PeriodPartition
  let terms: TermsByPeriod
  /// The columns of each period.
  let columns: PerPeriod<[Int32]>
  /// The rows of each period without those of `max_decline`, which become bounds of flows.
  let rows: PerPeriod<[Int32]>
  /// The rows of `max_decline` of each period.
  let declines: PerPeriod<[Decline]>
  /// The position of each column among those of its period; −1 if it has no period.
  let localColumn: [Int32]
  /// The position of each row among those of its period; −1 if it has none.
  let localRow: [Int32]
  let orders: IndexedArray<Project, ProjectOrders>
  /// The row `project_size` of each project that has one.
  let sizeRow: [ProjectIndex: Int]

  /// A row of `max_decline` and its flow.
  struct Decline {
    var row: Int32
    var flow: FlowKey
  }

  init(_ planning: PlanningProgram) {
    self.planning = planning
    let program = planning.program
    let periodCount = planning.instance.horizon.count
    let partition = PeriodPartition(planning)
    self.partition = partition
    terms = TermsByPeriod(program, partition, periodCount: periodCount)
    var columns = PerPeriod<[Int32]>(repeating: [], count: periodCount)
    var rows = columns
    var declines = PerPeriod<[Decline]>(repeating: [], count: periodCount)
    for (column, period) in partition.columnPeriod.enumerated() where period >= 0 {
      columns[PeriodIndex(Int(period))].append(Int32(column))
    }
    var sizeRow: [ProjectIndex: Int] = [:]
    for (row, key) in planning.rowKeys.enumerated() {
      if case .projectSize(let project) = key { sizeRow[project] = row }
      guard partition.rowPeriod[row] >= 0 else { continue }
      let period = PeriodIndex(Int(partition.rowPeriod[row]))
      if case .maxDecline(let flow) = key {
        declines[period].append(Decline(row: Int32(row), flow: flow))
      } else {
        rows[period].append(Int32(row))
      }
    }
    (self.columns, self.rows, self.declines, self.sizeRow) = (columns, rows, declines, sizeRow)
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

  /// The number of rows of a period, including those of `max_decline`.
  func rowCount(in period: PeriodIndex) -> Int { rows[period].count + declines[period].count }
}
