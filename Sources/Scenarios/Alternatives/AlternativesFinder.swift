import Analysis
import Formulation
public import LinearProgramming
import Parallel
public import Planning
import Sourcing

/// Finds how much the plans differ that meet the goals and cost at most an allowance more than the cheapest: the least
/// and greatest capacity of every project that the model allows, beside those of plans without goals that cost at most
/// as much more than the cheapest of these, and the least and greatest share of every region in home's supply of the
/// commodity in focus.
///
/// All stages of the objective before cost keep their optimum within their tolerances. The quantities are divided into
/// two parts, each solved in a session of its own, at the same time.
public struct AlternativesFinder: Sendable {
  /// The solver.
  public var solver: any Solver
  /// Options of the solves. The time limit is one for all solves together.
  public var options: SolveOptions

  /// A finder.
  public init(solver: any Solver, options: SolveOptions = .standard) {
    self.solver = solver
    self.options = options
  }

  /// The alternatives to a plan.
  ///
  /// - Parameters:
  ///   - result: an optimal plan.
  ///   - allowance: how much more a plan may cost.
  ///   - withoutGoals: the optimal plan of the same instance and model without its goals; nil: it is found if the
  ///     model has goals.
  /// - Throws: `ValueProblems` if the allowance is negative or no number, or a share of the cost of goals where the
  ///   model has none; `NoOptimum` if a plan is missing or at a time limit; `SolverError`.
  public func find(
    around result: PlanningResult, within allowance: Alternatives.Allowance,
    withoutGoals: PlanningResult? = nil
  ) throws -> Alternatives {
    try allowance.check(for: result.program.model)
    try Self.requirePlan(of: result, "the plan to which alternatives are sought")
    let solver = Deadline(options).limiting(solver)
    let other = try withoutGoals ?? planWithoutGoals(result, solver)
    if let other { try Self.requirePlan(of: other, "the plan without goals") }
    let money = try allowance.money(of: result, withoutGoals: other)
    let (instance, model) = (result.program.instance, result.program.model)
    let commodity = Focus.first(of: model, in: instance)
    let capacities = model.projects.map { NearOptimalQuestion.capacity(project: $0) }
    let shares = commodity.map { Self.shareQuestions(of: $0, in: instance) } ?? []
    var plans = NearOptimalPlans(solver: solver, options: options, result: result, allowance: money)
    // Always two parts, so that the results do not depend on the number of cores.
    var parts = (capacities + shares).split(into: 2).map { (plans, $0) }
    if let other {
      plans = NearOptimalPlans(solver: solver, options: options, result: other, allowance: money)
      parts += capacities.split(into: 2).map { (plans, $0) }
    }
    let rangeCount = parts.reduce(0) { $0 + $1.1.count }
    let name = "ranges in plans of nearly the same cost"
    let answers = try solver.progress.step(name, parts: rangeCount) { step in
      try inParallel(parts.filter { !$0.1.isEmpty }) { plans, questions in
        try plans.ranges(of: questions, step)
      }.flatMap(\.self)
    }
    let count = capacities.count
    let shareRanges = answers.dropFirst(count).prefix(shares.count)
    let otherRanges = answers.dropFirst(count + shares.count)
    return Alternatives(
      optimum: result.objective, allowance: money, limit: result.costLimit(allowing: money),
      costOfGoals: result.costOfGoals(withoutGoals: other),
      costOfGoalsBeyondPlan: result.costOfGoalsBeyondPlan(withoutGoals: other),
      projects: model.projects.enumerated().map { place, project in
        Alternatives.Project(
          project: project, built: .init(answers[place], of: project, in: result),
          withoutGoals: other.map {
            .init(otherRanges[otherRanges.startIndex + place], of: project, in: $0)
          })
      },
      origins: zip(instance.regions.indices, shareRanges).map {
        Alternatives.Origin(region: $0, share: $1)
      },
      commodity: commodity, period: instance.horizon.last,
      goals: GoalStanding.all(of: result.goals, in: instance, model),
      warnings: GoalWarnings.all(of: result.goals, in: instance, model))
  }

  /// The questions about the shares of all regions in home's supply in the last period.
  private static func shareQuestions(of commodity: CommodityGroup, in instance: Instance)
    -> [NearOptimalQuestion]
  {
    instance.regions.indices.map {
      .share(origin: $0, of: commodity, period: instance.horizon.last)
    }
  }

  /// The plan of the same model without its goals; nil if it has none.
  private func planWithoutGoals(_ result: PlanningResult, _ solver: any Solver) throws
    -> PlanningResult?
  {
    let model = result.program.model
    guard !model.goals.isEmpty else { return nil }
    return try Planner(solver: solver, options: options, decomposition: .never)
      .planUnchecked(result.program.instance, model.withoutGoals)
  }

  private static func requirePlan(of result: PlanningResult, _ what: String) throws {
    guard result.plan == nil else { return }
    throw NoOptimum(what, result.termination, mayBeMissing: true)
  }
}

extension Alternatives.Built {
  /// Capacity counts as none that is tiny beside what is used, or that the rounding of the cost could pay for.
  fileprivate init(
    _ range: Alternatives.Range, of project: ProjectIndex, in result: PlanningResult
  ) {
    let program = result.program
    let costs = program.columns.order[project].compactMap { $0.map { program.baseCost[$0.index] } }
    let cheapest = costs.filter { $0 > 0 }.min() ?? .infinity
    let threshold = max(
      1e-6 * program.largestOrder(of: project), 10 * result.costRoundOff / cheapest)
    self.init(capacity: range, verdict: .init(range, threshold))
  }
}

extension Alternatives.Verdict {
  fileprivate init(_ range: Alternatives.Range, _ threshold: Double) {
    self = range.least > threshold ? .must : range.greatest > threshold ? .option : .never
  }
}

extension PlanningResult {
  /// The most that a plan may cost that costs at most so much money more than this one.
  func costLimit(allowing money: Double) -> Double { limitedCost + money }
}
