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
    let outcome =
      isWhole
      ? try WholeHedge(problem, solver: solver, options: options).solve(criterion)
      : try decomposed.solve(criterion)
    guard isWhole || !problem.isLinearAfterwards, let solution = outcome.solution else {
      return outcome
    }
    return .solved(
      try problem.settled(solution, solver: solver, options: options, jobs: jobs))
  }

  /// What a world costs with given common decisions, and a point with that cost.
  package typealias Settled = (cost: Double, point: [Double])

  /// What each world costs with given common decisions, when it decides everything else by itself; nil of a world in which
  /// they are not possible.
  ///
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  package mutating func settle(_ decisions: [Double]) throws -> [Settled?] {
    guard !problem.isLinearAfterwards else {
      return try decomposed.settle(problem.worlds.map { $0.withinBounds(decisions) })
    }
    let found = try problem.solutions(
      with: decisions, solver: solver, options: options, jobs: jobs)
    return try zip(problem.worlds, found).map { world, solution in
      guard let solution, solution.termination != .infeasible else { return nil }
      let best = try solution.optimum(of: "what the orders cost in `\(world.name)`")
      return (best.objective, best.values)
    }
  }

  /// The costs of ``settle(_:)``.
  package mutating func costs(with decisions: [Double]) throws -> [Double?] {
    try settle(decisions).map { $0?.cost }
  }

  /// Worlds that cannot have common decisions, although any part of them can; empty if all worlds can.
  ///
  /// - Returns: their places.
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  package mutating func conflict() throws -> [Int] {
    let all = Array(problem.worlds.indices)
    guard try !isPossible(in: all) else { return [] }
    return try all.smallestPart { try !isPossible(in: $0) }
  }

  private mutating func isPossible(in places: [Int]) throws -> Bool {
    var part = decomposed.restricted(to: places)
    let isPossible = try part.isPossible()
    decomposed.learn(from: part, of: places)
    guard let isPossible else { throw NoOptimum("which worlds cannot share orders", .timeLimit) }
    return isPossible
  }

  /// The few worlds that decide: over them alone the least largest regret is as large, and over any part of them it is
  /// smaller.
  ///
  /// - Parameter solution: of the criterion ``HedgeCriterion/regret``, proven.
  /// - Returns: their places; empty if the regret is 0.
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  package mutating func decidingWorlds(of solution: HedgeSolution) throws -> [Int] {
    try problem.decidingWorlds(of: solution) { try leastRegret(in: $0) }
  }

  private mutating func leastRegret(in places: [Int]) throws -> Double? {
    guard !isWhole else {
      return try WholeHedge(
        problem.restricted(to: places), solver: solver, options: options
      ).leastRegret()
    }
    var search = decomposed.restricted(to: places)
    let least = try search.leastRegret()
    decomposed.learn(from: search, of: places)
    return least
  }
}
