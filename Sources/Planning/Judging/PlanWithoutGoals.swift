public import LinearProgramming
import Sourcing

extension PlanningResult {
  /// Judges the plan without goals by the goals of this result: sets `GoalOutcome/withoutGoals` of all ``goals``.
  /// Nothing is set if one of the two results has no plan, or if the solver's time limit comes first.
  ///
  /// - Parameters:
  ///   - other: the plan of the same instance and the same model without goals.
  ///   - solver: for goals that need a solver (resilience, and reliance through the chain).
  /// - Throws: `SolverError`, and `NoOptimum` for another reason than a limit.
  public mutating func judge(withoutGoals other: PlanningResult, solver: any Solver) throws {
    guard plan != nil, let alone = other.plan else { return }
    do {
      let outcomes = try GoalReport(
        solver: solver, program: program, plan: alone, cost: other.cost, solution: nil
      ).outcomes()
      for (place, outcome) in zip(goals.indices, outcomes) {
        goals[place].withoutGoals = GoalOutcome.WithoutGoals(
          achieved: outcome.achieved, isMet: !outcome.isMissed,
          unservedShare: outcome.unservedShare)
      }
    } catch let error as NoOptimum where error.termination.isLimit {
      return
    }
  }
}
