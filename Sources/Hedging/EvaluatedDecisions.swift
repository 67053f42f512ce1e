import LinearProgramming
import Parallel

/// Common decisions that were evaluated in all worlds.
struct EvaluatedDecisions {
  /// The values of the linked columns of each world.
  var places: [[Double]]
  /// What each world costs.
  var costs: [Double]
  /// A point of each world with that cost.
  var points: [[Double]]
  /// The value of the objective.
  var value: Double
}

extension DecomposedHedge {
  func better(_ new: EvaluatedDecisions?, _ best: EvaluatedDecisions?) -> EvaluatedDecisions? {
    guard let new, new.value < best?.value ?? .infinity else { return best }
    return new
  }

  /// What a world says to values of its linked columns: tangents, or the limit that came first.
  typealias Answer = (tangents: [WorldTangent], stopped: Termination?)

  /// The answers of all worlds to values of their linked columns.
  mutating func answers(at places: [[Double]], _ options: SolveOptions) throws -> [Answer] {
    try answersWhereAsked(at: places, options).compactMap(\.self)
  }

  /// The answers of the worlds; nil of a world that has no values and is not asked.
  mutating func answersWhereAsked(at places: [[Double]?], _ options: SolveOptions) throws
    -> [Answer?]
  {
    let (worlds, solver) = (worlds, solver)
    let found = try inParallel(Array(worlds.indices), jobs: jobs) { index in
      var world = worlds[index]
      let answer = try places[index].map { try world.tangents(at: $0, solver, options) }
      return (world, answer)
    }
    self.worlds = found.map(\.0)
    return found.map(\.1)
  }

  /// The decisions, if they are possible in all worlds and keep the limit of the objective.
  func known(
    _ places: [[Double]], _ tangents: [[WorldTangent]], _ objective: HedgeMaster.Objective
  ) -> EvaluatedDecisions? {
    let costs = tangents.compactMap { $0.first { $0.kind == .cost } }
    guard costs.count == worlds.count else { return nil }
    return known(places, costs.map(\.value), costs.map(\.point), objective)
  }

  /// The decisions with the best of everything else in each world, if they are possible in all worlds and keep the limit
  /// of the objective; nil also at a limit.
  func known(with common: [Double], _ objective: HedgeMaster.Objective) throws
    -> EvaluatedDecisions?
  {
    guard objective != .nothing else { return nil }
    let found = try problem.solutions(with: common, solver: solver, options: options, jobs: jobs)
    let solutions = found.compactMap(\.self).filter(\.isOptimal)
    guard solutions.count == worlds.count else { return nil }
    let places = zip(worlds, solutions).map { world, solution in world.links.map { solution[$0] } }
    return known(places, solutions.map(\.objective), solutions.map(\.values), objective)
  }

  func known(
    _ places: [[Double]], _ values: [Double], _ points: [[Double]],
    _ objective: HedgeMaster.Objective
  ) -> EvaluatedDecisions? {
    var value = 0.0
    switch objective {
    case .nothing: break
    case .regret: value = problem.worstRegret(of: values)
    case .expected: value = problem.expectedCost(of: values)
    case .expectedWithin(let limit):
      guard problem.worstRegret(of: values) <= limit + 2 * problem.resolution else { return nil }
      value = problem.expectedCost(of: values)
    }
    return EvaluatedDecisions(places: places, costs: values, points: points, value: value)
  }
}
