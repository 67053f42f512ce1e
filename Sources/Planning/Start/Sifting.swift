import Formulation
import LinearProgramming
import Sourcing

/// Sifting over flows: a planning LP is solved with its expensive flows fixed at 0. Flows whose reduced cost is
/// negative at the optimum are released, and the LP is solved again, until there are none.
///
/// Then every flow that is still fixed at 0 has a reduced cost ≥ 0, so the optimum with fixed flows is an optimum of
/// the whole LP. The last solve is one of the whole LP from that basis; it needs few iterations and gives a proven
/// solution. Bixby, Gregory, Lustig, Marsten and Shanno, *Operations Research* 40 (1992).
struct Sifting {
  let session: any SolverSession
  /// After so many rounds all flows are released.
  static let mostRounds = 50

  private(set) var iterations = 0

  init(session: any SolverSession) { self.session = session }

  /// The flows to fix at first. In each period they are the nonbasic flows at 0 with bounds 0 ≤ f, without the
  /// `keptPerRow`·(rows of the period) flows with the smallest reduced costs in the LP of the period.
  static func expensiveFlows(
    of start: CoreSolve.Start, _ basis: Basis, in program: LinearProgram, keptPerRow: Double
  ) -> [Column] {
    var expensive: [Column] = []
    for period in start.planning.instance.horizon.indices {
      let candidates = start.planning.columns.flows(in: period).lazy.map(\.column).filter {
        basis.columns[$0.index] == .atLower && program.columnLower[$0.index] == 0
          && program.columnUpper[$0.index] > 0
      }
      let costs = candidates.map { start.reducedCosts[$0.index] }.sorted()
      let kept = Int(keptPerRow * Double(start.rowCounts[period]))
      guard kept < costs.count else { continue }
      let threshold = max(costs[kept], 0)
      expensive += candidates.filter { start.reducedCosts[$0.index] > threshold }
    }
    return expensive
  }

  /// Solves the session's LP. The result is that of the whole LP.
  ///
  /// - Parameters:
  ///   - basis: the starting basis.
  ///   - expensive: flows to fix at 0 at first; their lower bounds are 0.
  ///   - method: of the first solve. The dual simplex method needs a basis with reduced costs ≥ 0: that of an optimum
  ///     of the same LP with fewer rows.
  ///   - addRows: adds the lazy rows that an optimum breaks, and returns whether there were any.
  /// - Throws: `SolverError`, and the errors of `addRows`.
  mutating func solve(
    from basis: Basis, fixing expensive: [Column], method: SolveOptions.Method = .primal,
    options: SolveOptions,
    addRows: (Solution) throws -> Bool = { _ in false }
  ) throws -> Solution {
    var options = options
    options.method = method
    let program = session.program
    let columnUpper = program.columnUpper
    var (fixed, basis) = (expensive, basis)
    for column in fixed {
      try session.setBounds(column, lower: 0, upper: 0)
      basis.columns[column.index] = .fixed
    }
    try session.start(from: basis)
    for _ in 0..<Self.mostRounds where !fixed.isEmpty {
      let solution = try solve(options)
      // If the LP with fixed flows is infeasible, the whole LP may be feasible.
      guard solution.isOptimal else { break }
      if try addRows(solution) {
        options.method = .dual
        continue
      }
      options.method = .primal
      let least = -1e-9 * abs(solution.objective) / Double(columnUpper.count)
      let firstReleased = fixed.partition {
        program.size(of: $0) * solution.reducedCosts[$0.index] < least
      }
      guard firstReleased < fixed.endIndex else { break }
      try release(fixed[firstReleased...], upTo: columnUpper)
      fixed.removeSubrange(firstReleased...)
    }
    try release(fixed[...], upTo: columnUpper)
    if !expensive.isEmpty { options.method = .primal }
    while true {
      let solution = try solve(options)
      guard solution.isOptimal, try addRows(solution) else { return solution }
      options.method = .dual
    }
  }

  private func release(_ columns: ArraySlice<Column>, upTo columnUpper: [Double]) throws {
    for column in columns {
      try session.setBounds(column, lower: 0, upper: columnUpper[column.index])
    }
  }

  private mutating func solve(_ options: SolveOptions) throws -> Solution {
    let solution = try session.solve(options)
    iterations += solution.iterations
    return solution
  }
}
