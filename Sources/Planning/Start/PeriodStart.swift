import Formulation
import LinearProgramming
import Sourcing

/// A starting point of a planning LP from small LPs, one a period.
///
/// Period by period the LP of that period alone is solved, by dual simplex from the last one's basis,
/// with project capacity rented for the year; what a period rents beyond what stands is then ordered, and
/// the next period finds it standing. The periods' bases, put together, are a basis of the whole LP:
/// ordered by period it is block lower triangular, since an order or a stock level only touches its own
/// and later periods, and a rent is the same unit column as the slack of its capacity row, or as the order
/// that it leads to. Where no row spans periods but through orders and stocks that basis is primal
/// feasible, so that the primal simplex goes on from it.
///
/// It is a start and no more: whatever is odd in it costs iterations, never the optimum.
struct PeriodStart {
  let planning: PlanningProgram
  let partition: PeriodPartition
  let termsByPeriod: TermsByPeriod
  private(set) var columnsByPeriod: PerPeriod<[Int32]>
  private(set) var rowsByPeriod: PerPeriod<[Int32]>
  let orders: IndexedArray<Project, ProjectOrders>
  /// Row `project_size` of each project that has one.
  let sizeRow: [ProjectIndex: Int]

  /// Where the whole LP's columns and rows stand in the LP of their period.
  var local: (column: [Int32], row: [Int32])
  /// The plan so far, a value for each column of the whole LP.
  var point: [Double]
  /// The whole basis so far.
  var basis: Basis
  /// Reduced costs in the period LPs.
  private(set) var reducedCosts: [Double]
  /// The period's capacity row that an order is there for.
  var ownerOfOrder: [Int: Int32] = [:]
  private(set) var iterations = 0

  init(_ planning: PlanningProgram) {
    self.planning = planning
    let program = planning.program
    let periodCount = planning.instance.horizon.count
    partition = PeriodPartition(planning)
    termsByPeriod = TermsByPeriod(program, partition, periodCount: periodCount)
    columnsByPeriod = Self.group(partition.columnPeriod, periodCount)
    rowsByPeriod = Self.group(partition.rowPeriod, periodCount)
    orders = IndexedArray(
      planning.instance.projects.indices.map { ProjectOrders(planning, project: $0) })
    var sizeRow: [ProjectIndex: Int] = [:]
    for (row, key) in planning.rowKeys.enumerated() {
      if case .projectSize(let project) = key { sizeRow[project] = row }
    }
    self.sizeRow = sizeRow
    local = (
      Array(repeating: -1, count: program.columnCount),
      Array(repeating: -1, count: program.rowCount)
    )
    point = program.columnLower.map { max(0, $0) }
    basis = Basis(
      columns: Array(repeating: .atLower, count: program.columnCount),
      rows: Array(repeating: .basic, count: program.rowCount))
    reducedCosts = Array(repeating: 0, count: program.columnCount)
  }

  private static func group(_ periods: [Int32], _ periodCount: Int) -> PerPeriod<[Int32]> {
    var groups = PerPeriod<[Int32]>(repeating: [], count: periodCount)
    for (index, period) in periods.enumerated() where period >= 0 {
      groups[PeriodIndex(Int(period))].append(Int32(index))
    }
    return groups
  }

  /// Solves the periods in turn; false if one of them has no optimum by itself.
  mutating func run(solver: any Solver, options: SolveOptions) throws -> Bool {
    var last = SlotBasis(partition)
    for period in planning.instance.horizon.indices {
      var part = program(of: period)
      let start = period > .first ? last.basis(of: part, partition) : nil
      var solution = try solver.solve(part.program, options: options, from: start)
      iterations += solution.iterations
      if solution.termination == .infeasible, !part.declines.isEmpty {
        let elastic = ElasticDecline(part)
        solution = elastic.settle(
          try solver.solve(elastic.program, options: options, from: elastic.basis(start)),
          in: &part)
        iterations += solution.iterations
      }
      guard solution.isOptimal, let found = solution.basis else { return false }
      for (localColumn, column) in part.columns.enumerated() {
        point[Int(column)] = solution.values[localColumn]
        reducedCosts[Int(column)] = solution.reducedCosts[localColumn]
      }
      takeOver(found, of: part, at: solution, period: period)
      last.store(found, of: part, partition)
    }
    settleRents()
    settleWholeOrders()
    return true
  }
}
