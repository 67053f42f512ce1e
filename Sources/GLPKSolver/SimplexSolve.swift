import CGLPK
import CGLPKShim
import LinearProgramming

/// Solves the linear program, or relaxation, that is loaded.
struct SimplexSolve {
  let loaded: LoadedProgram
  let monitor: Monitor
  let ladder: [SimplexRung]
  private var program: LinearProgram { loaded.program }

  private enum Claim {
    case optimal, infeasible, unbounded, outOfTime, outOfIterations
    case stuck(String)
  }

  private enum Answer {
    case proven(Solution)
    case doubtful(String)
    case unprovenInfeasible(String)
  }

  /// Climbs the ladder until an answer passes its proof, as one of the continuous program `judge`.
  func run(judge: LinearProgram) throws(GLPKFailure) -> Solution {
    var doubts: [String] = []
    var isPerhapsInfeasible = false
    for rung in ladder {
      if monitor.isCancelled { return limited(.cancelled) }
      if monitor.isOutOfTime { return limited(.timeLimit) }
      switch try climb(rung, judge: judge) {
      case .proven(let solution): return solution
      case .doubtful(let reason): doubts.append("\(rung): \(reason)")
      case .unprovenInfeasible(let reason):
        isPerhapsInfeasible = true
        doubts.append("\(rung): \(reason)")
      }
    }
    let reasons = doubts.joined(separator: "\n")
    throw isPerhapsInfeasible ? .unprovenInfeasible(reasons) : .refuted(reasons)
  }

  private func climb(_ rung: SimplexRung, judge: LinearProgram) throws(GLPKFailure) -> Answer {
    let (claim, primal) = try runGLPK(rung)
    loaded.startFromCurrent()
    switch claim {
    case .optimal:
      let solution = try extract(.optimal)
      let verdict = OptimalityReferee().examine(solution, of: judge)
      return verdict.complaint.map { .doubtful($0) } ?? .proven(solution)
    case .infeasible: return try proveInfeasible(judge)
    case .unbounded: return try proveUnbounded(judge)
    case .outOfTime: return .proven(try limitedWithPoint(.timeLimit, primal, judge))
    case .outOfIterations: return .proven(try limitedWithPoint(.iterationLimit, primal, judge))
    case .stuck(let reason): return .doubtful(reason)
    }
  }

  // MARK: Running

  private func runGLPK(_ rung: SimplexRung) throws(GLPKFailure) -> (claim: Claim, primal: Int32) {
    var settings = plusone_simplex_settings()
    settings.method = rung.algorithm.code
    settings.basis = start(for: rung).code
    settings.rescale = loaded.isScaled ? 0 : 1
    settings.tolerance = rung.tolerance
    settings.pivot = rung.pivot
    loaded.isScaled = true
    var (outcome, limit) = try call(&settings, rung)
    if rung.algorithm.isDual, outcome.code == 0, !isConclusive(outcome) {
      // The dual simplex found no dual feasible basis: the primal one goes on from there.
      settings.method = SimplexRung.Algorithm.primalHarris.code
      settings.basis = SimplexRung.Start.keep.code
      settings.rescale = 0
      (outcome, limit) = try call(&settings, rung)
    }
    return (claim(outcome, limit), outcome.primal)
  }

  private func start(for rung: SimplexRung) -> SimplexRung.Start {
    if case .crash = loaded.start, rung.start == .keep { return .crash }
    return rung.start
  }

  private func call(_ settings: inout plusone_simplex_settings, _ rung: SimplexRung)
    throws(GLPKFailure) -> (plusone_outcome, limit: Int)
  {
    let guardLimit = rung.guardLimit(for: program)
    let limit = min(guardLimit, monitor.iterationsLeft ?? guardLimit, Int(Int32.max))
    settings.iteration_limit = Int32(limit)
    settings.time_limit = monitor.millisecondsLeft
    let outcome = try loaded.problem.simplex(settings, monitor)
    monitor.iterations += outcome.iterations
    return (outcome, limit)
  }

  private func isConclusive(_ outcome: plusone_outcome) -> Bool {
    outcome.primal == GLP_NOFEAS || (outcome.primal == GLP_FEAS && outcome.dual == GLP_FEAS)
  }

