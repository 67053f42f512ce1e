import Formulation
import LinearProgramming
package import Sourcing

extension Planner {
  /// A plan without goals that was found before, as the result of planning. It has no duals and no basis. Its objective
  /// is what the plan has of the last stage; the losses of `risk` are the optima of the stress windows of this plan.
  ///
  /// - Throws: `NoOptimum` if the time limit comes before that is known; `SolverError`.
  package func result(of plan: Plan, _ instance: Instance, _ model: Model) throws -> PlanningResult
  {
    let model = model.withoutGoals
    let program =
      try model.risk == nil
      ? programUnchecked(for: instance, model)
      : PlanningProgram(decomposing: model, of: instance, until: solver.deadline)
    let point = try pointWithLosses(of: plan, in: program)
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

  /// The point of a plan in a decomposed program without goals, with L_ω, η and ξ_ω of `risk`.
  private func pointWithLosses(of plan: Plan, in program: PlanningProgram) throws -> [Double] {
    var point = program.point(of: plan)
    guard let risk = program.model.risk else { return point }
    let cuts = RecourseCuts(program, solver: solver)
    guard let values = try cuts.values(at: point, options) else {
      throw NoOptimum("what a stored plan loses in disruptions", .timeLimit)
    }
    var losses: [PeriodIndex: [DisruptionIndex: Double]] = [:]
    for (recourse, value) in zip(program.recourses, values) {
      guard case .loss(.disruption(let disruption), let period) = recourse.subject,
        let column = recourse.bound
      else { continue }
      point[column.index] = value
      losses[period, default: [:]][disruption] = value
    }
    let thresholds = losses.mapValues { losses in
      risk.threshold(
        of: losses.map { ($0.value, program.instance.disruptions[$0.key].probability ?? 0) })
    }
    for (column, states) in program.goalColumns {
      switch states {
      case .lossThreshold(let period): point[column.index] = thresholds[period] ?? 0
      case .excessLoss(let disruption, let period):
        let loss = losses[period]?[disruption] ?? 0
        point[column.index] = max(0, loss - (thresholds[period] ?? 0))
      default: break
      }
    }
    return point
  }
}

extension RiskTerm {
  /// The η ≥ 0 at which η + Σ_ω p_ω·max(0, L_ω − η)/(1 − α) is least: 0 or one of the losses.
  fileprivate func threshold(of losses: [(loss: Double, probability: Double)]) -> Double {
    let value = { (threshold: Double) in
      let beyond = losses.reduce(0) { $0 + $1.probability * max(0, $1.loss - threshold) }
      return threshold + beyond / (1 - cvarLevel)
    }
    return losses.map(\.loss).reduce(0) { value($1) < value($0) ? $1 : $0 }
  }
}

extension PlanningResult {
  /// Whether it has dual values; false of a plan that was found before.
  package var hasDuals: Bool { !solution.rowDuals.isEmpty }
}
