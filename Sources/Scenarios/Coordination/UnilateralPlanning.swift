import Analysis
import Formulation
import LinearProgramming
package import Planning
package import Sourcing

/// Plans without coordination: each member region alone, the others together, with claims of what exists.
///
/// A planner keeps its own regions' demands and stockpiles and the contracts and history of flows into them.
/// What contracts and history fix, and what the joint plan makes for it, is set aside for its
/// destination; of everything else it may use its claim, its share of Σ demand·shortage_cost. It builds
/// the projects of programmes that its regions pay, and its claim of those without a programme.
package struct UnilateralPlanning {
  /// The planners' plans added up.
  package struct Outcome {
    /// The sum, judged over an instance in which each planner has projects of its own.
    package var planning: PlanningResult
    package var plan: Plan
    /// Beside the joint plan.
    package var account: CoordinationAccount
  }

  let world: WorldOfPlanners
  let planner: Planner

  package init(instance: Instance, model: Model, members: RegionSet, planner: Planner) {
    world = WorldOfPlanners(instance, model, members: members)
    self.planner = planner
  }

  private struct Answer {
    var joint: CoordinationAccount.Figures
    var sum: CoordinationAccount.Figures
    var planners: [CoordinationAccount.Figures]
    var judged: PlanningResult
    var plan: Plan
  }

  /// The planners' plans added up, beside the joint plan, with the goals and without any.
  ///
  /// - Throws: ``NoPlan`` where a planner finds none, or what the solver throws.
  package func plan() throws -> Outcome {
    let with = try answer(withGoals: true)
    let without = world.baseModel.goals.isEmpty ? with : try answer(withGoals: false)
    let account = CoordinationAccount(
      planners: world.planners.planners.enumerated().map { place, planner in
        CoordinationAccount.Planner(
          name: planner.name, claim: planner.claims[.first], withGoals: with.planners[place],
          withoutGoals: without.planners[place])
      },
      sumWithGoals: with.sum, sumWithoutGoals: without.sum, jointWithGoals: with.joint,
      jointWithoutGoals: without.joint)
    return Outcome(planning: with.judged, plan: with.plan, account: account)
  }

  private func answer(withGoals: Bool) throws -> Answer {
    var baseModel = world.baseModel
    if !withGoals { baseModel.goals = [] }
    let jointResult = try planner.planUnchecked(world.base, baseModel)
    guard let joint = jointResult.plan else {
      throw NoPlan(
        instance: world.base, model: baseModel, termination: jointResult.termination,
        planner: "the joint plan that history and contracts are taken from")
    }
    let aside = SetAside(
      jointResult, plan: joint, planners: world.planners, firstOpen: world.firstOpen)
    var sum = PlanSum(world: world, joint: joint)
    var figures: [CoordinationAccount.Figures] = []
    var iterations = jointResult.iterations
    for (place, member) in world.planners.planners.enumerated() {
      let question = PlannerQuestion(world: world, joint: joint, aside: aside, place: place)
      let (asked, model) = (question.instance(), question.model(withGoals: withGoals))
      let result = try planner.planUnchecked(asked.instance, model)
      guard let own = result.plan else {
        throw NoPlan(
          instance: asked.instance, model: model, termination: result.termination,
          planner: withGoals ? member.name : "\(member.name), without goals")
      }
      iterations += result.iterations
      sum.add(result, own, planner: place, standing: asked.standing)
      figures.append(.init(result, own))
    }
    var model = world.model
    if !withGoals { model.goals = [] }
    let total = sum.total
    var judged = try PlanningResult(
      judging: total,
      in: PlanningProgram(
        instance: world.instance, model: model, until: planner.solver.deadline),
      solver: planner.solver)
    judged.iterations = iterations
    return Answer(
      joint: .init(jointResult, joint), sum: .init(judged, total), planners: figures,
      judged: judged, plan: total)
  }
}

extension CoordinationAccount.Figures {
  /// Figures of a plan.
  init(_ result: PlanningResult, _ plan: Plan) {
    cost = result.cost
    investment = InvestmentFigures(
      of: plan, instance: result.program.instance, producers: result.program.producers)
  }
}
