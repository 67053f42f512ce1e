import Formulation
import LinearProgramming
import Sourcing

/// Solves the core of a planning program: its LP relaxation with the cost as the only objective, without the cuts of
/// cones and stress windows. For most models the core is the whole program; for the others its optimum is the
/// starting point.
///
/// Method and proofs: docs/solving.md.
struct CoreSolve {
  let solver: any Solver
  let options: SolveOptions

  /// The solution of the core; nil if the LP of a period, or the LP without `max_decline`, has no optimum.
  ///
  /// - Parameter carried: the optimum without goals, whose basis has reduced costs ≥ 0 in the LP with the rows of the
  ///   goals too; nil: the start is by periods.
  /// - Throws: `SolverError`.
  func solve(_ planning: PlanningProgram, from carried: CarriedStart? = nil) throws -> Solution? {
    let planning = planning.relaxed
    if let carried, let basis = carried.basis(for: planning) {
      let start = Start(planning: planning, basis: basis, rowDuals: carried.rowDuals(for: planning))
      return try solve(start, method: .dual)
    }
    var byPeriod = PeriodStart(planning)
    guard try byPeriod.run(solver: solver, options: options) else { return nil }
    let start = Start(
      planning: planning, basis: byPeriod.basis, rowDuals: byPeriod.rowDuals,
      iterations: byPeriod.iterations)
    guard planning.model.maxDecline != nil else { return try solve(start, method: .primal) }
    return try solveWithoutDeclines(start).map { try solve($0, method: .dual) }
  }

  /// Where the solve of the whole core starts.
  struct Start {
    let planning: PlanningProgram
    /// The basis.
    let basis: Basis
    /// A dual value for each row. They choose the flows that are left out at first. nil: the row is new, and none of its
    /// flows is left out.
    let rowDuals: [Double?]
    /// Simplex iterations until there.
    var iterations = 0
  }

  /// The solution of the whole LP.
  private func solve(_ start: Start, method: SolveOptions.Method) throws -> Solution {
    let program = DeclineSubstitution(start.planning)
    let found = try sift(start, program, method: method)
    guard !found.termination.isLimit else {
      return Solution(termination: found.termination, iterations: found.iterations)
    }
    if found.isOptimal {
      let whole = program.expanded(found)
      if OptimalityReferee().examine(whole, of: program.whole).isAccepted { return whole }
    }
    // That there is no optimum has to be proven of the whole LP too.
    var options = options
    options.method = .primal
    var solution = try solver.solve(
      program.whole, options: options, from: found.basis.map { program.expanded($0) })
    solution.iterations += found.iterations
    return solution
  }

  /// The optimum without `max_decline`: a start for the LP with it. nil if there is none.
  private func solveWithoutDeclines(_ start: Start) throws -> Start? {
    let program = DeclineSubstitution(start.planning, withoutDeclines: true)
    let found = try sift(start, program, method: .primal)
    guard found.isOptimal, let basis = found.basis else { return nil }
    return Start(
      planning: start.planning, basis: program.expanded(basis),
      rowDuals: program.expanded(found).rowDuals, iterations: found.iterations)
  }

  private func sift(_ start: Start, _ program: DeclineSubstitution, method: SolveOptions.Method)
    throws -> Solution
  {
    let basis = program.substituted(start.basis)
    let rows = usefulRows(start, basis, program)
    let columns = usefulColumns(start, basis, program, rowCount: rows.count { $0 })
    var sifting = Sifting(
      solver: solver, options: options, program: program,
      part: ProgramPart(columns: columns, rows: rows))
    var found = try sifting.solve(from: basis, method: method)
    found.iterations += start.iterations
    return found
  }

  /// Whether each row is in the LP from the start. Bounds of flows are rows after the substitution; they and the rows
  /// of `max_decline` that remain are added where a point breaks them.
  private func usefulRows(_ start: Start, _ basis: Basis, _ program: DeclineSubstitution) -> [Bool]
  {
    (0..<program.rowCount).map { row in
      guard basis.rows[row] == .basic else { return true }
      guard row < program.rows.count else { return false }
      if case .maxDecline = start.planning.rowKeys[program.rows[row]] { return false }
      return true
    }
  }

  /// Whether each column is in the LP from the start: all but the expensive ones among the flows that are nonbasic at 0
  /// with bounds 0 ≤ f. `SolverTuning.siftingColumnsPerRow`·(rows of a period) of the flows of each period are not
  /// expensive, those with the smallest reduced costs.
  private func usefulColumns(
    _ start: Start, _ basis: Basis, _ program: DeclineSubstitution, rowCount: Int
  ) -> [Bool] {
    let costs = program.reducedCosts(
      rowDuals: program.rows.map { start.rowDuals[$0] ?? 0 } + program.bounded.map { _ in 0 })
    let isInNewRow = program.whole.hasTerm(inRows: start.rowDuals.map { $0 == nil })
    let horizon = start.planning.instance.horizon
    let kept = Int(solver.tuning.siftingColumnsPerRow * Double(rowCount) / Double(horizon.count))
    var isUseful = Array(repeating: true, count: basis.columns.count)
    for period in horizon.indices {
      let candidates = start.planning.columns.flows(in: period).map(\.column.index).filter {
        let (lower, upper) = program.bounds(ofColumn: $0)
        return basis.columns[$0] == .atLower && lower == 0 && upper > 0 && !isInNewRow[$0]
      }
      guard kept < candidates.count else { continue }
      let threshold = max(candidates.map { costs[$0] }.sorted()[kept], 0)
      for column in candidates where costs[column] > threshold { isUseful[column] = false }
    }
    return isUseful
  }
}

extension LinearProgram {
  /// Whether each column has a term in one of some rows.
  fileprivate func hasTerm(inRows isChosen: [Bool]) -> [Bool] {
    var hasTerm = Array(repeating: false, count: columnCount)
    guard isChosen.contains(true) else { return hasTerm }
    for term in 0..<termCount where isChosen[Int(termRow[term])] {
      hasTerm[Int(termColumn[term])] = true
    }
    return hasTerm
  }
}
