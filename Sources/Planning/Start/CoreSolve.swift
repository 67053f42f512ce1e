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
  /// - Throws: `SolverError`.
  func solve(_ planning: PlanningProgram) throws -> Solution? {
    var start = PeriodStart(planning.relaxed)
    guard try start.run(solver: solver, options: options) else { return nil }
    var solution =
      planning.model.maxDecline == nil
      ? try sift(start.planning.program, from: start.basis, start)
      : try solveSubstituted(start)
    solution?.iterations += start.iterations
    return solution
  }

  /// Solves without the rows of `max_decline`. Bounds of flows are rows after the substitution, and are added when a
  /// point breaks them.
  private func solveSubstituted(_ start: PeriodStart) throws -> Solution? {
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
    _ program: LinearProgram, from basis: Basis, _ start: PeriodStart,
    addRows: (Solution, any SolverSession) throws -> Bool = { _, _ in false }
  ) throws -> Solution {
    let expensive = Sifting.expensiveFlows(
      of: start, basis, in: program, keptPerRow: solver.tuning.siftingColumnsPerRow)
    return try solver.withSession(program) { session in
      var sifting = Sifting(session: session)
      var solution = try sifting.solve(
        from: basis, fixing: expensive, options: options
      ) { try addRows($0, session) }
      solution.iterations = sifting.iterations
      return solution
    }
  }
}
