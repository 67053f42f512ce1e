import Formulation
import LinearProgramming
package import Sourcing

extension Planner {
  /// A plan without goals that was found before, as the result of planning. It has no duals and no basis. Its objective
  /// is its cost where that is what is minimised, without `risk`.
  ///
  /// - Throws: `NoOptimum` if the time limit comes before its program is written.
  package func result(of plan: Plan, _ instance: Instance, _ model: Model) throws -> PlanningResult
  {
    let program = try programUnchecked(for: instance, model.withoutGoals)
    let point = program.point(of: plan)
    let stages = program.model.objective.map {
      program.expression(of: $0.quantity).value(at: point)
    }
    var solution = Solution(
      termination: .optimal, primalStatus: .feasible, objective: stages.last ?? .nan)
    solution.values = point
    var result = PlanningResult(
      termination: .optimal, program: program, solution: solution, stageValues: stages,
      iterations: 0)
    result.plan = plan
    return result
  }
}

extension PlanningResult {
  /// Whether it has dual values; false of a plan that was found before.
  package var hasDuals: Bool { !solution.rowDuals.isEmpty }
}
