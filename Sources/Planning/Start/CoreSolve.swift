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

  /// The solution of the core; nil if the LP of a period has no optimum, or if no proven optimum was found without
  /// the rows of `max_decline`.
  ///
  /// - Parameter carried: the basis of the optimum without goals, whose reduced costs are right for the LP with the rows
  ///   of the goals too; nil: the start is by periods.
  /// - Throws: `SolverError`.
  func solve(_ planning: PlanningProgram, from carried: CarriedStart? = nil) throws -> Solution? {
    let planning = planning.relaxed
    if let basis = carried?.basis(for: planning) {
      return try solve(
        Start(planning: planning, basis: basis, reducedCosts: [], rowCounts: [], isCarried: true))
    }
    var byPeriod = PeriodStart(planning)
    guard try byPeriod.run(solver: solver, options: options) else { return nil }
    var solution = try solve(
      Start(
        planning: planning, basis: byPeriod.basis, reducedCosts: byPeriod.reducedCosts,
        rowCounts: PerPeriod(planning.instance.horizon.indices.map(byPeriod.layout.rowCount))))
    solution?.iterations += byPeriod.iterations
    return solution
  }

  /// Where the solve of the whole core starts.
  struct Start {
    let planning: PlanningProgram
    /// The basis.
    let basis: Basis
    /// A reduced cost for each column, to choose the flows that are fixed at first.
    let reducedCosts: [Double]
    /// The number of rows of each period.
    let rowCounts: PerPeriod<Int>
    /// Whether it is the basis of the optimum without goals. Then no flow is fixed, and the others are not used.
    var isCarried = false
  }

  private func solve(_ start: Start) throws -> Solution? {
    start.planning.model.maxDecline == nil
      ? try sift(start.planning.program, from: start.basis, start)
      : try solveSubstituted(start)
  }

  /// Solves without the rows of `max_decline`. Bounds of flows are rows after the substitution, and are added when a
  /// point breaks them.
  private func solveSubstituted(_ start: Start) throws -> Solution? {
    let substitution = DeclineSubstitution(start.planning)
    let basis = substitution.substituted(start.basis)
    var lazy = LazyRows(
      substitution.program,
      isLazy: basis.rows.enumerated().map { place, status in
        guard status == .basic else { return false }
        guard place < substitution.rows.count else { return true }
        if case .maxDecline = start.planning.rowKeys[substitution.rows[place]] { return true }
        return false
      })
    let solution = try sift(lazy.program, from: lazy.reduced(basis), start) { solution, session in
      try lazy.addBroken(at: solution.values, to: session)
    }
    // A proof that there is no optimum would be about other rows. The solve without a start gives one of the whole LP.
    if solution.termination == .infeasible || solution.termination == .unbounded { return nil }
    let whole = substitution.expanded(lazy.expanded(solution))
    guard whole.isOptimal else { return whole }
    let verdict = OptimalityReferee().examine(whole, of: start.planning.program)
    return verdict.isAccepted ? whole : nil
  }

  private func sift(
    _ program: LinearProgram, from basis: Basis, _ start: Start,
    addRows: (Solution, any SolverSession) throws -> Bool = { _, _ in false }
  ) throws -> Solution {
    // From a nearly optimal basis it is faster to solve with all flows at once.
    let expensive =
      start.isCarried
      ? []
      : Sifting.expensiveFlows(
        of: start, basis, in: program, keptPerRow: solver.tuning.siftingColumnsPerRow)
    return try solver.withSession(program) { session in
      var sifting = Sifting(session: session)
      var solution = try sifting.solve(
        from: basis, fixing: expensive, method: start.isCarried ? .dual : .primal,
        options: options
      ) { try addRows($0, session) }
      solution.iterations = sifting.iterations
      return solution
    }
  }
}
