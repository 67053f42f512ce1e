import CGLPK
import CGLPKShim
import LinearProgramming

/// Solves a mixed-integer program: its relaxation by the simplex method, branch and cut from there,
/// then once more as a linear program with the integers fixed at whole values, which gives exact whole
/// numbers, their best continuous companions, and duals.
struct BranchAndCut {
  let loaded: LoadedProgram
  let options: SolveOptions
  let monitor: Monitor
  let ladder: [SimplexRung]
  /// After a failure of GLPK: without cuts and heuristics.
  let isCareful: Bool

  private var program: LinearProgram { loaded.program }

  func run() throws(GLPKFailure) -> Solution {
    let relaxed = try SimplexSolve(
      loaded: loaded, monitor: monitor, ladder: ladder
    ).run(judge: program.roundedRelaxation)
    guard relaxed.isOptimal else { return unfinished(relaxed) }
    if let solution = try settle(relaxed) { return solution }
    for integrality in [1e-6, 1e-9] {
      if let solution = try branch(from: relaxed, integrality: integrality) { return solution }
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

  /// The answer, if the relaxation's own point is whole.
  private func settle(_ relaxed: Solution) throws(GLPKFailure) -> Solution? {
    let isWhole = program.integerColumns.allSatisfy { index in
      let value = relaxed.values[Int(index)]
      return abs(value - value.rounded()) <= 1e-7
    }
    guard isWhole, let solution = try fixed(at: relaxed.values, relaxed) else { return nil }
    let difference = abs(solution.objective - relaxed.objective)
    return difference <= max(options.mipGap, 1e-9) * max(1, abs(relaxed.objective))
      ? bounded(solution, .optimal, by: relaxed.objective) : nil
  }

  // MARK: The search

  /// Nil: the point found is not feasible at whole values.
  private func branch(from relaxed: Solution, integrality: Double) throws(GLPKFailure) -> Solution?
  {
    var settings = plusone_mip_settings()
    settings.gap = options.mipGap
    settings.integrality = integrality
    settings.cuts = isCareful ? 0 : 1
    settings.heuristics = isCareful ? 0 : 1
    settings.time_limit = monitor.millisecondsLeft
    let (outcome, failure) = loaded.problem.branchAndCut(settings, monitor)
    monitor.iterations += outcome.iterations
    let incumbent = loaded.problem.incumbent(columns: program.columnCount)
    let bound = outcome.bound.isNaN ? relaxed.objective : outcome.bound / loaded.costFactor
    let termination: Termination
    switch failure {
    case .stopped?: termination = monitor.isCancelled ? .cancelled : .timeLimit
    case let failure?: throw failure
    case nil:
      guard let claim = claim(outcome) else { throw .lost(ReturnCode.sentence(outcome.code)) }
      termination = claim
    }
    return try answer(termination, incumbent, bound, outcome, relaxed)
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

  private func answer(
    _ termination: Termination, _ incumbent: [Double]?, _ bound: Double,
    _ outcome: plusone_outcome, _ relaxed: Solution
  ) throws(GLPKFailure) -> Solution? {
    guard termination != .infeasible, let incumbent else {
      return Solution(
        termination: termination, primalStatus: termination == .infeasible ? .infeasible : .none,
        bound: termination == .infeasible ? .nan : bound, basis: relaxed.basis,
        iterations: monitor.iterations)
    }
    if termination == .cancelled { return point(incumbent, bound, relaxed) }
    guard let solution = try fixed(at: incumbent, relaxed) else { return nil }
    let isExact = outcome.code == 0 && termination == .optimal
    return bounded(solution, termination, by: isExact ? solution.objective : bound)
  }

  // MARK: Whole values

  /// The best point and duals with the integers fixed; nil if there is no such point.
  private func fixed(at values: [Double], _ relaxed: Solution) throws(GLPKFailure) -> Solution? {
    var fixed = program.roundedRelaxation
    for index in program.integerColumns {
      let column = Column(Int(index))
      let whole = values[column.index].rounded() + 0
      guard fixed.columnLower[column.index] <= whole, whole <= fixed.columnUpper[column.index]
      else { return nil }
      fixed.setBounds(column, lower: whole, upper: whole)
    }
    var ownTime = SolveOptions()
    ownTime.cancellation = options.cancellation
    if let limit = options.timeLimit { ownTime.timeLimit = max(.seconds(1), limit / 10) }
    let watch = Monitor(ownTime)
    let part = try LoadedProgram(fixed)
    part.start(from: relaxed.basis)
    try part.synchronise()
    let ladder = SimplexRung.ladder(for: .dual)
    var solution = try SimplexSolve(loaded: part, monitor: watch, ladder: ladder).run(judge: fixed)
    monitor.iterations += watch.iterations
    switch solution.termination {
    case .optimal: break
    case .infeasible, .unbounded: return nil
    default: return point(values, .nan, relaxed)
    }
    solution.basis = relaxed.basis
    solution.iterations = monitor.iterations
    return solution
  }

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
