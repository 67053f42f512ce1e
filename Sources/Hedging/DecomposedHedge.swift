import LinearProgramming

/// The L-shaped method over worlds: a program over all worlds proposes common decisions, each world answers with a
/// tangent of its cost, and the tangents make the next proposal better. Integer columns of a world are decided with the
/// common ones, so that what is left of each world is convex; it is exact for them too.
///
/// Between a proposal and the best decisions so far the tangents are taken at the middle first, which needs fewer rounds
/// than at the proposals alone. Birge and Louveaux (2011), chapter 5; Ben-Ameur and Neto, "Acceleration of cutting-plane
/// and column generation algorithms", Networks 49 (2007).
struct DecomposedHedge {
  let problem: HedgeProblem
  let solver: any Solver
  let options: SolveOptions
  let jobs: Int
  var worlds: [LinkedWorld]
  /// The tangents of each world that were found so far.
  var tangents: [[WorldTangent]]
  var rounds = 0
  /// Takes in words how far a search is.
  var note: (String) -> Void = { _ in }

  /// Most rounds of one search.
  static let mostRounds = 3000

  init(_ problem: HedgeProblem, solver: any Solver, options: SolveOptions, jobs: Int) {
    self.problem = problem
    self.solver = solver
    self.options = options
    self.jobs = jobs
    worlds = problem.worlds.map { LinkedWorld($0) }
    tangents = worlds.map { _ in [] }
  }

  /// The search over some of its worlds only. It begins with what is known of them.
  func restricted(to places: [Int]) -> DecomposedHedge {
    var part = DecomposedHedge(
      problem.restricted(to: places), solver: solver, options: options, jobs: jobs)
    part.worlds = places.map { worlds[$0] }
    part.tangents = places.map { tangents[$0] }
    return part
  }

  /// Takes over what a search over some of the worlds has found.
  mutating func learn(from part: DecomposedHedge, of places: [Int]) {
    for (index, place) in places.enumerated() {
      worlds[place] = part.worlds[index]
      tangents[place] = part.tangents[index]
    }
  }

  enum Ending {
    case found(EvaluatedDecisions?, bound: Double, isProven: Bool)
    case infeasible
    case stopped(Termination)
  }

  /// Finds the best common decisions.
  mutating func solve(_ criterion: HedgeCriterion) throws -> HedgeOutcome {
    rounds = 0
    let objective: HedgeMaster.Objective = criterion == .regret ? .regret : .expected
    let first = try search(objective, from: try begin(objective))
    guard criterion == .regret else { return outcome(of: first) }
    guard case .found(let best?, let bound, true) = first, best.value > problem.resolution else {
      return outcome(of: first)
    }
    var start = best
    start.value = problem.expectedCost(of: best.costs)
    for slack in problem.regretSlacks(at: best.value) {
      let second = try search(.expectedWithin(best.value + slack), from: start)
      switch second {
      case .infeasible: continue
      case .found(let known?, _, let isProven):
        // The regret is proven; a tie that is not broken to the last bit changes nothing of that.
        return outcome(
          of: .found(known, bound: bound, isProven: isProven || !deadline.isOver))
      default: return outcome(of: .found(best, bound: bound, isProven: false))
      }
    }
    return outcome(of: first)
  }

  /// The least largest regret; nil if a limit came first, or no decisions are possible.
  mutating func leastRegret() throws -> Double? {
    guard case .found(let best?, _, true) = try search(.regret, from: nil) else { return nil }
    return best.value
  }

  /// Whether some decisions are possible in all worlds; nil if that is not known, such as at a limit.
  mutating func isPossible() throws -> Bool? {
    switch try search(.nothing, from: nil) {
    case .found(_, _, true): true
    case .infeasible: false
    case .found, .stopped: nil
    }
  }

  var deadline: Deadline { Deadline(options).earlier(than: solver.deadline) }

  /// What is known of the value of an objective without any search.
  func trivialBound(of objective: HedgeMaster.Objective) -> Double {
    switch objective {
    case .nothing, .regret: 0
    case .expected, .expectedWithin: problem.expectedCost(of: problem.worlds.map(\.ownCost))
    }
  }

  private func outcome(of ending: Ending) -> HedgeOutcome {
    switch ending {
    case .infeasible: return .impossible
    case .stopped(let reason): return .stopped(reason)
    case .found(nil, _, _): return .stopped(.timeLimit)
    case .found(let known?, let bound, let isProven):
      return .solved(
        HedgeSolution(
          common: Array(known.places[0].prefix(problem.commonCount)), costs: known.costs,
          points: known.points, bound: bound, isProven: isProven, rounds: rounds))
    }
  }

  /// Takes the tangents at the problem's starts, if there are none yet. Returns the best of the starts.
  private mutating func begin(_ objective: HedgeMaster.Objective) throws -> EvaluatedDecisions? {
    guard tangents.allSatisfy(\.isEmpty) else { return nil }
    var best: EvaluatedDecisions?
    for start in problem.starts {
      guard problem.isLinearAfterwards else {
        best = better(try known(with: start, objective), best)
        continue
      }
      let places = worlds.map { _ in problem.withinBounds(start) }
      let answers = try answers(at: places, options)
      for (world, answer) in answers.enumerated() {
        tangents[world] += answer.tangents.map(\.withoutPoint)
      }
      best = better(known(places, answers.map(\.tangents), objective), best)
    }
    return best
  }

  /// What each world costs with given common decisions, if all worlds are then linear programs; nil of a world in which
  /// the decisions are not possible.
  ///
  /// - Parameter places: the decisions, moved into the bounds of each world; nil of a world whose bounds they break.
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  mutating func settle(_ places: [[Double]?]) throws -> [HedgeSolver.Settled?] {
    let answers = try answersWhereAsked(at: places, options)
    return try zip(worlds, answers).map { world, answer in
      if let stopped = answer?.stopped {
        throw NoOptimum("what the orders cost in `\(world.name)`", stopped)
      }
      return answer?.tangents.first { $0.kind == .cost }.map { ($0.value, $0.point) }
    }
  }
}
