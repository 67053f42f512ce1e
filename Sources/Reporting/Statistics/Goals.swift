import Analysis
import Sourcing

extension ReportTable {
  /// How each goal stands: target, achieved and slack in the goal's unit (a share from 0 to 1, days, or
  /// money), violation in its constraint's own units.
  ///
  /// shadow_price is d(discounted cost)/d(target): money per percentage point for shares, per day for
  /// cover, per unit of money for money targets; of a MIP with the integers fixed.
  static func goals(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      .goals,
      columns: [
        "goal", "kind", "period", "direction", "target", "achieved", "slack", "binding",
        "shadow_price", "violation",
      ])
    for outcome in view.goals {
      let goal = view.model.goals[outcome.goal]
      table.add(
        .text(view.name(of: outcome)), .text(goal.kind.name.rawValue),
        outcome.period.map(view.label) ?? .blank, .text(outcome.direction.rawValue),
        .number(outcome.target), .number(outcome.achieved), .number(outcome.slack),
        .text(outcome.isBinding ? "true" : "false"),
        view.shadowPrice(of: outcome).map { .number($0) } ?? .blank,
        .number(outcome.violation))
    }
    for idle in GoalStanding.idle(in: view.model) {
      table.add(
        .text(idle.name), .text(idle.kind), .blank, .text(idle.direction.rawValue), .blank, .blank,
        .blank, .text("false"), .blank, .blank)
    }
    return table
  }
}
