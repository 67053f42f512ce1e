import Formulation
public import Planning

extension PlanView {
  /// A view of the plan of a result; nil if the result has no plan.
  ///
  /// - Parameter result: what the planner found.
  public init?(_ result: PlanningResult) {
    guard let plan = result.plan else { return nil }
    self.init(
      instance: result.program.instance, model: result.program.model, plan: plan,
      goals: result.goals, marginalCosts: result.marginalCosts)
  }
}
