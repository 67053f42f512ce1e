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
  let layout: PeriodLayout
  var planning: PlanningProgram {
    _read { yield layout.planning }
  }

  /// The plan so far, a value for each column of the whole LP.
  var point: [Double]
  /// The basis of the whole LP so far. It has one basic variable a row at all times: whoever makes one
  /// basic takes another one's place.
  var basis: Basis
  /// The row `project_capacity` whose place in the basis each order has taken, by the order's column.
  var ownerOfOrder: [Int: Int32] = [:]
  /// Reduced costs in the period LPs.
  private(set) var reducedCosts: [Double]
  private(set) var iterations = 0

  init(_ planning: PlanningProgram) {
    layout = PeriodLayout(planning)
    let program = planning.program
    point = program.columnLower.map { max(0, $0) }
    basis = Basis(
      columns: Array(repeating: .atLower, count: program.columnCount),
      rows: Array(repeating: .basic, count: program.rowCount))
    reducedCosts = Array(repeating: 0, count: program.columnCount)
  }

  /// Solves the periods in turn; false if one of them has no optimum by itself.
  mutating func run(solver: any Solver, options: SolveOptions) throws -> Bool {
    var last = SlotBasis(layout.partition)
    for period in layout.planning.instance.horizon.indices {
      var part = layout.program(of: period, after: point)
      let start = period > .first ? last.basis(of: part, layout.partition) : nil
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
      last.store(found, of: part, layout.partition)
    }
    settleRents()
    settleWholeOrders()
    return true
  }
}
