import Sourcing

extension PlannerQuestion {
  /// The model of the planner.
  ///
  /// - Parameter withGoals: false for a model without goals.
  func model(withGoals: Bool) -> Model {
    var model = common.model
    model.projects = common.projects(of: place).filter { index in
      let isSpent =
        common.base.projects[common.original[index]].isLumpy
        && joint.orders[common.original[index]][..<firstOpen].contains { $0 > 0 }
      return !isSpent
    }
    model.exemptFromMaxDecline = aside.exempt
    model.goals = withGoals ? Table(model.goals.compactMap(goal)) : []
    if var risk = model.risk {
      risk.of.members = risk.of.members.filter(owns)
      risk.periods = risk.periods.filter { $0 >= firstOpen }
      model.risk = risk
    }
    model.objective = model.objective.map { stage in
      guard case .flow(var of, let upon, let commodity, let measure, let periods) = stage.quantity
      else { return stage }
      of.members = of.members.filter(owns)
      var own = stage
      own.quantity = .flow(
        of: of, upon: upon, commodity: commodity, measure: measure,
        periods: periods.filter { $0 >= firstOpen })
      return own
    }
    return model
  }

  /// The planner's part of a goal; nil if it has none. Targets of money are divided by claims, after what the joint
  /// plan spent before the first open period; all other goals keep the planner's regions and the open periods.
  private func goal(_ goal: Goal) -> Goal? {
    var own = goal
    own.of.members = goal.of.members.filter(owns)
    own.periods = goal.periods.filter { $0 >= firstOpen }
    let claim = planner.claims[.first]
    switch goal.kind {
    case .cost:
      own.bounds = split(goal.bounds, claim: claim, less: 0)
    case .capex(let projects):
      let spent = projects.filter { common.owner[$0] == nil }.reduce(0) {
        $0 + common.outlay(of: $1, in: joint, periods: .first..<firstOpen, among: goal.periods)
      }
      own.bounds = split(goal.bounds, claim: claim, less: spent)
    case .subsidy(let programme):
      let spent = common.base.projects.indices
        .filter { common.base.projects[$0].programme == programme }
        .reduce(0) {
          $0 + common.outlay(of: $1, in: joint, periods: .first..<firstOpen, among: goal.periods)
        }
      own.bounds = split(
        goal.bounds, claim: claim, less: spent * common.base.programmes[programme].share)
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service, .resilience:
      guard !own.of.members.isEmpty, !own.periods.isEmpty else { return nil }
    }
    return own
  }

  /// Bounds with the targets claim·max(0, target − spent).
  private func split(_ bounds: [Goal.Bound], claim: Double, less spent: Double) -> [Goal.Bound] {
    bounds.map { bound in
      var bound = bound
      bound.target.values = bound.target.values.mapped { $0.map { claim * max(0, $0 - spent) } }
      return bound
    }
  }
}
