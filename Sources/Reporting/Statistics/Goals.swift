import Analysis
import Sourcing

extension ReportTable {
  /// How the plan meets each bound of each goal.
  static func goals(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.goals)
    for outcome in view.goals {
      let goal = view.model.goals[outcome.goal]
      table.add(
        .text(view.title(of: outcome)), .text(goal.kind.name.rawValue),
        outcome.period.map(view.label) ?? .blank, .text(outcome.direction.rawValue),
        .number(outcome.target), .number(outcome.achieved), .number(outcome.slack),
        .text(outcome.isBinding ? "true" : "false"),
        view.shadowPrice(of: outcome).map { .number($0) } ?? .blank,
        .number(outcome.violation),
        goal.kind.name == .resilience ? flag(outcome.isEachMonth) : .blank,
        outcome.commodity.map { _ in .number(outcome.unservedShare) } ?? .blank,
        flag(outcome.isMetByServingLess),
        outcome.withoutGoals.map { flag($0.isMet) } ?? .blank,
        outcome.attack(in: view.instance).map { .text($0) } ?? .blank)
    }
    for idle in GoalStanding.idle(in: view.model) {
      table.add(
        .text(idle.title), .text(idle.kind), .blank, .text(idle.direction.rawValue), .blank, .blank,
        .blank, .text("false"), .blank, .blank,
        idle.kind == Goal.KindName.resilience.rawValue ? flag(idle.isEachMonth) : .blank, .blank,
        flag(false), .blank, .blank)
    }
    return table
  }

  private static func flag(_ value: Bool) -> Cell { .text(value ? "true" : "false") }
}

extension TableDefinition {
  static let goals = TableDefinition(
    "goals", places: planFolders,
    rows: "One row for each bound of a goal, by region or bloc, commodity, disruption and period.",
    columns: [
      .text(
        "goal",
        "Name of the goal, followed by `/` and the id of the region, commodity and disruption where the goal "
          + "has several, and by `, over the window` or `, in each month` for the two targets of a resilience goal."
      ),
      .text("kind", "Kind of the goal, as models name it."),
      .text(
        "period", "Label of the period.",
        blank: "the goal is about the whole horizon or "
          + "\(idleGoal)"),
      .direction,
      .number("target", .goalUnit, "The target in this period.", blank: idleGoal),
      .achieved,
      .slack,
      .binding,
      .number(
        "shadow_price", .moneyAStep,
        "Change of the discounted cost if the target rises by one percentage point (of a share or index), one "
          + "day or one unit of money; with whole projects, with the whole numbers fixed.",
        blank: "\(noPrice), or \(idleGoal)"),
      .number(
        "violation", .rowUnit,
        "By how much a soft goal is missed, counted as for its [penalty](#keys-of-goals); 0 of a hard goal.",
        blank: idleGoal),
      .flag("each_month", eachMonthMeaning, blank: "the goal is not a resilience goal"),
      .number(
        "unserved", .share, unservedMeaning, blank: "the goal is about money or \(idleGoal)"),
      .flag("met_by_serving_less", servingLessMeaning),
      .flag(
        "met_without_goals", "Whether the plan without goals meets the target too.",
        blank:
          "there is no plan without goals, it was made by another command than `solve` and `study`, or \(idleGoal)"
      ),
      .text("attack", attackMeaning, blank: "\(noAttack) or \(idleGoal)"),
    ])
}
