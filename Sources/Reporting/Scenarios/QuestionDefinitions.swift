/// The tables of `explain`, `frontier` and `alternatives`.
extension TableDefinition {
  static let directionMeaning = "`at_most` or `at_least`: the side of the target that is allowed."

  static let goalExplanation = TableDefinition(
    "explanation", variant: "of a model with a plan", places: [.explainCSV],
    rows: "One row for each bound of a goal, by region or bloc, commodity, period and disruption.",
    columns: [
      .text("goal", "Name of the goal."),
      .text("kind", "Kind of the goal, as models name it."),
      .text("of", "Id of the region or bloc for which the goal holds."),
      .text(
        "commodity", "Id of the commodity or group.",
        blank: "the goal is about money or \(idleGoal)"),
      .text(
        "period", "Label of the period.",
        blank: "the goal is about the whole horizon or "
          + "\(idleGoal)"),
      .text(
        "disruption", "Id of the disruption in which a resilience goal holds.",
        blank: "the goal is not a resilience goal or \(idleGoal)"),
      .flag(
        "each_month",
        "Of a resilience goal, whether the target is for every month instead of the whole window.",
        blank: "the goal is not a resilience goal or \(idleGoal)"),
      .text("direction", directionMeaning),
      .number("target", .goalUnit, "The target.", blank: idleGoal),
      .number(
        "achieved", .goalUnit, "What the plan reaches; a share of nothing is 0.", blank: idleGoal),
      .number(
        "slack", .goalUnit, "How far the target is kept; negative where it is missed.",
        blank: idleGoal),
      .flag("binding", bindingMeaning),
      .number(
        "shadow_price", .moneyAStep,
        "Change of the objective if the target rises by one percentage point (of a share or index), one day or "
          + "one unit of money.",
        blank: "the last objective of the model is not cost, or "
          + "\(idleGoal)"),
      .flag(
        "integers_fixed",
        "Whether shadow prices are those with the whole numbers of the program fixed."),
      .number(
        "objective", .discountedMoney,
        "Value of the last objective: of cost the total cost, penalties and risk; of others in their own unit."
      ),
      .number(
        "objective_without", .discountedMoney, "The same of the model without the goal.",
        blank: "the time limit came first"),
    ])

  static let conflictExplanation = TableDefinition(
    "explanation", variant: "of a model without a plan", places: [.explainCSV],
    rows: "One row for each goal or fact of the instance in the conflict, for each target in "
      + "the least joint change, "
      + "and for each target that is changed alone. Without rows if the time limit came first.",
    columns: [
      .text("part", "`conflict`, `joint` or `alone`."),
      .text("item", "What conflicts, in words; else the name of the goal."),
      .text("direction", directionMeaning, blank: conflictRow),
      .flag(
        "each_month",
        "Whether the target is for every month of a disruption instead of the whole window.",
        blank: conflictRow),
      .number("target", .goalUnit, "The target; of a path the last value.", blank: conflictRow),
      .number(
        "suggested", .goalUnit, "The target after the change; of a path the last value.",
        blank: notEnough),
      .number("change", .goalUnit, "The change to the looser side.", blank: notEnough),
      .number(
        "relative_change", .ratio,
        "change / the largest value of the target (of a target of 0: of 100 %, 1, 365 days or 1 unit of money); "
          + "it can be above 1.",
        blank: notEnough),
      .flag(
        "enough", "Whether the change makes a plan possible.", blank: conflictRow),
    ])
  private static let conflictRow = "part is `conflict`"
  private static let notEnough = "part is `conflict`, or no change of the target alone is enough"

  static let frontier = TableDefinition(
    "frontier", places: [.frontierCSV],
    rows: "One row for each value of the parameter, in the order of `--vary`.",
    columns: [
      .text("parameter", "Name of the parameter."),
      .number("value", .parameterUnit, "Its value; a percentage as a share."),
      .text(
        "status",
        "`optimal`, `infeasible`, `time-limit`, or another reason of the solver to stop."),
      .number("cost", .discountedMoney, "The objective of the plan.", blank: noPlan),
      .number(
        "change", .discountedMoney,
        "cost − cost at the loosest feasible value.", blank: noPlan),
      .number(
        "achieved", .goalUnit,
        "What the plan reaches of the goals whose targets the parameter moves, where the target is tightest.",
        blank: "\(noPlan) or no such goal"),
      .number(
        "shadow_price", .moneyAParameterStep,
        "Change of the objective if the parameter rises by one percentage point (of a percentage), else by 1.",
        blank: "\(noPlan) or no such goal"),
      .flag(
        "underserved",
        "Whether such a goal binds, or holds as a share of nothing, while demand for its commodity is not "
          + "served."),
      .number(
        "tightest", .parameterUnit, "The tightest feasible value of all, the same in every row.",
        blank: "no value is feasible"),
    ])
  private static let noPlan = "there is no plan"

  static let alternatives = TableDefinition(
    "alternatives", places: [.alternativesCSV],
    rows: "One row for each project of the model, and for each region that can supply home with "
      + "the focus. Least and "
      + "greatest are over all plans that meet the goals and cost at most so much more as `--within` says.",
    columns: [
      .text("quantity", "`capacity` (ordered of a project) or `share` (of home's supply)."),
      .text("item", "Id of the project or of the region."),
      .text("commodity", "Id of the focus.", blank: ofProject),
      .text("period", "Label of the last period.", blank: ofProject),
      .number(
        "least", .capacityOrShare, "The least value. Capacity is that of all orders together."),
      .number("optimum", .capacityOrShare, "The value in the cheapest plan."),
      .number("greatest", .capacityOrShare, "The greatest value."),
      .text(
        "verdict", "`must` (every plan builds it), `option` (some do) or `never`.",
        blank: "quantity is `share`"),
    ])
  private static let ofProject = "quantity is `capacity`"
}
