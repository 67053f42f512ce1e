import Analysis
import Formulation
import LinearProgramming
import Planning
import Scenarios
import Sourcing

/// The plans of one world: of the policy, without its goals, and of the policy with which changes compare.
struct PolicyPlans: Sendable {
  let instance: Instance
  let pair: PlanPair
  /// The pair of the policy with which changes compare; nil: ``pair`` has the plan without goals.
  let reference: PlanPair?

  /// Finds the plans.
  ///
  /// - Parameter similar: the plans of a similar world, from whose bases the solves start.
  init(
    _ question: WorldPlanner.Question, _ instance: Instance, _ solver: any Solver,
    from similar: PolicyPlans?
  ) throws {
    self.instance = instance
    let planner = Planner(solver: solver)
    pair = try planner.pairUnchecked(
      instance, try question.policy(instance), similar: similar?.pair)
    reference = try question.reference.map {
      try planner.pairUnchecked(instance, try $0(instance), similar: similar?.reference)
    }
  }

  /// Plans of the policy that were found before.
  init(_ question: WorldPlanner.Question, _ pair: PlanPair, _ solver: any Solver) throws {
    self.pair = pair
    let instance = pair.plan.program.instance
    self.instance = instance
    reference = try question.reference.map {
      try Planner(solver: solver).pairUnchecked(instance, try $0(instance))
    }
  }

  /// The values of measures, and the absolute values of their figures, 0 where there is none. A world in which the policy
  /// has no plan has no values. A change is not known where there is no plan to compare with.
  func values(
    of measures: [PlanMeasure], solver: any Solver
  ) throws -> (values: WorldValues, sizes: [Double]) {
    let without = { (ending: WorldValues.Ending) in
      (WorldValues(without: ending, count: measures.count), measures.map { _ in 0.0 })
    }
    guard pair.plan.plan != nil else {
      let ending: WorldValues.Ending =
        pair.plan.termination == .infeasible ? .noPlan : .timeLimit
      guard ending == .noPlan || pair.plan.termination.isLimit else {
        throw NoOptimum("the plan of a world", pair.plan.termination)
      }
      return without(ending)
    }
    // A figure that the time limit has cut off is not the same as one that the plan does not have.
    guard !lacksOther else { return without(.timeLimit) }
    let (own, other) = try figures(for: measures, solver)
    let values = measures.map { measure -> Double? in
      guard measure.isChange else { return own[measure.figure] }
      guard let value = own[measure.figure], let base = other?[measure.figure] else { return nil }
      return value - base
    }
    return (WorldValues(.planned, values), measures.map { abs(own[$0.figure] ?? 0) })
  }

  /// Whether the time limit came before a plan that the policy is compared with was found.
  private var lacksOther: Bool {
    let others = [pair.withoutGoals?.termination] + (reference.map { [$0.plan.termination] } ?? [])
    return others.contains { $0?.isLimit ?? true }
  }

  private func figures(
    for measures: [PlanMeasure], _ solver: any Solver
  ) throws -> (own: RunFigures, other: RunFigures?) {
    let stress = measures.contains(where: \.needsStress)
    guard let own = try figures(of: pair, stress: stress, solver) else {
      throw NoOptimum("the plan of a world", pair.plan.termination)
    }
    let changes = measures.filter(\.isChange)
    guard !changes.isEmpty else { return (own, nil) }
    let compared = reference ?? pair.withoutGoals.map(PlanPair.init(alone:))
    let other = try compared.flatMap {
      try figures(of: $0, stress: changes.contains(where: \.needsStress), solver)
    }
    return (own, other)
  }

  private func figures(of pair: PlanPair, stress: Bool, _ solver: any Solver) throws -> RunFigures?
  {
    guard let plan = pair.plan.plan else { return nil }
    var run = PlannedRun(
      planning: pair.plan, plan: plan, cost: pair.plan.cost, stress: [],
      withoutGoals: pair.comparison)
    if stress, !instance.disruptions.isEmpty {
      let runner = StressRunner(
        instance: instance, model: run.model, plan: plan, solver: solver)
      let result = try runner.runUnchecked(
        Array(instance.disruptions), sharing: run.model.stress.sharing)
      run.stress = result.disrupted
      run.undisturbed = [result.undisturbed]
    }
    return RunFigures(run, run.view, bills: try run.bills)
  }
}
