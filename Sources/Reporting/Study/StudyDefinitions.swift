import Analysis
import Studies

/// The tables of studies.
extension TableDefinition {
  private static let study: [ResultPlace] = [
    .study, .studyCSV, .studyJSON, .studyResultsCSV,
    .studyResultsJSON,
  ]
  private static let noFigures = "the run has no plan"

  /// Columns of the comparison that are no figures.
  static let runColumns: [ResultColumn] = [
    .text("run", "Name of the run: option, variation and coordination, joined by `/`."),
    .text("option", "Name of the option."),
    .text(
      "variation",
      "Name of the variation; `as-is` is the instance without edits, `a+b` a combination of two variations."
    ),
    .text("coordination", "`joint` or `unilateral`."),
    .text("status", "`optimal`, `infeasible`, `time-limit`, `bad-input` or `failed`."),
    .yesNo(
      "feasible", "Whether there is a plan.",
      blank: "that is not known, or it is not proven that there is none"),
    .yesNo(
      "pareto",
      "Whether no other option beats it under the same variation and coordination, that is, is at least as good in "
        + "cost, service_worst (of the first sharing arrangement) and reliance and better in one of them."
    ),
    .text("reason", "Why there is no plan.", blank: "there is a plan"),
    .text(
      "achieved",
      "What each goal achieves in its last period, in the goal's unit: `reliance: "
        + "0.482; cover: 90`.",
      blank: "\(noFigures) or no goals"),
    .text(
      "largest_source",
      "Id of the region outside home that supplies home with most of the focus in the last period.",
      blank: "\(noFigures), the instance names no focus, or nothing comes from outside"),
    .text("warnings", "Warnings for the goals, joined by `; `.", blank: "there are none"),
  ]

  /// Columns after the figures have patterns: which there are depends on the sharing arrangements.
  static let comparison = TableDefinition(
    "comparison", places: study,
    rows: "One row for each run, in the order of the study. `SHARING` is a sharing arrangement "
      + "in letters, digits "
      + "and `_`, such as `quota_30`. A figure that no run has is no column. In JSON by `study results` numbers are "
      + "texts.",
    columns: runColumns + RunFigure.all(sharing: ["SHARING"]).map(\.definition) + [
      .number(
        "change_FIGURE", .figureUnit,
        "FIGURE minus that of the first option under the same variation and coordination.",
        blank: "the run or that of the first option has not the figure")
    ])

  static let edits = TableDefinition(
    "edits", places: [.study, .run],
    rows: "One row for each cell that a variation changes, in a run's folder those of its "
      + "variation.",
    columns: [
      .text("variation", "Name of the variation."),
      .text("table", "Name of the instance's table."),
      .number("line", .line, "Line of the table's file."),
      .text("column", "Name of the column."),
      .text("old", "The cell before the edit.", blank: "the cell was blank"),
      .text("new", "The cell after the edit.", blank: "the cell is set to blank"),
      .text(
        "edit",
        "Where the study states the edit: `file:line`. Of an assumption, its row in assumptions.csv; of several that "
          + "move the cell, all of them."),
    ])

  /// How long runs took.
  package static let times = TableDefinition(
    "times", places: [.study],
    rows: "One row for each run. All times are wall-clock times.",
    columns: [
      .text("run", "Name of the run."),
      .number("plan", .seconds, "To find the plan."),
      .number("stress", .seconds, "To disturb it."),
      .number("explain", .seconds, "To explain why there is no plan."),
      .number("write", .seconds, "To write the run's folder."),
      .number("total", .seconds, "All together."),
    ])

  static let prices = TableDefinition(
    "prices", places: [.run],
    rows: "One row for each commodity.",
    columns: [
      .text("commodity", "Id of the commodity."),
      .text("unit", "Unit of the commodity."),
      .number(
        "price", .moneyPerUnit,
        "Price of the last period, at which stocks are valued. Stocks of a commodity without a price "
          + "count as 0."),
    ])

  static let stressSummary = TableDefinition(
    "stress_summary", places: [.run],
    rows: "One row for each sharing arrangement and disruption, which starts in the last "
      + "period. Amounts are those "
      + "of the window.",
    columns: [
      .text("sharing", sharingMeaning),
      .text("disruption", "Id of the disruption."),
      .number(
        "probability", .share, "Probability in a year.", blank: "the instance gives none"),
      .number(
        "service", .share, "Share of the world's demand that is served, weighted by shortage cost."),
      .number(
        "home_service", .share,
        "The same share of home's demand, in the solution found; stress_home.csv has its range."),
      .number("lost_value", .money, "The world's lost value."),
      .number(
        "stock_shared", .money,
        "Value, at the prices of prices.csv, of what left stockpiles for other regions."),
      .number("supply_cost", .money, "Over the window, as in [stress](#disruption)."),
      .number(
        "extra_supply_cost", .money,
        "supply_cost minus that without a disruption, with the same sharing; negative if less is supplied."
      ),
      .number(
        "time_to_survive", .months,
        "Months that home's worst market can go without a shortage, in the best case: if it is served before all "
          + "others; `horizon` means that or more."),
      .number("horizon", .months, "Length of the window."),
      .number(
        "cvar_level", .share,
        "Level α of the conditional value at risk in comparison.csv: the "
          + "model's, else 0.9."),
    ])

  static let coordination = TableDefinition(
    "coordination", places: [.run],
    rows: "One row for each planner, for the sum of their plans and for the joint plan, each "
      + "with the goals and "
      + "without any. Written for unilateral runs only.",
    columns: [
      .text("plan", "Name of the planner, `sum` or `joint`."),
      .text("goals", "`with` or `without`."),
      .number(
        "claim", .share,
        "The planner's part of what all planners divide among themselves, in the first period.",
        blank: "plan is `sum` or `joint`"),
      .number("cost", .discountedMoney, "Total cost without penalties and risk."),
      .number("capex", .money, "Capex and fixed cost of all orders, undiscounted."),
      .number("support", .money, "The part of `capex` that programmes pay, undiscounted."),
      .number("unused_capacity", .unitsAYear, "Idle capacity of projects in the last period."),
      .number("unused_capex", .money, "The same at its capex."),
    ])
}
