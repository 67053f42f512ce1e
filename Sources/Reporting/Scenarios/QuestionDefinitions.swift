/// The tables of `explain`, `frontier` and `alternatives`.
extension TableDefinition {
  static let objectiveMeaning =
    "Value of the last stage of the objective; of cost it is the total cost, penalties and risk."
  static let noPrice = "the last stage of the objective is not cost, or the plan is unilateral"

  static let goalExplanation = TableDefinition(
    "explanation", variant: "of a model with a plan", places: [.explainCSV],
    rows: "One row for each bound of a goal, by region or bloc, commodity, period and disruption.",
    columns: [
      .text("goal", "Name of the goal."),
      .text("kind", "Kind of the goal, as models name it."),
      .text(
        "of", "Id of the region or bloc for which the goal holds.", blank: "the goal is about money"
      ),
      .text(
        "commodity", "Id of the commodity or group.",
        blank: "the goal is about money or \(idleGoal)"),
      .text(
        "period", "Label of the period.",
        blank: "the goal is about the whole horizon or "
          + "\(idleGoal)"),
      .text(
        "disruption", threatMeaning,
        blank: "the goal is not a resilience goal or \(idleGoal)"),
      .flag(
        "each_month", eachMonthMeaning,
        blank: "the goal is not a resilience goal or \(idleGoal)"),
      .direction,
      .number("target", .goalUnit, "The target.", blank: idleGoal),
      .achieved,
      .slack,
      .binding,
      .number(
        "shadow_price", .moneyAStep,
        "Change of the objective if the target rises by one percentage point (of a share or index), one day or "
          + "one unit of money.",
        blank: "the last stage of the objective is not cost, or \(idleGoal)"),
      .flag(
        "integers_fixed",
        "Whether shadow prices are those with the whole numbers of the program fixed."),
      .number("objective", .objective, objectiveMeaning),
      .number(
        "objective_without", .objective, "The same of the model without the goal.",
        blank: "the time limit came first"),
      .number(
        "saved", .objective,
        "objective − objective_without: what is saved if the whole goal is left out; the same in all rows of a goal.",
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
      .number("value", .parameterUnit, frontierValueMeaning),
      .text(
        "status",
        "`optimal`, `infeasible`, `time-limit`, or another reason of the solver to stop."),
      .number("cost", .objective, objectiveMeaning, blank: noPlan),
      .number("change", .objective, frontierChangeMeaning, blank: noPlan),
      .number("home_bill", .discountedMoney, homeBillMeaning, blank: noPlan),
      .number("change_home_bill", .discountedMoney, changeOfHomeBillMeaning, blank: noPlan),
      .number(
        "achieved", .goalUnit,
        "What the plan reaches of the goals whose targets the parameter moves, where the target is tightest.",
        blank: "\(noPlan) or no such goal"),
      .number(
        "shadow_price", .moneyAParameterStep,
        "Change of the objective if the parameter rises by one percentage point (of a percentage), else by 1.",
        blank: "\(noPlan), no such goal, or the last stage of the objective is not cost"),
      .flag(
        "underserved",
        "Whether such a goal is binding, or its share has no total, while demand for its commodity is not "
          + "served."),
      .number(
        "tightest", .parameterUnit,
        "The tightest feasible value of the range, to 1e-4 of its width; the same in every row.",
        blank: "no value is feasible"),
    ])
  private static let noPlan = "there is no plan"
  static let homeBillMeaning =
    "Home's bill: what home pays of the total cost, as in bills.csv; discounted."
  static let changeOfHomeBillMeaning =
    "home_bill − home_bill at the loosest value, the same as that of `change`."
  static let frontierValueMeaning =
    "The value; a percentage as a share; a period as its label if all labels are whole numbers, else as its place, "
    + "from 1."
  static let frontierChangeMeaning =
    "cost − cost at the loosest value. That is the feasible end of the range; if both are feasible, the end with the "
    + "looser targets, or, if targets do not show which, the end with the smaller cost."

  static let alternatives = TableDefinition(
    "alternatives", places: [.alternativesCSV],
    rows:
      "One row for each project of the model, and, if there is a focus, for each region. Least and greatest are "
      + "over all plans that meet the goals, keep the stages of the objective before cost, and cost at most the "
      + "allowance of `--within` more than the best plan. If cost is the last stage, this cost is with penalties and "
      + "risk.",
    columns: [
      .text("quantity", "`capacity` (ordered of a project) or `share` (of home's supply)."),
      .text("item", "Id of the project or of the region."),
      .text("commodity", "Id of the focus.", blank: ofProject),
      .text("period", "Label of the last period.", blank: ofProject),
      .number(
        "least", .capacityOrShare, "The least value. Capacity is that of all orders together."),
      .number("optimum", .capacityOrShare, "The value in the best plan."),
      .number("greatest", .capacityOrShare, "The greatest value."),
      .text(
        "verdict",
        "`must` (every plan builds it), `option` (some do) or `never`. A `must` whose `verdict_without_goals` is "
          + "not `must` is built because of the goals; one whose `verdict_without_goals` is `must` is built anyway.",
        blank: ofShare),
      .number(
        "least_without_goals", .unitsAYear,
        "The least capacity over all plans without goals that cost at most the same allowance more than the best of "
          + "them.", blank: noGoals),
      .number(
        "optimum_without_goals", .unitsAYear, "The capacity in the best plan without goals.",
        blank: noGoals),
      .number("greatest_without_goals", .unitsAYear, "The greatest of them.", blank: noGoals),
      .text(
        "verdict_without_goals", "As `verdict`, of the plans without goals.", blank: noGoals),
    ])
  private static let ofProject = "quantity is `capacity`"
  private static let ofShare = "quantity is `share`"
  private static let noGoals = "\(ofShare), or the model has no goals"
}
