import LinearProgramming

/// Solves a planning LP with `max_decline`, which has a row for each flow and period, from a start by
/// periods: the rows are substituted, and those of the flows' own bounds, where the start does not stand at
/// them, come in as they are broken. The referee judges the answer as one to the whole LP.
struct DeclineSolve {
  private let start: PeriodStart
  private var planning: PlanningProgram { start.planning }

  /// nil where there is no `max_decline`, or a cone whose cuts would be rows too.
  init?(_ start: PeriodStart) {
    guard start.planning.model.maxDecline != nil, start.planning.cones.isEmpty else { return nil }
    self.start = start
  }

  /// The whole LP's answer; nil where it does not pass the referee.
  func solve(solver: any Solver, options: SolveOptions, deadline: Deadline) throws
    -> PlanningResult?
  {
    let substitution = DeclineSubstitution(planning)
    let basis = substitution.substituted(start.basis)
    var lazy = LazyRows(
      substitution.program,
      isLazy: basis.rows.enumerated().map { row, status in
        status == .basic && (row >= substitution.rows.count || isDecline(substitution.rows[row]))
      })
    var iterations = start.iterations
    let reduced = lazy.program
    let dear = Sifting.dearFlows(of: start, basis, in: reduced)
    let solution = try solver.withSession(reduced) { session in
      var sifting = Sifting(session: session)
      defer { iterations += sifting.iterations }
      return try sifting.solve(
        from: lazy.reduced(basis), dear: dear, options: options, deadline: deadline
      ) { try lazy.addBroken(at: $0.values, to: session) }
    }
    // The proof that there is no optimum would speak of other rows; the plain way gives one of the whole.
    if solution.termination == .infeasible || solution.termination == .unbounded { return nil }
    let whole = substitution.expanded(lazy.expanded(solution))
    if solution.isOptimal {
      let verdict = OptimalityReferee().examine(whole, of: planning.program)
      guard verdict.isAccepted else { return nil }
    }
    return PlanningResult(
      termination: whole.termination, program: planning, solution: whole,
      stageValues: solution.isOptimal ? [whole.objective] : [], iterations: iterations)
  }

  private func isDecline(_ row: Int) -> Bool { planning.rowKeys[row].family == .maxDecline }
}
