import Sourcing

extension ReportTable {
  /// How each goal stands: target, achieved and slack in the goal's unit (a share from 0 to 1, days, or
  /// money), violation in its constraint's own units.
  ///
  /// shadow_price is d(discounted cost)/d(target): money per percentage point for shares, per day for
  /// cover, per unit of money for money targets; of a MIP with the integers fixed.
  static func goals(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      "goals",
      columns: [
        "goal", "kind", "period", "direction", "target", "achieved", "slack", "binding",
        "shadow_price", "violation",
      ])
    for outcome in view.goals {
      let goal = view.model.goals[outcome.goal]
      table.add(
        .text(view.title(of: outcome)), .text(goal.kindName),
        outcome.period.map(view.label) ?? .blank, .text(outcome.direction.rawValue),
        .number(outcome.target), .number(outcome.achieved), .number(outcome.slack),
        .text(outcome.isBinding ? "true" : "false"),
        outcome.shadowPrice.map { .number($0 * goal.kind.targetStep) } ?? .blank,
        .number(outcome.violation))
    }
    return table
  }
}

extension Goal.Kind {
  /// The step of a target that shadow prices are given for: a percentage point of a share, else 1.
  var targetStep: Double { isShare ? 0.01 : 1 }

  /// Whether the target is a share.
  var isShare: Bool {
    switch self {
    case .reliance, .largestSource, .hhi, .plusOne, .service, .resilience: true
    case .cover, .capex, .subsidy, .cost: false
    }
  }
}

extension PlanView {
  /// The goal's name, with the region, commodity and disruption where the goal has several.
  func title(of outcome: GoalOutcome) -> String {
    let goal = model.goals[outcome.goal]
    var title = goal.name
    if goal.each { title += "/\(outcome.subject.id)" }
    if goal.commodities.count > 1, let commodity = outcome.commodity { title += "/\(commodity.id)" }
    if case .resilience(let against, _) = goal.kind, against.count > 1,
      let disruption = outcome.disruption
    {
      title += "/\(instance.disruptions[disruption].id)"
    }
    return title
  }
}
