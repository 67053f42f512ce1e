import Analysis
import Formulation
public import LinearProgramming
import Parallel
public import Planning
import Sourcing

/// Explores all plans that meet the goals and cost at most (1+ε) × the optimum: for every project that
/// the model allows its least and greatest capacity, and for every origin its least and greatest share of
/// the focus commodity.
///
/// Earlier stages of the objective are kept within their tolerances. One loaded program serves both
/// directions of a share of the questions; the shares run at the same time.
public struct AlternativesFinder: Sendable {
  public var solver: any Solver
  /// Its time limit is for all solves together.
  public var options: SolveOptions

  public init(solver: any Solver, options: SolveOptions = .standard) {
    self.solver = solver
    self.options = options
  }

  /// Explores around a solved plan.
  ///
  /// - Parameters:
  ///   - result: an optimal result.
  ///   - tolerance: ε ≥ 0.
  /// - Throws: `NoOptimum` where a limit comes first, `SolverError`.
  public func find(around result: PlanningResult, within tolerance: Double) throws -> Alternatives {
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
    // Always two parts: the answers must not depend on how many cores there are.
    let parts = questions.split(into: 2)
    let answers =
      questions.isEmpty
      ? []
      : try inParallel(parts) { part in
        try NearOptimalPlans(
          solver: solver, options: options, result: result, tolerance: tolerance
        ).answer(part)
      }.flatMap(\.self)
    var found = Alternatives(
      optimum: result.objective, limit: result.costLimit(tolerance), projects: [], origins: [],
      commodity: commodity, period: period)
    for (question, range) in zip(questions, answers) {
      switch question {
      case .capacity(let project):
        let threshold = 1e-6 * max(result.program.largestOrder(of: project), 1e-6)
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
  /// (1+ε) × the optimum; of a negative one, ε of its size above it.
  func costLimit(_ tolerance: Double) -> Double {
    let value = program.model.isCostLast ? objective : cost
    return value + tolerance * abs(value)
  }
}
