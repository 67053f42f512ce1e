import Analysis
import Formulation
import LinearProgramming
package import Planning
package import Sourcing

/// Unilateral plans: each member plans for itself, and all other regions plan together.
///
/// A planner has the demands and stockpiles of its own regions, and the contracts and history of flows into them.
/// The flows that contracts and history fix, and the activity that the joint plan needs for them, are set aside for
/// the planner of the destination (``SetAside``). Of all other capacities and quotas it may use its claim, its
/// share of Σ D·σ (σ the shortage cost). It may build the projects of programmes that its regions pay, and its claim of
/// each project without a programme.
package struct UnilateralPlanning {
  /// The unilateral plans.
  package struct Outcome {
    /// The sum of the planners' plans, compared with the goals, over an instance in which each planner has projects
    /// of its own.
    package var planning: PlanningResult
    /// The sum of the planners' plans.
    package var plan: Plan
    /// The costs of the sum and of the joint plan.
    package var account: CoordinationAccount
  }

  let common: CommonInstance
  let planner: Planner

  /// A question for the members of a bloc.
  ///
  /// - Parameter planner: makes the joint plan and every planner's plan.
  package init(instance: Instance, model: Model, members: RegionSet, planner: Planner) {
    common = CommonInstance(instance, model, members: members)
    self.planner = planner
  }

  /// The plans with the goals, or without goals.
  private struct Answer {
    var joint: CoordinationAccount.Figures
    var sum: CoordinationAccount.Figures
    var planners: [CoordinationAccount.Figures]
    var judged: PlanningResult
    var plan: Plan
  }

  /// Makes the joint plan and every planner's plan, each with the goals and without goals, and adds the planners'
  /// plans up.
  ///
  /// - Throws: ``NoPlan`` if there is no joint plan or a planner has no plan; `ValueProblems` if `others_keep` is
  ///   above 0; what the solver throws.
  package func plan() throws -> Outcome {
    guard common.baseModel.othersKeep == 0 else {
      throw ValueProblems(problems: [
        ValueProblem(
          element: "model", field: "othersKeep",
          message:
            "is above 0; unilateral planners do not take each other's plan without goals into account"
        )
      ])
    }
    let with = try answer(withGoals: true)
    let without = common.baseModel.goals.isEmpty ? with : try answer(withGoals: false)
    let account = CoordinationAccount(
      planners: common.planners.planners.enumerated().map { place, planner in
        CoordinationAccount.Planner(
          name: planner.name, claim: planner.claims[.first], withGoals: with.planners[place],
          withoutGoals: without.planners[place])
      },
      sumWithGoals: with.sum, sumWithoutGoals: without.sum, jointWithGoals: with.joint,
      jointWithoutGoals: without.joint)
    return Outcome(planning: with.judged, plan: with.plan, account: account)
  }

  private func answer(withGoals: Bool) throws -> Answer {
    let baseModel = withGoals ? common.baseModel : common.baseModel.withoutGoals
    let jointResult = try planner.planUnchecked(common.base, baseModel)
    guard let joint = jointResult.plan else {
      throw NoPlan(
        instance: common.base, model: baseModel, termination: jointResult.termination,
        planner: "the joint plan that history and contracts are taken from")
    }
    let aside = SetAside(
      jointResult, plan: joint, planners: common.planners, firstOpen: common.firstOpen)
    var sum = PlanSum(common: common, joint: joint)
    var figures: [CoordinationAccount.Figures] = []
    var iterations = jointResult.iterations
    for (place, member) in common.planners.planners.enumerated() {
      let question = PlannerQuestion(common: common, joint: joint, aside: aside, place: place)
      let (asked, model) = (question.instance(), question.model(withGoals: withGoals))
      let result = try planner.planUnchecked(asked.instance, model)
      guard let own = result.plan else {
        throw NoPlan(
          instance: asked.instance, model: model, termination: result.termination,
          planner: withGoals ? member.name : "\(member.name), without goals")
      }
      iterations += result.iterations
      sum.add(result, own, planner: place, replaced: asked.replaced)
      figures.append(.init(result, own))
    }
    let model = withGoals ? common.model : common.model.withoutGoals
    let total = sum.total
    var judged = try PlanningResult(
      judging: total,
      in: PlanningProgram(
        instance: common.instance, model: model, until: planner.solver.deadline),
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
