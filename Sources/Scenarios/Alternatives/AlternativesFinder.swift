import Analysis
import Formulation
public import LinearProgramming
import Parallel
public import Planning
import Sourcing

/// Finds how much the plans differ that meet the goals and cost at most (1+ε) × the optimum: the least and greatest
/// capacity of every project that the model allows, and the least and greatest share of every region in home's
/// supply of the commodity in focus.
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
  ///   - tolerance: ε ≥ 0.
  /// - Throws: `ValueProblems` if the tolerance is negative or no number; `NoOptimum` if the result has no plan or at
  ///   a time limit; `SolverError`.
  public func find(around result: PlanningResult, within tolerance: Double) throws -> Alternatives {
    guard tolerance >= 0, tolerance.isFinite else {
      let message = "found \(tolerance); must be a finite number, 0 or more"
      throw ValueProblems(problems: [
        ValueProblem(element: "alternatives", field: "tolerance", message: message)
      ])
    }
    guard result.plan != nil else {
      throw NoOptimum(
        "the plan to which alternatives are sought", result.termination, mayBeMissing: true)
    }
    let (instance, model) = (result.program.instance, result.program.model)
    let period = instance.horizon.last
    let commodity = Focus.first(of: model, in: instance)
    let solver = Deadline(options).limiting(solver)
    var questions: [NearOptimalQuestion] = model.projects.map { .capacity(project: $0) }
    if let commodity {
      questions += instance.regions.indices.map {
        .share(origin: $0, of: commodity, period: period)
      }
    }
    // Always two parts, so that the results do not depend on the number of cores.
    let parts = questions.split(into: 2)
    let answers =
      questions.isEmpty
      ? []
      : try inParallel(parts) { part in
        try NearOptimalPlans(
          solver: solver, options: options, result: result, tolerance: tolerance
        ).ranges(of: part)
      }.flatMap(\.self)
    var found = Alternatives(
      optimum: result.objective, limit: result.costLimit(tolerance), projects: [], origins: [],
      commodity: commodity, period: period)
    found.goals = GoalStanding.all(of: result.goals, in: instance, model)
    found.warnings = GoalWarnings.all(of: result.goals, in: instance, model)
    for (question, range) in zip(questions, answers) {
      switch question {
      case .capacity(let project):
        let threshold = 1e-6 * result.program.largestOrder(of: project)
        found.projects.append(
          Alternatives.Project(
            project: project, capacity: range, verdict: .init(range, threshold)))
      case .share(let origin, _, _):
        found.origins.append(Alternatives.Origin(region: origin, share: range))
      }
    }
    return found
  }
}

extension Alternatives.Verdict {
  fileprivate init(_ range: Alternatives.Range, _ threshold: Double) {
    self = range.least > threshold ? .must : range.greatest > threshold ? .option : .never
  }
}

extension PlanningResult {
  /// v + ε·|v|, with v the optimum of cost, or the cost of the plan if the last stage of the objective is not cost.
  func costLimit(_ tolerance: Double) -> Double {
    let value = program.model.isCostLast ? objective : cost
    return value + tolerance * abs(value)
  }
}
