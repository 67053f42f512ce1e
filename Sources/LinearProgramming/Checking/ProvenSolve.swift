/// Solves the linear program, or relaxation, that is loaded: asks the backend for a run of the simplex
/// method, judges what it claims, and asks again with more care until a claim passes its proof.
struct ProvenSolve {
  let loaded: LoadedProgram
  let capabilities: SolverCapabilities
  let watch: SolveWatch
  let ladder: CareLadder
  private var program: LinearProgram { loaded.program }
  /// Share of a usual amount below which violations count as a solver's tolerance, where nothing better is found.
  private static let nearFloor = 0.1

  private enum Verdict {
    case proven(Solution)
    /// Passes but for what is next to nothing beside usual sizes.
    case nearlyProven(Solution, String)
    case doubtful(String)
    case unprovenInfeasible(String)
  }

  /// Climbs the ladder until an answer passes its proof, as one of the continuous program `judge`.
  func run(judge: LinearProgram) throws(BackendFailure) -> CheckedAnswer {
    var doubts: [String] = []
    var isPerhapsInfeasible = false
    var nearest: Solution?
    for care in ladder.levels {
      if watch.isCancelled || watch.isOutOfTime {
        return .proven(nearest ?? limited(watch.reasonToStop))
      }
      switch try attempt(care, judge) {
      case .proven(let solution):
        return .proven(solution.termination.isLimit ? nearest ?? solution : solution)
      case .nearlyProven(let solution, let reason):
        if nearest == nil { nearest = solution }
        doubts.append("\(ladder.names[care]): \(reason)")
      case .doubtful(let reason): doubts.append("\(ladder.names[care]): \(reason)")
      case .unprovenInfeasible(let reason):
        isPerhapsInfeasible = true
        doubts.append("\(ladder.names[care]): \(reason)")
        // More care gives no evidence that the backend never gives.
        if !capabilities.contains(.certificates) { return .unprovenInfeasible(reason) }
      }
      // A second opinion found none better: the program's own numbers are rounded.
      if care > ladder.levels.lowerBound, let nearest { return .proven(nearest) }
    }
    if let nearest { return .proven(nearest) }
    let reasons = doubts.joined(separator: "\n")
    return isPerhapsInfeasible ? .unprovenInfeasible(reasons) : .refuted(reasons)
  }

  private func attempt(_ care: Int, _ judge: LinearProgram) throws(BackendFailure) -> Verdict {
    switch try loaded.problem.runSimplex(ladder.method, care: care, watch) {
    case .optimal:
      let solution = try extract(.optimal)
      guard let complaint = OptimalityReferee().examine(solution, of: judge).complaint else {
        return .proven(solution)
      }
      let isNear = OptimalityReferee(floor: Self.nearFloor).examine(solution, of: judge).isAccepted
      return isNear ? .nearlyProven(solution, complaint) : .doubtful(complaint)
    case .infeasible: return try proveInfeasible(judge)
    case .unbounded: return try proveUnbounded(judge)
    case .outOfTime(let isFeasible):
      return .proven(try limitedWithPoint(.timeLimit, isFeasible, judge))
    case .outOfIterations(let isFeasible):
      return .proven(try limitedWithPoint(.iterationLimit, isFeasible, judge))
    case .stuck(let reason): return .doubtful(reason)
    }
  }

  // MARK: Reading and proving

  private func extract(_ termination: Termination) throws(BackendFailure) -> Solution {
    let values = clipped(try loaded.problem.point())
    let duals = try loaded.problem.duals()
    let objective = program.objective(at: values)
    return Solution(
      termination: termination, primalStatus: .feasible, dualStatus: .feasible,
      objective: objective, bound: objective, values: values,
      activities: values.count == program.columnCount ? program.activities(at: values) : [],
      rowDuals: duals.rows, reducedCosts: duals.columns, basis: try loaded.problem.basis(),
      iterations: watch.iterations)
  }

  /// Values within the columns' bounds: what is beyond is the simplex method's tolerance.
  private func clipped(_ values: [Double]) -> [Double] {
    let (lower, upper) = (program.columnLower, program.columnUpper)
    guard values.count == lower.count else { return values }
    return values.indices.map { c in
      // Adding 0 turns −0 into 0.
      min(max(values[c], lower[c]), upper[c]) + 0
    }
  }

  private func proveInfeasible(_ judge: LinearProgram) throws(BackendFailure) -> Verdict {
    var candidate = 0
    while capabilities.contains(.certificates),
      let multipliers = try loaded.problem.farkasMultipliers(candidate)
    {
      if let proof = InfeasibilityCertificate.proven(by: multipliers, for: judge) {
        return .proven(
          Solution(
            termination: .infeasible, primalStatus: .infeasible,
            basis: try loaded.problem.basis(), iterations: watch.iterations, certificate: proof))
      }
      candidate += 1
    }
    return .unprovenInfeasible("no feasible point found, but the last basis does not prove that")
  }

  private func proveUnbounded(_ judge: LinearProgram) throws(BackendFailure) -> Verdict {
    let ray = capabilities.contains(.rays) ? try loaded.problem.ray() : nil
    guard let ray,
      UnboundedRay.isProof(ray, for: judge) || UnboundedRay.isProof(ray.map { -$0 }, for: judge)
    else {
      return .doubtful("the program was called unbounded, but no ray proves that")
    }
    guard var solution = try feasible(.unbounded, judge) else {
      return .doubtful("the program was called unbounded from a point that is not feasible")
    }
    solution.dualStatus = .infeasible
    solution.bound = program.sense == .minimise ? -.infinity : .infinity
    return .proven(solution)
  }

  /// The last point, without duals and bound; nil if it is not feasible.
  private func feasible(_ termination: Termination, _ judge: LinearProgram)
    throws(BackendFailure) -> Solution?
  {
    let values = clipped(try loaded.problem.point())
    guard values.count == program.columnCount else { return nil }
    let solution = Solution(
      termination: termination, primalStatus: .feasible, objective: program.objective(at: values),
      values: values, activities: program.activities(at: values),
      basis: try loaded.problem.basis(), iterations: watch.iterations)
    return OptimalityReferee().examinePoint(solution, of: judge).isAccepted ? solution : nil
  }

  // MARK: Limits

  private func limited(_ termination: Termination) -> Solution {
    Solution(termination: termination, iterations: watch.iterations)
  }

  /// A solve that ran out of time or iterations, with its point if that is feasible.
  private func limitedWithPoint(
    _ termination: Termination, _ isFeasible: Bool, _ judge: LinearProgram
  ) throws(BackendFailure) -> Solution {
    if isFeasible { return try feasible(termination, judge) ?? limited(termination) }
    var solution = limited(termination)
    solution.basis = try loaded.problem.basis()
    return solution
  }
}

/// What comes of a solve: an answer that passed its proof, or why there is none.
enum CheckedAnswer {
  case proven(Solution)
  /// No level of care gave an answer that passed its proof.
  case refuted(String)
  /// The backend says that there is no feasible point, but nothing it gives proves that.
  case unprovenInfeasible(String)
}
