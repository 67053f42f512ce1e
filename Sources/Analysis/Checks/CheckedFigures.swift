import Formulation
public import LinearProgramming
public import Planning
public import Sourcing

extension CheckedFigure {
  /// All checks of an instance, in its order.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - result: the plan with which the figures are compared; nil, or a result without a plan: there is none.
  ///   - solver: for shares through the chain, one linear program each.
  /// - Throws: `NoOptimum` if the time limit comes first; `SolverError`.
  public static func all(of instance: Instance, in result: PlanningResult?, solver: any Solver)
    throws -> [CheckedFigure]
  {
    guard !instance.checks.isEmpty else { return [] }
    let own = OwnFigures(of: instance)
    let planned = result.flatMap(PlanView.init).map { PlannedFigures($0, solver: solver) }
    return try instance.checks.map {
      CheckedFigure(check: $0, own: own.figure(of: $0), plan: try planned?.figure(of: $0))
    }
  }
}

extension CheckStanding {
  /// How many checks hold in a plan; nil if the instance has none, there is no plan, or the time limit comes first.
  ///
  /// - Parameters:
  ///   - result: the plan; nil: there is none.
  ///   - solver: for shares through the chain, one linear program each.
  /// - Throws: `SolverError`; `NoOptimum` for another reason than a limit.
  public init?(in result: PlanningResult?, solver: any Solver) throws {
    guard let result, result.plan != nil else { return nil }
    let instance = result.program.instance
    guard !instance.checks.isEmpty else { return nil }
    do {
      self.init(try CheckedFigure.all(of: instance, in: result, solver: solver))
    } catch let error as NoOptimum where error.termination.isLimit {
      return nil
    }
  }
}
