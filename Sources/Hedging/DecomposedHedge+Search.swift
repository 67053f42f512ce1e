import LinearProgramming

/// The rounds of the method.
extension DecomposedHedge {
  /// Minimises an objective, first without integers where there are any.
  mutating func search(_ objective: HedgeMaster.Objective, from start: EvaluatedDecisions?) throws
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
    _ objective: HedgeMaster.Objective, from start: EvaluatedDecisions?, isRelaxed: Bool
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
    _ master: HedgeMaster, _ session: any SolverSession, from start: EvaluatedDecisions?
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
  private func trials(_ proposed: [[Double]], _ best: EvaluatedDecisions?, isMixed: Bool)
    -> [[[Double]]]
  {
    guard let best, !isMixed else { return [proposed] }
    let middle = zip(best.places, proposed).map { zip($0, $1).map { ($0 + $1) / 2 } }
    return [middle, proposed]
  }

  private func tell(_ best: EvaluatedDecisions?, _ bound: Double) {
    let gap = best.map { abs($0.value) > 0 ? ($0.value - bound) / abs($0.value) : 0 }
    let words = gap.map { ", gap \(($0 * 1000).rounded() / 10) %" } ?? ""
    note("round \(rounds)\(words)")
  }

  private func tolerance(at value: Double) -> Double {
    problem.resolution + 1e-9 * abs(value)
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
  var withoutPoint: WorldTangent {
    var copy = self
    copy.point = []
    return copy
  }
}
