/// Solves a mixed-integer program: its relaxation by the simplex method, a good whole point by
/// ``IncumbentSearch``, and the backend's branch and cut from there. What that finds is solved once more
/// with the integers fixed, which gives exact whole numbers, their best continuous companions, and duals.
///
/// Where some costs are far above the rest, the search is made with moderate ones first.
struct WholeSolve {
  let loaded: LoadedProgram
  let backend: any SolverBackend
  var options: SolveOptions
  let watch: SolveWatch
  let relaxation: ProvenSolve
  /// After a failure of the library: without cuts and heuristics.
  let isCareful: Bool
  /// Whether to look for whole points before branch and cut.
  let dives: Bool

  private var program: LinearProgram { loaded.program }
  /// The least that a value may be from a whole one and not count as whole, in the last search.
  private static let strictest = 1e-9

  func run() throws(BackendFailure) -> CheckedAnswer {
    guard let (moderate, dear) = program.withModerateCosts() else { return try searched() }
    return try searched(first: moderate, dear)
  }

  /// Searches under moderate costs, and again under the real ones where the optimum depends on the dear columns.
  private func searched(first moderate: LinearProgram, _ dear: [Column])
    throws(BackendFailure) -> CheckedAnswer
  {
    let part = try LoadedProgram(moderate, in: backend)
    let moderated = WholeSolve(
      loaded: part, backend: backend, options: options, watch: watch,
      relaxation: ProvenSolve(
        loaded: part, capabilities: backend.capabilities, watch: watch, ladder: relaxation.ladder),
      isCareful: isCareful, dives: dives)
    defer { if part.isLost { loaded.isLost = true } }
    guard case .proven(let found) = try moderated.searched(), !part.isLost else {
      return try searched()
    }
    // Costs do not matter to whether there is a point.
    guard !found.values.isEmpty else { return .proven(found) }
    if found.isOptimal, dear.allSatisfy({ found.values[$0.index] == 0 }) {
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
    var real = self
    real.options.knownPoints.append(found.values)
    return try real.searched()
  }

  private func searched() throws(BackendFailure) -> CheckedAnswer {
    let relaxed: Solution
    switch try relaxation.run(judge: program.roundedRelaxation) {
    case .proven(let solution) where solution.isOptimal: relaxed = solution
    case .proven(let solution): return .proven(unfinished(solution))
    case let answer: return answer
    }
    var search = try IncumbentSearch(
      program, relaxed: relaxed, options: options, watch: watch, backend: backend)
    try search.run(dives: dives)
    if let best = search.best, search.isSettled {
      return .proven(bounded(best, .optimal, by: relaxed.objective))
    }
    for integrality in [1e-6, Self.strictest] {
      if case .answered(let solution) = try branch(from: relaxed, &search, integrality) {
        return .proven(solution)
      }
    }
    return .refuted("branch and cut found only points that are not feasible at whole values")
  }

  /// The relaxation ended early: nothing is known of whole points but what it proves.
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
    /// The point found is not feasible, or not as good, at whole values: search again, more strictly.
    case onlyNearlyWhole
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
    if let doubt = doubt(of: outcome, search) { throw .lost(doubt) }
    let bound = outcome.bound ?? relaxed.objective
    let termination = termination(of: outcome)
    guard let incumbent = outcome.incumbent else {
      guard termination == .infeasible else {
        return .answered(answer(termination, search, bound, relaxed))
      }
      return try infeasible(&search, answer(termination, search, bound, relaxed))
    }
    if termination == .cancelled { return .answered(point(incumbent, bound, relaxed)) }
    switch try search.whole(incumbent) {
    case .none: return .onlyNearlyWhole
    case .unfinished(let solution) where solution.primalStatus != .feasible:
      return .answered(point(incumbent, bound, relaxed))
    case .unfinished(let solution), .best(let solution):
      let isKept = keepsPromise(of: incumbent, solution)
      if termination == .optimal, !isKept, integrality > Self.strictest { return .onlyNearlyWhole }
      let isExact = outcome.ending == .searched && isKept
      return .answered(bounded(solution, termination, by: isExact ? solution.objective : bound))
    }
  }

  /// An answer of branch and cut that there is no whole point: proven by branching, refuted by a point, with which the
  /// search begins again, or as unproven as it is.
  private func infeasible(_ search: inout IncumbentSearch, _ claim: Solution)
    throws(BackendFailure) -> SearchResult
  {
    var claim = claim
    switch try BranchingProof(program, backend: backend, watch: watch).run() {
    case .proven: return .answered(claim)
    case .refuted(let point):
      if case .best = try search.whole(point) { return .onlyNearlyWhole }
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

  /// What contradicts an outcome; nil if nothing does.
  private func doubt(of outcome: BranchOutcome, _ search: IncumbentSearch) -> String? {
    if let incumbent = outcome.incumbent, incumbent.count != program.columnCount {
      return "branch and cut gave a point that has not one value a column"
    }
    if let bound = outcome.bound, let best = search.best, isBeaten(bound, by: best) {
      return "branch and cut claims a bound that a known point beats"
    }
    let hasPoint = outcome.incumbent != nil || search.best != nil
    switch outcome.ending {
    case .infeasible where search.best != nil:
      return "branch and cut calls a program infeasible that has a feasible point"
    case .searched where !hasPoint, .withinGap where !hasPoint:
      return "branch and cut claims an optimum and has no point"
    default: return nil
    }
  }

  /// Whether a point that passed its proof is better than a bound allows, by more than rounding. The search's
  /// own point may be whole only nearly, and is no evidence.
  private func isBeaten(_ bound: Double, by point: Solution) -> Bool {
    let excess = program.sense == .minimise ? bound - point.objective : point.objective - bound
    return !(excess <= 1e-6 * max(program.leastObjective, abs(point.objective)))
  }

  /// Whether a completed point is as good as the nearly whole one that it was made from. A row such as
  /// b ≤ max_capacity·y lets a tiny y allow a large b, so the nearly whole point may have a better objective
  /// than any whole one. Branch and cut has then left out branches by an objective that cannot be reached,
  /// and a better whole point may be in them.
  private func keepsPromise(of incumbent: [Double], _ solution: Solution) -> Bool {
    let promised = program.objective(at: incumbent)
    let loss =
      program.sense == .minimise ? solution.objective - promised : promised - solution.objective
    return loss
      <= max(options.mipGap, 1e-8) * max(program.leastObjective, abs(solution.objective))
  }

  /// The answer where branch and cut has no point: what was known before it, if anything.
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
    // No bound is worse than the point found.
    solution.bound =
      program.sense == .minimise
      ? min(bound, solution.objective) : max(bound, solution.objective)
    return solution
  }

  /// A point found before the search was stopped, without duals; none if rounding spoils it.
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
  /// The relaxation, with bounds of whole columns taken to the whole numbers inside.
  var roundedRelaxation: LinearProgram {
    guard isMixedInteger else { return self }
    var rounded = relaxation
    for index in integerColumns {
      let (lower, upper) = wholeBounds(of: Column(Int(index)))
      rounded.setBounds(Column(Int(index)), lower: lower, upper: upper)
    }
    return rounded
  }
}