  private func claim(_ outcome: plusone_outcome, _ limit: Int) -> Claim {
    switch outcome.code {
    case 0 where outcome.primal == GLP_NOFEAS: .infeasible
    case 0 where outcome.primal == GLP_FEAS && outcome.dual == GLP_FEAS: .optimal
    case 0 where outcome.primal == GLP_FEAS && outcome.dual == GLP_NOFEAS: .unbounded
    case GLP_ETMLIM: .outOfTime
    case GLP_EITLIM where monitor.iterationsLeft == 0: .outOfIterations
    case GLP_EITLIM: .stuck("no end after \(limit) iterations")
    default: .stuck(ReturnCode.sentence(outcome.code))
    }
  }

  // MARK: Reading and proving

  private func extract(_ termination: Termination) throws(GLPKFailure) -> Solution {
    let values = clipped(try loaded.problem.point(columns: program.columnCount))
    var duals = try loaded.problem.duals(columns: program.columnCount, rows: program.rowCount)
    for r in duals.rows.indices { duals.rows[r] = duals.rows[r] / loaded.costFactor + 0 }
    for c in duals.columns.indices { duals.columns[c] = duals.columns[c] / loaded.costFactor + 0 }
    let objective = program.objective(at: values)
    return Solution(
      termination: termination, primalStatus: .feasible, dualStatus: .feasible,
      objective: objective, bound: objective, values: values,
      activities: program.activities(at: values), rowDuals: duals.rows,
      reducedCosts: duals.columns, basis: try loaded.basis, iterations: monitor.iterations)
  }

  /// Values within the columns' bounds: what is beyond is the simplex method's tolerance.
  private func clipped(_ values: [Double]) -> [Double] {
    let (lower, upper) = (program.columnLower, program.columnUpper)
    return values.indices.map { c in
      // Adding 0 turns −0 into 0.
      min(max(values[c], lower[c]), upper[c]) + 0
    }
  }

  private func proveInfeasible(_ judge: LinearProgram) throws(GLPKFailure) -> Answer {
    for together in [false, true] {
      let multipliers = try loaded.problem.farkas(rows: program.rowCount, together: together)
      if let proof = InfeasibilityCertificate.proven(by: multipliers, for: judge) {
        return .proven(
          Solution(
            termination: .infeasible, primalStatus: .infeasible, basis: try loaded.basis,
            iterations: monitor.iterations, certificate: proof))
      }
    }
    return .unprovenInfeasible("no feasible point found, but the last basis does not prove that")
  }

  private func proveUnbounded(_ judge: LinearProgram) throws(GLPKFailure) -> Answer {
    let ray = try loaded.problem.ray(columns: program.columnCount)
    guard UnboundedRay.isProof(ray, for: judge) || UnboundedRay.isProof(ray.map { -$0 }, for: judge)
    else { return .doubtful("GLPK called the program unbounded, but its last basis gives no ray") }
    var solution = try extract(.unbounded)
    guard OptimalityReferee().examinePoint(solution, of: judge).isAccepted else {
      return .doubtful("the program was called unbounded from a point that is not feasible")
    }
    solution.dualStatus = .infeasible
    (solution.rowDuals, solution.reducedCosts) = ([], [])
    solution.bound = program.sense == .minimise ? -.infinity : .infinity
    return .proven(solution)
  }

  // MARK: Limits

  private func limited(_ termination: Termination) -> Solution {
    Solution(termination: termination, iterations: monitor.iterations)
  }

  /// A solve that ran out of time or iterations, with its point if that is feasible.
  private func limitedWithPoint(
    _ termination: Termination, _ primal: Int32, _ judge: LinearProgram
  ) throws(GLPKFailure) -> Solution {
    guard primal == GLP_FEAS else {
      var solution = limited(termination)
      solution.basis = try loaded.basis
      return solution
    }
    var solution = try extract(termination)
    guard OptimalityReferee().examinePoint(solution, of: judge).isAccepted else {
      return limited(termination)
    }
    solution.dualStatus = .none
    (solution.rowDuals, solution.reducedCosts) = ([], [])
    solution.bound = .nan
    return solution
  }
}
