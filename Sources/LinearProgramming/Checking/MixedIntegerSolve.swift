/// Solves a mixed-integer program in three steps: its relaxation by the simplex method, good integer feasible points
/// by ``IncumbentSearch``, then the backend's branch and cut. The point found is solved again with the integer
/// columns fixed at whole numbers, which gives the best values of the other columns and the dual values.
///
/// If some costs are far above the others, the search uses lowered costs first (``LinearProgram/withModerateCosts()``).
struct MixedIntegerSolve {
  let loaded: LoadedProgram
  let backend: any SolverBackend
  var options: SolveOptions
  let watch: SolveWatch
  let relaxation: ProvenSolve
  /// Whether to leave out cuts and heuristics, after a failure of the library.
  let isCareful: Bool
  /// Whether to dive for integer feasible points before branch and cut.
  let dives: Bool

  private var program: LinearProgram { loaded.program }
  /// The integrality tolerance of the last search.
  private static let strictest = 1e-9

  func run() throws(BackendFailure) -> CheckedAnswer {
    guard let (moderate, expensive) = program.withModerateCosts() else { return try searched() }
    return try searched(first: moderate, expensive)
  }

  /// Searches with lowered costs, and again with the real ones if columns with lowered costs are used.
  private func searched(first moderate: LinearProgram, _ expensive: [Column])
    throws(BackendFailure) -> CheckedAnswer
  {
    let part = try LoadedProgram(moderate, in: backend)
    let moderated = MixedIntegerSolve(
      loaded: part, backend: backend, options: options, watch: watch,
      relaxation: ProvenSolve(
        loaded: part, capabilities: backend.capabilities, watch: watch,
        attempts: relaxation.attempts),
      isCareful: isCareful, dives: dives)
    watch.known?.hasLoweredCosts = true
    defer {
      watch.known?.hasLoweredCosts = false
      if part.isLost { loaded.isLost = true }
    }
    guard case .proven(let found) = try moderated.searched(), !part.isLost else {
      watch.known?.hasLoweredCosts = false
      return try searched()
    }
    // Whether there is a feasible point does not depend on costs.
    guard !found.values.isEmpty else { return .proven(found) }
    if found.isOptimal, expensive.allSatisfy({ found.values[$0.index] == 0 }) {
      let completion = try IncumbentSearch(
        program, relaxed: found, options: options, watch: watch, backend: backend
      ).complete(found.values)
      if case .best(let solution) = completion {
        return .proven(bounded(solution, .optimal, by: found.bound))
      }
    }
    if found.termination.isLimit {
      var stopped = found
      stopped.objective = program.objective(at: found.values)
      (stopped.rowDuals, stopped.reducedCosts) = ([], [])
      return .proven(stopped)
    }
    watch.known?.hasLoweredCosts = false
    var real = self
    real.options.knownPoints.append(found.values)
    return try real.searched()
  }

  private func searched() throws(BackendFailure) -> CheckedAnswer {
    let relaxed: Solution
    switch try relaxation.run(checking: program.roundedRelaxation) {
    case .proven(let solution) where solution.isOptimal: relaxed = solution
    case .proven(let solution): return .proven(unfinished(solution))
    case let answer: return answer
    }
    watch.known?.note(bound: relaxed.objective)
    var search = try IncumbentSearch(
      program, relaxed: relaxed, options: options, watch: watch, backend: backend)
    try search.run(dives: dives)
    if let best = search.best, search.isWithinGap {
      return .proven(bounded(best, .optimal, by: relaxed.objective))
    }
    for integrality in [1e-6, Self.strictest] {
      if case .answered(let solution) = try branch(from: relaxed, &search, integrality) {
        return .proven(solution)
      }
    }
    return .refuted("branch and cut found only points that are not feasible at whole numbers")
  }

  /// The result if the relaxation has no optimum: a limit of the relaxation gives neither point nor bound.
  private func unfinished(_ relaxed: Solution) -> Solution {
    var solution = relaxed
    if relaxed.termination == .timeLimit || relaxed.termination == .iterationLimit {
      solution.primalStatus = .none
      solution.values = []
      solution.activities = []
      (solution.objective, solution.bound) = (.nan, .nan)
    }
    return solution
  }

  // MARK: The search

  private enum SearchResult {
    case answered(Solution)
    /// At exact whole numbers the point is infeasible or worse: search again with a smaller integrality tolerance.
    case notExact
  }

  private func branch(
    from relaxed: Solution, _ search: inout IncumbentSearch, _ integrality: Double
  ) throws(BackendFailure) -> SearchResult {
    let request = BranchRequest(
      gap: options.mipGap, integrality: integrality, start: search.best?.values,
      isCareful: isCareful)
    let outcome = try loaded.problem.branchAndCut(request, watch)
    if outcome.ending == .stoppedHard {
      loaded.isLost = true
      try search.reload()
    }
    if let contradiction = contradiction(in: outcome, search) { throw .lost(contradiction) }
    let bound = outcome.bound ?? relaxed.objective
    let termination = termination(of: outcome)
    guard let incumbent = outcome.incumbent else {
      guard termination == .infeasible else {
        return .answered(answer(termination, search, bound, relaxed))
      }
      return try infeasible(&search, answer(termination, search, bound, relaxed))
    }
    if termination == .cancelled { return .answered(point(incumbent, bound, relaxed)) }
    switch try search.completedIncumbent(incumbent) {
    case .none: return .notExact
    case .unfinished(let solution) where solution.primalStatus != .feasible:
      return .answered(point(incumbent, bound, relaxed))
    case .unfinished(let solution), .best(let solution):
      let isAsGood = isAsGood(solution, as: incumbent)
      if termination == .optimal, !isAsGood, integrality > Self.strictest { return .notExact }
      let isExact = outcome.ending == .searched && isAsGood
      return .answered(bounded(solution, termination, by: isExact ? solution.objective : bound))
    }
  }

