package import LinearProgramming

/// Finds the best common decisions for many worlds: in one program over all worlds, or by a decomposition over worlds.
/// Both are exact.
package struct HedgeSolver {
  /// How the decisions are found.
  package enum Method: Sendable {
    /// In one program if it is small, else by the decomposition.
    case automatic
    /// In one program over all worlds.
    case whole
    /// By the decomposition over worlds.
    case decomposed
  }

  /// The problem.
  package let problem: HedgeProblem
  private let solver: any Solver
  private let options: SolveOptions
  private let jobs: Int
  private let isWhole: Bool
  private var decomposed: DecomposedHedge
  /// Takes in words how far a search is.
  package var note: (String) -> Void {
    get { decomposed.note }
    set { decomposed.note = newValue }
  }

  /// More rows than these in all worlds together are not solved in one program.
  private static let mostRows = 2000

  /// A solver of a problem.
  ///
  /// - Parameters:
  ///   - problem: the problem.
  ///   - solver: for all programs, with a deadline for all of them together.
  ///   - options: of each solve.
  ///   - method: how the decisions are found.
  ///   - jobs: the number of threads. Results do not depend on it.
  package init(
    _ problem: HedgeProblem, solver: any Solver, options: SolveOptions = .standard,
    method: Method = .automatic, jobs: Int = 1
  ) {
    self.problem = problem
    self.solver = solver
    self.options = options
    self.jobs = jobs
    let rows = problem.worlds.reduce(0) { $0 + $1.program.rowCount }
    isWhole =
      switch method {
      case .automatic: rows <= Self.mostRows
      case .whole: true
      case .decomposed: false
      }
    decomposed = DecomposedHedge(problem, solver: solver, options: options, jobs: jobs)
  }

  /// Finds the best common decisions.
  ///
  /// - Throws: `SolverError`.
  package mutating func solve(_ criterion: HedgeCriterion) throws -> HedgeOutcome {
    guard isWhole else { return try decomposed.solve(criterion) }
    return try WholeHedge(problem, solver: solver, options: options).solve(criterion)
  }

  /// What each world costs with given common decisions, when it decides everything else by itself; nil of a world in which
  /// they are not possible.
  ///
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  package mutating func costs(with decisions: [Double]) throws -> [Double?] {
    guard problem.isLinearAfterwards else {
      return try problem.costs(with: decisions, solver: solver, options: options, jobs: jobs)
    }
    let isWithin = problem.worlds.map { $0.allows(decisions) }
    let costs = try decomposed.costs(with: problem.withinBounds(decisions))
    return zip(isWithin, costs).map { $0 ? $1 : nil }
  }

  /// Worlds that cannot have common decisions, although any part of them can; empty if all worlds can.
  ///
  /// - Returns: their places.
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  package mutating func conflict() throws -> [Int] {
    let all = Array(problem.worlds.indices)
    guard try !isPossible(in: all) else { return [] }
    return try smallest(of: all) { solver, places in try !solver.isPossible(in: places) }
  }

  private mutating func isPossible(in places: [Int]) throws -> Bool {
    var part = decomposed.restricted(to: places)
    let isPossible = try part.isPossible()
    decomposed.learn(from: part, of: places)
    guard let isPossible else { throw NoOptimum("which worlds exclude each other", .timeLimit) }
    return isPossible
  }

  /// The few worlds that decide: over them alone the least largest regret is as large, and over any part of them it is
  /// smaller.
  ///
  /// - Parameter solution: of the criterion ``HedgeCriterion/regret``.
  /// - Returns: their places; empty if the regret is 0.
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  package mutating func decidingWorlds(of solution: HedgeSolution) throws -> [Int] {
    let least = problem.worstRegret(of: solution.costs)
    let slack = 1e-6 * least + 10 * problem.resolution
    guard least > slack else { return [] }
    let all = Array(problem.worlds.indices)
    let met = all.filter {
      solution.costs[$0] - problem.worlds[$0].ownCost >= least - slack
    }
    let decide = { (solver: inout HedgeSolver, places: [Int]) in
      try solver.leastRegret(in: places) >= least - slack
    }
    let start = try decide(&self, met) ? met : all
    return try smallest(of: start, where: decide)
  }

  private mutating func leastRegret(in places: [Int]) throws -> Double {
    let part = problem.restricted(to: places)
    let outcome: HedgeOutcome
    if isWhole {
      outcome = try WholeHedge(part, solver: solver, options: options).solve(.regret)
    } else {
      var search = decomposed.restricted(to: places)
      outcome = try search.solve(.regret)
      decomposed.learn(from: search, of: places)
    }
    guard let solution = outcome.solution, solution.isProven else {
      throw NoOptimum("which worlds decide", .timeLimit)
    }
    return part.worstRegret(of: solution.costs)
  }

  /// Leaves out one world after another, as long as the rest still has a property.
  private mutating func smallest(
    of places: [Int], where holds: (inout HedgeSolver, [Int]) throws -> Bool
  ) throws -> [Int] {
    var kept = places
    for place in places where kept.count > 1 {
      let rest = kept.filter { $0 != place }
      if try holds(&self, rest) { kept = rest }
    }
    return kept
  }
}
