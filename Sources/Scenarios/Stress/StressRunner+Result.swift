import Formulation
public import LinearProgramming
public import Planning
import Sourcing

extension StressRunner {
  /// A runner for the plan of a result, with the last period and the options of the model; nil if the result has no
  /// plan.
  ///
  /// - Parameters:
  ///   - result: what the planner found.
  ///   - solver: the solver of all runs.
  public init?(_ result: PlanningResult, solver: any Solver) {
    guard let plan = result.plan else { return nil }
    self.init(
      instance: result.program.instance, model: result.program.model, plan: plan, solver: solver)
  }
}