  /// Checks the claim of branch and cut that the program is infeasible: it is proven by branching, refuted by a point
  /// from which the search starts again, or stays unproven.
  private func infeasible(_ search: inout IncumbentSearch, _ claim: Solution)
    throws(BackendFailure) -> SearchResult
  {
    var claim = claim
    switch try BranchingProof(program, backend: backend, watch: watch).run() {
    case .proven: return .answered(claim)
    case .refuted(let point):
      if case .best = try search.completedIncumbent(point) { return .notExact }
    case .open: break
    }
    claim.isUnproven = true
    return .answered(claim)
  }

  private func termination(of outcome: BranchOutcome) -> Termination {
    switch outcome.ending {
    case .searched, .withinGap: .optimal
    case .infeasible: .infeasible
    case .stopped, .stoppedHard: watch.reasonToStop
    }
  }

  /// A contradiction between an outcome and what is known; nil if there is none.
  private func contradiction(in outcome: BranchOutcome, _ search: IncumbentSearch) -> String? {
    if let incumbent = outcome.incumbent, incumbent.count != program.columnCount {
      return "branch and cut gave a point that does not have one value per column"
    }
    if let bound = outcome.bound, let best = search.best, contradicts(best, bound) {
      return "branch and cut claims a bound, but a known point is better"
    }
    let hasPoint = outcome.incumbent != nil || search.best != nil
    switch outcome.ending {
    case .infeasible where search.best != nil:
      return "branch and cut claims that the program is infeasible, but a feasible point is known"
    case .searched where !hasPoint, .withinGap where !hasPoint:
      return "branch and cut claims an optimum but gave no point"
    default: return nil
    }
  }

  /// Whether a checked point is better than a bound by more than round-off, so that the bound is wrong. The incumbent
  /// of branch and cut itself is no proof, since its integer columns are whole numbers only within a tolerance.
  private func contradicts(_ point: Solution, _ bound: Double) -> Bool {
    let excess = program.sense.sign * (bound - point.objective)
    return !(excess <= 1e-6 * max(program.leastObjective, abs(point.objective)))
  }

  /// Whether a completed point is as good as the incumbent from which it was made. In a row such as b ≤
  /// max_capacity·y, a y of 1e-6 allows a large b, so the incumbent can be better than every exact point. Branch and
  /// cut has then pruned nodes with an objective that no exact point reaches, and one of these nodes may contain a
  /// better exact point.
  private func isAsGood(_ solution: Solution, as incumbent: [Double]) -> Bool {
    let loss = program.sense.sign * (solution.objective - program.objective(at: incumbent))
    return loss
      <= max(options.mipGap, 1e-8) * max(program.leastObjective, abs(solution.objective))
  }

  /// The result if branch and cut found no point: the point known before, if there is one.
  private func answer(
    _ termination: Termination, _ search: IncumbentSearch, _ bound: Double, _ relaxed: Solution
  ) -> Solution {
    if let best = search.best { return bounded(best, termination, by: bound) }
    return Solution(
      termination: termination, primalStatus: termination == .infeasible ? .infeasible : .none,
      bound: termination == .infeasible ? .nan : bound, basis: relaxed.basis,
      iterations: watch.iterations)
  }

  // MARK: Points and bounds

  private func bounded(_ solution: Solution, _ termination: Termination, by bound: Double)
    -> Solution
  {
    var solution = solution
    solution.termination = solution.isOptimal ? termination : solution.termination
    // A bound that is worse than the point is replaced by the point's objective.
    solution.bound =
      program.sense == .minimise
      ? min(bound, solution.objective) : max(bound, solution.objective)
    return solution
  }

  /// The incumbent of a search that was stopped, without dual values; no point if it is infeasible at whole numbers.
  private func point(_ values: [Double], _ bound: Double, _ relaxed: Solution) -> Solution {
    var whole = values
    for index in program.integerColumns { whole[Int(index)] = values[Int(index)].rounded() + 0 }
    let solution = Solution(
      termination: watch.reasonToStop, primalStatus: .feasible,
      objective: program.objective(at: whole), bound: bound, values: whole,
      activities: program.activities(at: whole), basis: relaxed.basis,
      iterations: watch.iterations)
    guard OptimalityReferee().examinePoint(solution, of: program).isAccepted else {
      return Solution(
        termination: watch.reasonToStop, bound: bound, basis: relaxed.basis,
        iterations: watch.iterations)
    }
    return solution
  }
}

extension LinearProgram {
  /// The LP relaxation, with the bounds of integer columns rounded inwards to whole numbers.
  var roundedRelaxation: LinearProgram {
    guard isMixedInteger else { return self }
    var rounded = self
    rounded.roundIntegerBounds()
    return rounded.relaxation
  }
}
