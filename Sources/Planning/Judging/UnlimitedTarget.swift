import Formulation
import Sourcing

/// Tells the targets that every plan meets, such as a share of at most 100 %.
struct UnlimitedTarget {
  let program: PlanningProgram

  /// Whether every plan meets the target of a constraint.
  func holds(for constraint: GoalConstraint) -> Bool {
    let goal = program.model.goals[constraint.goal]
    guard constraint.direction == .atMost else { return constraint.target <= 0 }
    switch goal.kind {
    // Of what is used, more than all can be supplied: the rest goes into stocks.
    case .reliance(_, let basis, _), .largestSource(let basis):
      return basis != .use && constraint.target >= 1
    case .hhi: return constraint.target >= 1
    case .capex(let projects):
      return constraint.target >= mostOutlay(for: projects, in: goal.periods)
    case .subsidy(let programme):
      let instance = program.instance
      let projects = program.model.projects.filter { instance.projects[$0].programme == programme }
      let most = mostOutlay(for: projects, in: goal.periods)
      return constraint.target >= instance.programmes[programme].share * most
    case .cost, .plusOne, .cover, .service, .resilience: return false
    }
  }

  /// The capex and fixed cost of the largest order of each project in each period, undiscounted money.
  private func mostOutlay(for projects: [ProjectIndex], in periods: [PeriodIndex]) -> Double {
    projects.filter { program.model.projects.contains($0) }.reduce(0) { sum, index in
      let project = program.instance.projects[index]
      let order = project.capex * program.largestOrder(of: index) + project.fixedCost
      return sum + Double(periods.count) * order
    }
  }
}
