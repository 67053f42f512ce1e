import Formulation
import LinearProgramming
import Sourcing

/// A starting basis of a planning LP, from one small LP per period.
///
/// The LPs are solved in the order of the periods (``PeriodProgram``), each by dual simplex from the basis of the
/// period before. Rented capacity is then ordered, and is in operation in the next LP. Rows of `max_decline` are left out.
/// Together the bases of the periods are a basis of the whole LP. docs/solving.md has the proof, and says when that
/// basis is primal feasible.
///
/// It is only a start: a bad basis costs iterations, but does not change the optimum.
struct PeriodStart {
  let layout: PeriodLayout
  var planning: PlanningProgram {
    _read { yield layout.planning }
  }

  /// The point so far, one value per column of the whole LP.
  var point: [Double]
  /// The basis of the whole LP so far. It always has one basic variable per row.
  var basis: Basis
  /// For the column of each basic order, the row `project_capacity` whose slack it replaced in the basis.
  var ownerOfOrder: [Int: Int32] = [:]
  /// The dual value of each row in the LP of its period; 0 for other rows.
  private(set) var rowDuals: [Double]
  private(set) var iterations = 0

  init(_ planning: PlanningProgram) {
    layout = PeriodLayout(planning)
    let program = planning.program
    point = program.columnLower.map { max(0, $0) }
    basis = Basis(
      columns: Array(repeating: .atLower, count: program.columnCount),
      rows: Array(repeating: .basic, count: program.rowCount))
    rowDuals = Array(repeating: 0, count: program.rowCount)
  }

  /// Solves the LPs of the periods in order; returns false if one of them has no optimum.
  ///
  /// - Throws: `SolverError`.
  mutating func run(solver: any Solver, options: SolveOptions) throws -> Bool {
    var last = SlotBasis(layout.partition)
    for period in layout.planning.instance.horizon.indices {
      let part = layout.program(of: period, after: point)
      let start = period > .first ? last.basis(of: part, layout.partition) : nil
      let solution = try solver.solve(part.program, options: options, from: start)
      iterations += solution.iterations
      guard solution.isOptimal, let found = solution.basis else { return false }
      for (localColumn, column) in part.columns.enumerated() {
        point[Int(column)] = solution.values[localColumn]
      }
      for (localRow, row) in part.rows.enumerated() {
        rowDuals[Int(row)] = solution.rowDuals[localRow]
      }
      addToBasis(found, of: part, at: solution, period: period)
      last.store(found, of: part, layout.partition)
    }
    removeIdleActivities()
    addIntegerOrdersToBasis()
    return true
  }
}
