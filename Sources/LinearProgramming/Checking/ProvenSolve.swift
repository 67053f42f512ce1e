/// Solves the loaded linear program or relaxation: runs the simplex method, checks the claim, and makes the next
/// attempt until a claim passes its check.
struct ProvenSolve {
  let loaded: LoadedProgram
  let capabilities: SolverCapabilities
  let watch: SolveWatch
  let attempts: AttemptSequence
  private var program: LinearProgram { loaded.program }
  /// The floor of ``OptimalityReferee`` for a solution that is accepted if no attempt finds a better one.
  private static let nearFloor = 0.1

  private enum Verdict {
    case proven(Solution)
    /// Passes only with the floor ``nearFloor``: the violations are small compared with usual sizes.
    case nearlyProven(Solution, String)
    case doubtful(String)
    case unprovenInfeasible(String)
  }

  /// Makes attempts until a result passes its check.
  ///
  /// - Parameter original: the continuous program that the result is checked against.
  func run(checking original: LinearProgram) throws(BackendFailure) -> CheckedAnswer {
    var doubts: [String] = []
    var isPerhapsInfeasible = false
    var nearest: Solution?
    for index in attempts.indices {
      if watch.isCancelled || watch.isOutOfTime {
        return .proven(nearest ?? limited(watch.reasonToStop))
      }
      switch try run(index, original) {
      case .proven(let solution):
        return .proven(solution.termination.isLimit ? nearest ?? solution : solution)
      case .nearlyProven(let solution, let reason):
        if nearest == nil { nearest = solution }
        doubts.append("\(attempts.names[index]): \(reason)")
      case .doubtful(let reason): doubts.append("\(attempts.names[index]): \(reason)")
      case .unprovenInfeasible(let reason):
        isPerhapsInfeasible = true
        doubts.append("\(attempts.names[index]): \(reason)")
        // Without this capability, no other attempt gives a proof either.
        if !capabilities.contains(.certificates) { return .unprovenInfeasible(reason) }
      }
      // A second attempt found no better solution, because the program's numbers are rounded decimals.
      if index > attempts.indices.lowerBound, let nearest { return .proven(nearest) }
    }
    if let nearest { return .proven(nearest) }
    let reasons = doubts.joined(separator: "\n")
    return isPerhapsInfeasible ? .unprovenInfeasible(reasons) : .refuted(reasons)
  }

  private func run(_ attempt: Int, _ original: LinearProgram) throws(BackendFailure) -> Verdict {
    switch try loaded.problem.runSimplex(attempts.method, attempt: attempt, watch) {
    case .optimal:
      let solution = try extract(.optimal)
      guard let complaint = OptimalityReferee().examine(solution, of: original).complaint else {
        return .proven(solution)
      }
      let isNear = OptimalityReferee(floor: Self.nearFloor)
        .examine(solution, of: original).isAccepted
      return isNear ? .nearlyProven(solution, complaint) : .doubtful(complaint)
    case .infeasible: return try proveInfeasible(original)
    case .unbounded: return try proveUnbounded(original)
    case .outOfTime(let isFeasible):
      return .proven(try limitedWithPoint(.timeLimit, isFeasible, original))
    case .outOfIterations(let isFeasible):
      return .proven(try limitedWithPoint(.iterationLimit, isFeasible, original))
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

  /// Values moved into the columns' bounds; the simplex method allows violations within its tolerance.
  private func clipped(_ values: [Double]) -> [Double] {
    let (lower, upper) = (program.columnLower, program.columnUpper)
    guard values.count == lower.count else { return values }
    return values.indices.map { c in
      // Adding 0 turns −0 into 0.
      min(max(values[c], lower[c]), upper[c]) + 0
    }
  }

  private func proveInfeasible(_ original: LinearProgram) throws(BackendFailure) -> Verdict {
    var candidate = 0
    while capabilities.contains(.certificates),
      let multipliers = try loaded.problem.farkasMultipliers(candidate)
    {
      if let proof = InfeasibilityCertificate.proven(by: multipliers, for: original) {
        return .proven(
          Solution(
            termination: .infeasible, primalStatus: .infeasible,
            basis: try loaded.problem.basis(), iterations: watch.iterations, certificate: proof))
      }
      candidate += 1
    }
    return .unprovenInfeasible("no feasible point found, but the last basis does not prove that")
  }

  private func proveUnbounded(_ original: LinearProgram) throws(BackendFailure) -> Verdict {
    let ray = capabilities.contains(.rays) ? try loaded.problem.ray() : nil
    guard let ray,
      UnboundedRay.isProof(ray, for: original)
        || UnboundedRay.isProof(ray.map { -$0 }, for: original)
    else {
      return .doubtful("the program was called unbounded, but no ray proves that")
    }
    guard var solution = try feasible(.unbounded, original) else {
      return .doubtful("the program was called unbounded from a point that is not feasible")
    }
    solution.dualStatus = .infeasible
    solution.bound = program.sense == .minimise ? -.infinity : .infinity
    return .proven(solution)
  }

  /// The last point, without dual values and bound; nil if it is not feasible.
  private func feasible(_ termination: Termination, _ original: LinearProgram)
    throws(BackendFailure) -> Solution?
  {
    let values = clipped(try loaded.problem.point())
    guard values.count == program.columnCount else { return nil }
    let solution = Solution(
      termination: termination, primalStatus: .feasible, objective: program.objective(at: values),
      values: values, activities: program.activities(at: values),
      basis: try loaded.problem.basis(), iterations: watch.iterations)
    return OptimalityReferee().examinePoint(solution, of: original).isAccepted ? solution : nil
  }

  // MARK: Limits

  private func limited(_ termination: Termination) -> Solution {
    Solution(termination: termination, iterations: watch.iterations)
  }

  /// The result of a solve that reached a limit, with its point if that is feasible.
  private func limitedWithPoint(
    _ termination: Termination, _ isFeasible: Bool, _ original: LinearProgram
  ) throws(BackendFailure) -> Solution {
    if isFeasible { return try feasible(termination, original) ?? limited(termination) }
    var solution = limited(termination)
    solution.basis = try loaded.problem.basis()
    return solution
  }
}

/// The result of a solve: a solution that passed its check, or why there is none.
enum CheckedAnswer {
  case proven(Solution)
  /// No attempt gave a result that passed its check.
  case refuted(String)
  /// The backend claims that the program is infeasible, but none of its multipliers proves it.
  case unprovenInfeasible(String)
}
