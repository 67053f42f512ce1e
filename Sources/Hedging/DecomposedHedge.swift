import LinearProgramming
import Parallel

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
  private var worlds: [LinkedWorld]
  /// The tangents of each world that were found so far.
  private var tangents: [[WorldTangent]]
  private var rounds = 0
  /// Takes in words how far a search is.
  var note: (String) -> Void = { _ in }

  /// Most rounds of one search.
  private static let mostRounds = 3000

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

  /// Common decisions that were evaluated in all worlds.
  private struct Known {
    var places: [[Double]]
    var costs: [Double]
    var points: [[Double]]
    /// The value of the objective.
    var value: Double
  }

  private enum Ending {
    case found(Known?, bound: Double, isProven: Bool)
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

  private var deadline: Deadline { Deadline(options).earlier(than: solver.deadline) }

  /// What is known of the value of an objective without any search.
  private func trivialBound(of objective: HedgeMaster.Objective) -> Double {
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
  private mutating func begin(_ objective: HedgeMaster.Objective) throws -> Known? {
    guard tangents.allSatisfy(\.isEmpty) else { return nil }
    var best: Known?
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

  private func better(_ new: Known?, _ best: Known?) -> Known? {
    guard let new, new.value < best?.value ?? .infinity else { return best }
    return new
  }

  /// What each world costs with given common decisions, if all worlds are then linear programs; nil of a world in which
  /// the decisions are not possible.
  ///
  /// - Parameter places: the decisions, moved into the bounds of each world; nil of a world whose bounds they break.
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  mutating func settle(_ places: [[Double]?]) throws -> [HedgeSolver.Settled?] {
    let (worlds, solver, options) = (worlds, solver, options)
    let found = try inParallel(Array(worlds.indices), jobs: jobs) { index in
      var world = worlds[index]
      let answer = try places[index].map { try world.tangents(at: $0, solver, options) }
      return (world, answer)
    }
    self.worlds = found.map(\.0)
    return try found.map { world, answer in
      if let stopped = answer?.stopped {
        throw NoOptimum("what the orders cost in `\(world.name)`", stopped)
      }
      return answer?.tangents.first { $0.kind == .cost }.map { ($0.value, $0.point) }
    }
  }

  /// Minimises an objective, first without integers where there are any.
  private mutating func search(_ objective: HedgeMaster.Objective, from start: Known?) throws
    -> Ending
  {
    let isMixed = problem.worlds.contains { $0.program.isMixedInteger }
    if isMixed {
      let relaxed = try search(objective, from: start, isRelaxed: true)
      switch relaxed {
      case .infeasible: return .infeasible
      case .stopped(let reason):
        return start.map {
          .found($0, bound: trivialBound(of: objective), isProven: false)
        } ?? .stopped(reason)
      case .found(_, let bound, _) where deadline.isOver:
        return start.map { .found($0, bound: bound, isProven: false) } ?? .stopped(.timeLimit)
      case .found: break
      }
    }
    return try search(objective, from: start, isRelaxed: false)
  }

  private mutating func search(
    _ objective: HedgeMaster.Objective, from start: Known?, isRelaxed: Bool
  ) throws -> Ending {
    let master = HedgeMaster(problem, worlds, objective)
    var program = isRelaxed ? master.program.relaxation : master.program
    for world in worlds.indices {
      for tangent in tangents[world] {
        guard let (row, upper) = master.row(of: tangent, world: world) else { continue }
        program.addRow(row, upper: upper)
      }
    }
    return try solver.withSession(program) { session in
      try search(master, session, from: start)
    }
  }

  private mutating func search(
    _ master: HedgeMaster, _ session: any SolverSession, from start: Known?
  ) throws -> Ending {
    let isMixed = session.program.isMixedInteger
    var tried: Set<[Double]> = []
    var best = start
    var bound = trivialBound(of: master.objective)
    let deadline = deadline
    var last: [Double] = []
    /// The number of rounds whose tangents left the proposal as it was.
    var stalled = 0
    for _ in 0..<Self.mostRounds {
      let proposal = try session.solve(deadline.apply(to: options))
      rounds += 1
      switch proposal.termination {
      case .optimal: bound = max(bound, proposal.bound)
      case .infeasible: return .infeasible
      default:
        return best.map { .found($0, bound: bound, isProven: false) }
          ?? .stopped(proposal.termination)
      }
      if let best, best.value - bound <= tolerance(at: best.value) {
        return .found(best, bound: min(bound, best.value), isProven: true)
      }
      tell(best, bound)
      stalled = proposal.values == last ? stalled + 1 : 0
      last = proposal.values
      // Not even the tangents at the proposal moved it: they are within the solver's tolerance.
      if stalled > 1 {
        let gap = (best?.value ?? .infinity) - bound
        return .found(best, bound: bound, isProven: gap <= 100 * tolerance(at: bound))
      }
      let proposed = worlds.indices.map { master.place(of: $0, at: proposal.values) }
      if isMixed, !problem.isLinearAfterwards {
        let common = Array(proposed[0].prefix(problem.commonCount))
        // The proposal need not have the best integers of each world.
        if tried.insert(common).inserted {
          best = better(try known(with: common, master.objective), best)
        }
      }
      var isCut = false
      for places in trials(proposed, stalled > 0 ? nil : best, isMixed: isMixed) {
        let answers = try answers(at: places, deadline.apply(to: options))
        if let stopped = answers.lazy.compactMap(\.stopped).first {
          return best.map { .found($0, bound: bound, isProven: false) } ?? .stopped(stopped)
        }
        best = better(known(places, answers.map(\.tangents), master.objective), best)
        isCut = try add(answers.map(\.tangents), master, session, breaking: proposal)
        if isCut { break }
      }
      if !isCut {
        // No tangent is above the proposal: within round-off it is the best.
        let gap = (best?.value ?? .infinity) - bound
        return .found(
          best, bound: bound,
          isProven: master.objective == .nothing || gap <= 100 * tolerance(at: bound))
      }
    }
    return .found(best, bound: bound, isProven: false)
  }

  /// Where tangents are taken: at the middle of the proposal and the best decisions, then at the proposal.
  private func trials(_ proposed: [[Double]], _ best: Known?, isMixed: Bool) -> [[[Double]]] {
    guard let best, !isMixed else { return [proposed] }
    let middle = zip(best.places, proposed).map { zip($0, $1).map { ($0 + $1) / 2 } }
    return [middle, proposed]
  }

  private func tell(_ best: Known?, _ bound: Double) {
    let gap = best.map { abs($0.value) > 0 ? ($0.value - bound) / abs($0.value) : 0 }
    let words = gap.map { ", gap \(($0 * 1000).rounded() / 10) %" } ?? ""
    note("round \(rounds)\(words)")
  }

  private func tolerance(at value: Double) -> Double {
    problem.resolution + 1e-9 * abs(value)
  }

  private mutating func answers(at places: [[Double]], _ options: SolveOptions) throws
    -> [(tangents: [WorldTangent], stopped: Termination?)]
  {
    let (worlds, solver) = (worlds, solver)
    let found = try inParallel(Array(worlds.indices), jobs: jobs) { index in
      var world = worlds[index]
      let answer = try world.tangents(at: places[index], solver, options)
      return (world, answer)
    }
    self.worlds = found.map(\.0)
    return found.map(\.1)
  }

  /// The decisions, if they are possible in all worlds and keep the limit of the objective.
  private func known(
    _ places: [[Double]], _ tangents: [[WorldTangent]], _ objective: HedgeMaster.Objective
  ) -> Known? {
    let costs = tangents.compactMap { $0.first { $0.kind == .cost } }
    guard costs.count == worlds.count else { return nil }
    return known(places, costs.map(\.value), costs.map(\.point), objective)
  }

  /// The decisions with the best of everything else in each world, if they are possible in all worlds and keep the limit
  /// of the objective; nil also at a limit.
  private func known(with common: [Double], _ objective: HedgeMaster.Objective) throws -> Known? {
    guard objective != .nothing else { return nil }
    let found = try problem.solutions(with: common, solver: solver, options: options, jobs: jobs)
    let solutions = found.compactMap(\.self).filter(\.isOptimal)
    guard solutions.count == worlds.count else { return nil }
    let places = zip(worlds, solutions).map { world, solution in world.links.map { solution[$0] } }
    return known(places, solutions.map(\.objective), solutions.map(\.values), objective)
  }

  private func known(
    _ places: [[Double]], _ values: [Double], _ points: [[Double]],
    _ objective: HedgeMaster.Objective
  ) -> Known? {
    var value = 0.0
    switch objective {
    case .nothing: break
    case .regret: value = problem.worstRegret(of: values)
    case .expected: value = problem.expectedCost(of: values)
    case .expectedWithin(let limit):
      guard problem.worstRegret(of: values) <= limit + 2 * problem.resolution else { return nil }
      value = problem.expectedCost(of: values)
    }
    return Known(places: places, costs: values, points: points, value: value)
  }

  /// Keeps the tangents, and adds those to the program that its solution breaks.
  private mutating func add(
    _ found: [[WorldTangent]], _ master: HedgeMaster, _ session: any SolverSession,
    breaking proposal: Solution
  ) throws -> Bool {
    var isCut = false
    for world in worlds.indices {
      let place = master.place(of: world, at: proposal.values)
      for tangent in found[world] {
        let value = tangent.value(at: place)
        let isBroken =
          switch tangent.kind {
          case .cost:
            value - problem.worlds[world].ownCost
              > proposal[master.regrets[world]] + problem.resolution / 2
          case .distance: value > 1e-9
          }
        guard isBroken, let (row, upper) = master.row(of: tangent, world: world) else { continue }
        tangents[world].append(tangent.withoutPoint)
        try session.addRow(row, lower: -.infinity, upper: upper)
        isCut = true
      }
    }
    return isCut
  }
}

extension WorldTangent {
  fileprivate var withoutPoint: WorldTangent {
    var copy = self
    copy.point = []
    return copy
  }
}
