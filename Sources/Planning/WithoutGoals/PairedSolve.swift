import Formulation
import LinearProgramming
public import Sourcing

extension Planner {
  /// Finds the plan without goals, and then the plan that meets the goals, from the basis of the first.
  ///
  /// The plan without goals is judged by the goals too (`GoalOutcome/withoutGoals`).
  ///
  /// The time limit is for both together. The plan without goals may take half of it; if it is late, the other plan is
  /// still solved, unless `others_keep` needs the plan without goals.
  ///
  /// - Parameters:
  ///   - instance: the instance to plan.
  ///   - model: its model.
  ///   - baseline: a plan without goals that was found before; nil: it is found now.
  /// - Throws: as ``plan(_:_:from:)``.
  public func planPair(_ instance: Instance, _ model: Model, baseline: Plan? = nil) throws
    -> PlanPair
  {
    do {
      try check(instance, model)
    } catch let error as NoOptimum where error.termination.isLimit {
      return PlanPair(outOfTimeFor: instance, model)
    }
    return try pairUnchecked(instance, model, baseline: baseline)
  }

  /// Finds both plans for an instance and a model that were made from valid ones.
  ///
  /// - Parameters:
  ///   - instance: the instance to plan.
  ///   - model: its model.
  ///   - baseline: a plan without goals that was found before; nil: it is found now.
  ///   - similar: both plans of the same policy for an instance with other numbers. Each solve starts from its basis.
  /// - Throws: `SolverError` if the solver fails.
  package func pairUnchecked(
    _ instance: Instance, _ model: Model, baseline: Plan? = nil, similar: PlanPair? = nil
  ) throws -> PlanPair {
    let timed = timed()
    guard !model.goals.isEmpty else {
      var pair = try timed.solver.progress.step("finding the plan") {
        try timed.solved(instance, model, similar: similar?.plan, after: nil)
      }
      pair.withoutGoals = pair.plan
      return pair
    }
    let first: PlanningResult
    if let baseline {
      do {
        first = try timed.result(of: baseline, instance, model)
      } catch let error as NoOptimum where error.termination.isLimit {
        return PlanPair(outOfTimeFor: instance, model)
      }
    } else {
      first = try timed.withoutGoals(instance, model, after: similar?.withoutGoals)
    }
    var model = model
    if model.needsOthersTrade {
      guard let plan = first.plan else {
        return PlanPair(
          plan: PlanningResult(unsolvedFor: instance, model, first.termination),
          withoutGoals: first)
      }
      model.othersTrade = OthersTrade(of: plan, instance, model)
    }
    return try timed.solver.progress.step("finding the plan") {
      var pair = try timed.solved(instance, model, similar: similar?.plan, after: first)
      pair.withoutGoals = first
      try pair.plan.judge(withoutGoals: first, solver: timed.solver)
      return pair
    }
  }

  /// The model with what `others_keep` protects, worked out from the plan without goals; the same model if it does
  /// not depend on that.
  ///
  /// - Throws: `NoOptimum` if there is no plan without goals or the time limit comes first; `SolverError`.
  package func withOthersTrade(_ instance: Instance, _ model: Model) throws -> Model {
    guard model.needsOthersTrade else { return model }
    let first = try timed().withoutGoals(instance, model, after: nil)
    guard let plan = first.plan else {
      throw NoOptimum("the plan without goals, which `others_keep` needs,", first.termination)
    }
    var model = model
    model.othersTrade = OthersTrade(of: plan, instance, model)
    return model
  }

  /// The plan without goals. Where the other plan does not depend on it, it may take half of the time that is left.
  private func withoutGoals(
    _ instance: Instance, _ model: Model, after similar: PlanningResult?
  ) throws -> PlanningResult {
    var half = self
    if !model.needsOthersTrade, let left = solver.deadline.timeLeft {
      var options = SolveOptions()
      options.timeLimit = left / 2
      half.solver = Deadline(options).limiting(solver)
    }
    return try solver.progress.step("finding the plan without goals") {
      try half.solved(instance, model.withoutGoals, similar: similar, after: nil).plan
    }
  }

  /// Solves from another optimum.
  ///
  /// - Parameters:
  ///   - similar: of the same policy for an instance with other numbers. It is not used by programs that start by
  ///     periods: from there they need fewer iterations on the whole program than from an optimum for other numbers
  ///     (docs/solving.md).
  ///   - first: of the same instance without goals.
  private func solved(
    _ instance: Instance, _ model: Model, similar: PlanningResult?, after first: PlanningResult?
  ) throws -> PlanPair {
    let began = ContinuousClock.now
    guard let program = try? programUnchecked(for: instance, model) else {
      return PlanPair(outOfTimeFor: instance, model)
    }
    let time = ContinuousClock.now - began
    let fromSimilar =
      program.startsByPeriod(strategy, with: solver)
      ? nil
      : similar.flatMap { CarriedStart(from: $0, to: program, isSameInstance: false) }
    let start =
      fromSimilar
      ?? first.flatMap { CarriedStart(from: $0, to: program, isSameInstance: true) }
    let result = try judged(solvedStages(of: program, from: start))
    return PlanPair(plan: result, buildTime: time)
  }
}
