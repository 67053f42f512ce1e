import Formulation
public import Sourcing

/// A plan and the plan without goals: the best plan with the same data, options and objective.
public struct PlanPair: Sendable {
  /// The plan that meets the goals.
  public var plan: PlanningResult
  /// The plan without goals; of a model without goals it is ``plan``. nil where the time limit came before it was
  /// solved. Its termination is not `optimal` where it was not found.
  public var withoutGoals: PlanningResult?
  /// The time in which the program with the goals was written.
  public var buildTime = Duration.zero

  /// The plan without goals if it is another plan: nil for a model without goals.
  public var comparison: PlanningResult? {
    plan.program.model.goals.isEmpty ? nil : withoutGoals
  }
}

extension PlanPair {
  /// The pair if the time limit came before anything was solved.
  public init(outOfTimeFor instance: Instance, _ model: Model) {
    self.init(plan: PlanningResult(outOfTimeFor: instance, model))
  }
}

extension PlanPair {
  /// A plan by itself, with nothing beside it.
  package init(alone plan: PlanningResult) { self.init(plan: plan) }
}
