import CGLPK
import CGLPKShim
import LinearProgramming

/// Solves a mixed-integer program: its relaxation by the simplex method, a good whole point by
/// ``IncumbentSearch``, and branch and cut from there. What that finds is solved once more with the
/// integers fixed, which gives exact whole numbers, their best continuous companions, and duals.
struct BranchAndCut {
  let loaded: LoadedProgram
  let options: SolveOptions
  let monitor: Monitor
  let ladder: [SimplexRung]
  /// After a failure of GLPK: without cuts and heuristics.
  let isCareful: Bool

  private var program: LinearProgram { loaded.program }
  /// The least that a value may be from a whole one and not count as whole, in the last search.
  private let strictest = 1e-9

  func run() throws(GLPKFailure) -> Solution {
    let relaxed = try SimplexSolve(
      loaded: loaded, monitor: monitor, ladder: ladder
    ).run(judge: program.roundedRelaxation)
    guard relaxed.isOptimal else { return unfinished(relaxed) }
    var search = try IncumbentSearch(program, relaxed: relaxed, options: options, monitor: monitor)
    try search.run(dives: !isCareful)
    if let best = search.best, search.isSettled {
      return bounded(best, .optimal, by: relaxed.objective)
    }
    for integrality in [1e-6, strictest] {
      if let solution = try branch(from: relaxed, &search, integrality) { return solution }
      // A point whose whole values were only nearly whole: search again, more strictly.
    }
    throw .refuted("branch and cut found only points that are not feasible at whole values")
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

  /// Nil: the point found is not feasible, or not as good, at whole values.
  private func branch(
    from relaxed: Solution, _ search: inout IncumbentSearch, _ integrality: Double
  ) throws(GLPKFailure) -> Solution? {
    let (outcome, failure) = loaded.problem.branchAndCut(
      settings(search, integrality), start: search.best?.values, monitor)
    monitor.iterations += outcome.iterations
    let incumbent = loaded.problem.incumbent(columns: program.columnCount)
    let bound = outcome.bound.isNaN ? relaxed.objective : outcome.bound / loaded.costFactor
    let termination: Termination
    switch failure {
    case .stopped?:
      termination = monitor.isCancelled ? .cancelled : .timeLimit
      try search.reload()
    case let failure?: throw failure
    case nil:
      guard let claim = claim(outcome) else { throw .lost(ReturnCode.sentence(outcome.code)) }
      termination = claim
    }
    let isExact = outcome.code == 0 && termination == .optimal
    guard let incumbent else {
      return try answer(termination, search, bound, relaxed)
    }
    if termination == .cancelled { return point(incumbent, bound, relaxed) }
    guard let solution = try search.whole(incumbent) else { return nil }
    guard solution.primalStatus == .feasible else { return point(incumbent, bound, relaxed) }
    let isKept = keepsPromise(of: incumbent, solution)
    if termination == .optimal, !isKept, integrality > strictest { return nil }
    return bounded(solution, termination, by: isExact && isKept ? solution.objective : bound)
  }

  /// Whether a completed point is as good as the nearly whole one it was made from. Where it is not, for a
  /// row such as b ≤ max_capacity·y lets a tiny y stand for much, that one has pruned what may be better.
  private func keepsPromise(of incumbent: [Double], _ solution: Solution) -> Bool {
    let promised = program.objective(at: incumbent)
    let loss =
      program.sense == .minimise ? solution.objective - promised : promised - solution.objective
    return loss <= max(options.mipGap, 1e-8) * max(1, abs(solution.objective))
  }

  private func settings(_ search: IncumbentSearch, _ integrality: Double) -> plusone_mip_settings {
    var settings = plusone_mip_settings()
    settings.gap = options.mipGap
    settings.integrality = integrality
    settings.cuts = isCareful ? 0 : 1
    // The feasibility pump takes longer than it saves where a point is known.
    settings.heuristics = isCareful || search.best != nil ? 0 : 1
    settings.pseudocosts = isCareful ? 0 : 1
    settings.node_iterations = Int32(
      clamping: 8 * SimplexRung(algorithm: .dualHarris, start: .keep).guardLimit(for: program))
    settings.time_limit = monitor.millisecondsLeft
    return settings
  }

  private func claim(_ outcome: plusone_outcome) -> Termination? {
    switch outcome.code {
    case 0 where outcome.mip == GLP_OPT: .optimal
    case 0 where outcome.mip == GLP_NOFEAS: .infeasible
    case GLP_EMIPGAP: .optimal
    case GLP_ETMLIM: .timeLimit
    case GLP_ESTOP: monitor.isCancelled ? .cancelled : .timeLimit
    default: nil
    }
  }

  /// The answer where branch and cut has no point: what was known before it, if anything.
  private func answer(
    _ termination: Termination, _ search: IncumbentSearch, _ bound: Double, _ relaxed: Solution
  ) throws(GLPKFailure) -> Solution {
    if let best = search.best {
      guard termination != .infeasible else {
        throw .lost("branch and cut calls a program infeasible that has a feasible point")
      }
      return bounded(best, termination, by: bound)
    }
    return Solution(
      termination: termination, primalStatus: termination == .infeasible ? .infeasible : .none,
      bound: termination == .infeasible ? .nan : bound, basis: relaxed.basis,
      iterations: monitor.iterations)
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
    let termination: Termination = monitor.isCancelled ? .cancelled : .timeLimit
    let solution = Solution(
      termination: termination, primalStatus: .feasible, objective: program.objective(at: whole),
      bound: bound, values: whole, activities: program.activities(at: whole),
      basis: relaxed.basis, iterations: monitor.iterations)
    guard OptimalityReferee().examinePoint(solution, of: program).isAccepted else {
      return Solution(
        termination: termination, bound: bound, basis: relaxed.basis,
        iterations: monitor.iterations)
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
