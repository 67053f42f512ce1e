import Formulation
import LinearProgramming
import Planning
import Sourcing

/// A quantity of a plan whose extremes are asked for.
enum NearOptimalQuestion: Sendable {
  case capacity(project: ProjectIndex)
  case share(origin: RegionIndex, of: CommodityGroup, period: PeriodIndex)
}

/// The set of plans near a solved one, held in one solver session at a time.
struct NearOptimalPlans: Sendable {
  let solver: any Solver
  let options: SolveOptions
  let result: PlanningResult
  let tolerance: Double

  private var instance: Instance { result.program.instance }

  /// Extremes of some quantities, in their order.
  func answer(_ questions: [NearOptimalQuestion]) throws -> [Alternatives.Range] {
    let program = try PlanningProgram(
      instance: instance, model: result.program.model, until: solver.deadline)
    return try solver.withSession(program.program) { session in
      var run = Exploration(
        staged: StagedSolve(session: session, program: program),
        known: [Array(result.solution.values.prefix(program.program.columnCount))])
      try keepNear(&run.staged)
      try session.start(from: result.solution.basis?.fitted(to: program.program))
      var mayHaveNone: [PeriodIndex: Bool] = [:]
      return try questions.map { question in
        switch question {
        case .capacity(let project):
          return try capacityRange(project, &run)
        case .share(let origin, let commodity, let period):
          let supply = Supply(result, commodity: commodity, period: period)
          let none =
            try mayHaveNone[period]
            ?? (least(supply.total, size: supply.size, from: 0, &run) <= supply.nothing)
          mayHaveNone[period] = none
          return try shareRange(supply, origin, mayBeNone: none, &run)
        }
      }
    }
  }

  /// Keeps every stage of the objective within its tolerance, and cost within ε of the optimum.
  func keepNear(_ run: inout StagedSolve) throws {
    let stages = result.program.model.objective
    for place in result.program.model.isCostLast ? stages.indices.dropLast() : stages.indices {
      try run.keepStage(place, near: result.stageValues[place])
    }
    let limit = result.costLimit(tolerance)
    if result.program.model.isCostLast {
      let value = result.stageValues[stages.count - 1]
      try run.limit(cost: run.program.expression(of: .cost), to: limit, known: value)
    } else {
      try run.limit(cost: run.program.costExpression, to: limit, known: result.cost)
    }
  }

  // MARK: Extremes

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
  ///   - size: how large it may be, to within rounding of which the answer is exact.
  ///   - bound: what it is never below; where a plan that is known attains that, nothing is solved.
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
    // Of size 1, so that the gap is one of the whole quantity.
    var scaled = LinearExpression()
    scaled.add(expression, scaledBy: size > 0 ? 1 / size : 1)
    try run.staged.setObjective(scaled)
    var warm = options
    warm.method = .primal
    warm.mipGap = 1e-7
    warm.knownPoints = run.known
    let solution = try run.staged.solveWithCuts(warm).optimum(of: "what plans near the best do")
    if run.isMixedInteger { run.known.append(solution.values) }
    return solution.values
  }

  /// Extremes of F({i},M)/F(W,M), by Dinkelbach's method: minimise ±(part − share·total) and take the
  /// share of the point found, until none is better. 0/0 = 0.
  private func shareRange(
    _ supply: Supply, _ origin: RegionIndex, mayBeNone: Bool, _ run: inout Exploration
  ) throws -> Alternatives.Range {
    let part = supply.part(from: origin)
    let optimum = supply.share(of: part, at: result.solution.values)
    guard !part.isConstant else {
      return Alternatives.Range(least: 0, greatest: 0, optimum: 0)
    }
    var ends: [Double] = []
    for sign in [1.0, -1.0] {
      // The best share known is the nearest to begin with.
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
        guard sign * (share - next) > Supply.roundOff else { break }
        share = next
      }
      ends.append(share)
    }
    return Alternatives.Range(least: ends[0], greatest: ends[1], optimum: optimum)
  }
}

/// One run through the questions in a session, with plans that are known to be near: the search for whole
/// points begins with the best of them.
private struct Exploration {
  var staged: StagedSolve
  var known: [[Double]]

  /// Of an LP the basis says all that the last plan can.
  var isMixedInteger: Bool { staged.program.program.isMixedInteger }

  /// The least value of an expression among the known plans.
  func leastKnown(_ expression: LinearExpression) -> Double? {
    known.map { expression.value(at: $0) }.min()
  }
}

/// Flows of a commodity into home in a period.
private struct Supply {
  let program: PlanningProgram
  let commodity: CommodityGroup
  let period: PeriodIndex
  let total: LinearExpression
  /// The total in the solved plan.
  let size: Double
  /// A total that is only rounding.
  let nothing: Double

  init(_ result: PlanningResult, commodity: CommodityGroup, period: PeriodIndex) {
    let program = result.program
    self.program = program
    self.commodity = commodity
    self.period = period
    var sum = LinearExpression()
    for origin in program.instance.regions.indices {
      sum.add(Self.part(program, commodity, period, from: origin))
    }
    total = sum
    let traded = sum.value(at: result.solution.values)
    size = traded > 0 ? traded : 1
    nothing = 1e-9 * size
  }

  func part(from origin: RegionIndex) -> LinearExpression {
    Self.part(program, commodity, period, from: origin)
  }

  private static func part(
    _ program: PlanningProgram, _ commodity: CommodityGroup, _ period: PeriodIndex,
    from origin: RegionIndex
  ) -> LinearExpression {
    var sum = LinearExpression()
    for member in commodity.members {
      for destination in program.instance.home.members {
        let flow = program.columns.flow(
          commodity: member, origin: origin, destination: destination, period: period)
        if let flow { sum.add(1, flow) }
      }
    }
    return sum
  }

  /// A share of the total. Within 1e-9 of none or all it is none or all: an objective made of such a share
  /// would have costs that are only rounding, beside which no answer of a solver is exact.
  func share(of part: LinearExpression, at values: [Double]) -> Double {
    let whole = total.value(at: values)
    guard whole > nothing else { return 0 }
    let share = part.value(at: values) / whole
    if share < Self.roundOff { return 0 }
    return share > 1 - Self.roundOff ? 1 : share
  }

  static let roundOff = 1e-9
}
