import Analysis
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import Tables

/// How the plan of a run is found.
extension StudyRunner {
  /// The plans of the option of a run for the instance as it is; nil if there is none. They are found once, with a
  /// time limit of their own.
  func asIsPair(for run: StudyRun) -> PlanPair? {
    guard run.coordination == .joint else { return nil }
    var asIs = run
    asIs.variation = 0
    let options = limits(of: asIs)
    let planner = Planner(solver: Deadline(options).limiting(solver), options: options)
    let pair = try? asIsPlans?.pair(of: run.option) {
      let (variation, model) = try study.question(of: asIs, planner.solver)
      return try planner.planPair(variation.instance, model)
    }
    return pair?.plan.plan == nil ? nil : pair
  }

  /// Finds the plan of a run.
  ///
  /// - Parameter start: the plans of the same option for the instance as it is, from which a sampled world starts.
  /// - Throws: `NoPlan`; what planning throws.
  func plan(
    _ run: StudyRun, _ variation: Study.Variation, _ model: Model, _ planner: Planner,
    from start: PlanPair?
  ) throws -> PlannedRun {
    if run.coordination == .unilateral, let members = variation.members {
      let outcome = try UnilateralPlanning(
        instance: variation.instance, model: model, members: members, planner: planner
      ).plan()
      return PlannedRun(
        planning: outcome.planning, plan: outcome.plan, cost: outcome.planning.cost, stress: [],
        coordination: outcome.account)
    }
    // The plan without goals is found first, and the other one starts from it.
    let pair = try pair(run, variation, model, planner, from: start)
    let result = pair.plan
    guard let plan = result.plan else {
      throw NoPlan(
        instance: variation.instance, model: model, termination: result.termination, planner: nil)
    }
    var planned = PlannedRun(
      planning: result, plan: plan, cost: result.cost, stress: [],
      withoutGoals: pair.comparison)
    // The published figures are of the world as it is.
    if run.variation == 0, variation.instance.movedAssumptions.isEmpty {
      planned.checks = try CheckStanding(in: pair.withoutGoals, solver: planner.solver)
    }
    return planned
  }

  /// The plan of a joint run and the plan without goals.
  private func pair(
    _ run: StudyRun, _ variation: Study.Variation, _ model: Model, _ planner: Planner,
    from start: PlanPair?
  ) throws -> PlanPair {
    let instance = variation.instance
    if let start { return try planner.pairUnchecked(instance, model, similar: start) }
    guard run.variation == 0, let asIsPlans else { return try planner.planPair(instance, model) }
    return try asIsPlans.pair(of: run.option) { try planner.planPair(instance, model) }
  }
}
