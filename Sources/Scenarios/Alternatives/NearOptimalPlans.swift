import Formulation
import LinearProgramming
import Planning
import Sourcing

/// A quantity of a plan whose least and greatest value are to be found.
enum NearOptimalQuestion: Sendable {
  case capacity(project: ProjectIndex)
  case share(origin: RegionIndex, of: CommodityGroup, period: PeriodIndex)
}

/// The set of plans that cost almost as little as a solved plan.
struct NearOptimalPlans: Sendable {
  let solver: any Solver
  let options: SolveOptions
  let result: PlanningResult
  /// How much more a plan may cost, discounted money.
  let allowance: Double

  private var instance: Instance { result.program.instance }

  /// The least and greatest values of some quantities, in their order, found in one session. Each quantity is a part
  /// of `step`.
  func ranges(of questions: [NearOptimalQuestion], _ step: WorkStep = .none) throws
    -> [Alternatives.Range]
  {
    try withWindowsInRows(of: KnownAttacks()) { attacks in
      let program = try PlanningProgram(
        instance: instance, model: result.program.model, attacks: attacks, until: solver.deadline)
      return try ranges(of: questions, in: program, step)
    }
  }

  private func ranges(
    of questions: [NearOptimalQuestion], in program: PlanningProgram, _ step: WorkStep
  ) throws -> [Alternatives.Range] {
    try solver.withSession(program.program) { session in
      var run = Exploration(
        staged: try StagedSolve(
          session: session, program: program, solver: solver,
          knowing: result.attackWindows(for: program)),
        known: [Array(result.solution.values.prefix(program.program.columnCount))])
      try limitToNearOptimal(&run.staged)
      try session.start(from: result.solution.basis?.fitted(to: program.program))
      var mayHaveNone: [PeriodIndex: Bool] = [:]
      return try questions.map { question in
        defer { step.endPart() }
        switch question {
        case .capacity(let project):
          return try capacityRange(project, &run)
        case .share(let origin, let commodity, let period):
          let supply = HomeSupply(result, commodity: commodity, period: period)
          let none =
            try mayHaveNone[period]
            ?? (least(supply.total, size: supply.size, from: 0, &run) <= supply.nothing)
          mayHaveNone[period] = none
          return try shareRange(supply, origin, mayBeNone: none, &run)
        }
      }
    }
  }

  /// Adds the rows that describe the set: each stage of the objective before cost within its tolerance, and cost at
  /// most the allowance above the optimum.
  func limitToNearOptimal(_ run: inout StagedSolve) throws {
    let stages = result.program.model.objective
    for place in result.program.model.isCostLast ? stages.indices.dropLast() : stages.indices {
      try run.keepStage(place, near: result.stageValues[place])
    }
    let limit = result.costLimit(allowing: allowance)
    if result.program.model.isCostLast {
      let value = result.stageValues[stages.count - 1]
      try run.limit(cost: run.program.expression(of: .cost), to: limit, known: value)
    } else {
      try run.limit(cost: run.program.costExpression, to: limit, known: result.cost)
    }
  }

  // MARK: Least and greatest values

  private func capacityRange(_ project: ProjectIndex, _ run: inout Exploration) throws
    -> Alternatives.Range
  {
    var ordered = LinearExpression()
    for column in run.staged.program.columns.order[project] {
      if let column { ordered.add(1, column) }
    }
    let optimum = ordered.value(at: result.solution.values)
    guard !ordered.isConstant else {
      return Alternatives.Range(least: 0, greatest: 0, optimum: 0)
    }
    let most = result.program.largestOrder(of: project)
    let least = try least(ordered, size: most, from: 0, &run)
    var negative = LinearExpression()
    negative.add(ordered, scaledBy: -1)
    let greatest = try -self.least(negative, size: most, from: -most, &run)
    return Alternatives.Range(
      least: max(0, min(least, optimum)), greatest: max(greatest, optimum), optimum: optimum)
  }

  /// The least value of an expression.
  ///
  /// - Parameters:
  ///   - size: a usual value of the expression. The result is exact to rounding of this size.
  ///   - bound: a lower bound of the expression. If a known plan has this value, nothing is solved.
  private func least(
    _ expression: LinearExpression, size: Double, from bound: Double = -.infinity,
    _ run: inout Exploration
  ) throws -> Double {
    if let known = run.leastKnown(expression), known <= bound + 1e-9 * size { return known }
    return expression.value(at: try point(minimising: expression, size: size, &run))
  }

  private func point(
    minimising expression: LinearExpression, size: Double, _ run: inout Exploration
  ) throws -> [Double] {
    // Divided by its size, so that the gap is relative to the size.
    var scaled = LinearExpression()
    scaled.add(expression, scaledBy: size > 0 ? 1 / size : 1)
    try run.staged.setObjective(scaled)
    var warm = options
    warm.method = .primal
    warm.mipGap = 1e-7
    warm.knownPoints = run.known
    let solution = try run.staged.solveWithCuts(warm).optimum(of: "how near-optimal plans differ")
    if run.isMixedInteger { run.known.append(solution.values) }
    return solution.values
  }

  /// The least and greatest value of F({i},M)/F(W,M), with 0/0 = 0, by Dinkelbach's method: minimise
  /// ±(part − share·total) and continue with the share of the point found, until no point has a better share. Source:
  /// Dinkelbach, "On nonlinear fractional programming", Management Science 13, 1967.
  ///
  /// - Parameter mayBeNone: whether one of the plans has no supply.
  private func shareRange(
    _ supply: HomeSupply, _ origin: RegionIndex, mayBeNone: Bool, _ run: inout Exploration
  ) throws -> Alternatives.Range {
    let part = supply.part(from: origin)
    let optimum = supply.share(of: part, at: result.solution.values)
    guard !part.isConstant else {
      return Alternatives.Range(least: 0, greatest: 0, optimum: 0)
    }
    var ends: [Double] = []
    for sign in [1.0, -1.0] {
      // Start with the best share of a known plan.
      var share =
        run.known.map { sign * supply.share(of: part, at: $0) }.min().map { $0 * sign } ?? optimum
      if sign > 0 && (mayBeNone || share == 0) {
        ends.append(0)
        continue
      }
      for _ in 0..<50 {
        var excess = LinearExpression()
        excess.add(part, scaledBy: sign)
        excess.add(supply.total, scaledBy: -sign * share)
        let values = try point(minimising: excess, size: supply.size, &run)
        let next = supply.share(of: part, at: values)
        guard sign * (share - next) > HomeSupply.roundOff else { break }
        share = next
      }
      ends.append(share)
    }
    return Alternatives.Range(least: ends[0], greatest: ends[1], optimum: optimum)
  }
}

/// A session with the points of near-optimal plans that are known. The search for whole numbers starts with the best
/// of them.
private struct Exploration {
  var staged: StagedSolve
  var known: [[Double]]

  /// Known points help with mixed-integer programs only; an LP starts from the last basis.
  var isMixedInteger: Bool { staged.program.program.isMixedInteger }

  /// The least value of an expression in a known plan.
  func leastKnown(_ expression: LinearExpression) -> Double? {
    known.map { expression.value(at: $0) }.min()
  }
}
