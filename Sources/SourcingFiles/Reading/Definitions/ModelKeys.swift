import Sourcing

extension YAMLMapping {
  /// A model.
  package static let model = YAMLMapping(
    "a model", "A model: the goals of a plan, what may be decided, and what is minimised.",
    keys: [
      YAMLKey(
        "name", .identifier, .defaultRule("the name of the file, up to its first point"),
        example: "half-from-china", "The name of the model."),
      YAMLKey(
        "title", .text, .defaultRule("no title"), example: "At most half from $rival",
        "The title in reports. Parameters in it are replaced."),
      YAMLKey(
        "description", .text, .defaultRule("no text"), example: "A cap on one supplier.",
        "Free text about the model. Parameters in it are replaced."),
      YAMLKey(
        "parameters", .entries(keys: "a name", values: "a value of any form"),
        .defaultRule("no parameters"), example: "{cap: 50%}",
        "The parameters of the model and their default values."),
      YAMLKey(
        "history", .choice(Model.HistoryMode.self), .defaultValue("fix"), example: "ignore",
        "With `fix`, the flows of a commodity into a destination are exactly those of `history.csv` in each "
          + "period for which that table has a row for both. With `ignore`, the table is not used."),
      YAMLKey(
        "max_decline", .share, .defaultRule("no limit"), example: "25%",
        "The largest share per year by which a flow between two regions may fall."),
      YAMLKey(
        "others_keep", .share, .defaultValue("0"), example: "50%",
        "The share of their own trade that regions outside home keep. Each flow into such a region is at least "
          + "this share of the part of it that serves regions outside home in the plan without goals. Without goals it "
          + "changes nothing. `--set others_keep=50%` works with every model, whether or not the file has this key."
      ),
      YAMLKey(
        "projects", .selection(of: "projects and kinds of projects", mayBeNone: true),
        .defaultValue("all"), example: "[p1]",
        "The projects that can be built."),
      YAMLKey(
        "programmes", .selection(of: "programmes", mayBeNone: true), .defaultValue("all"),
        example: "[fund]",
        "The programmes that can pay. A project of another programme cannot be built."),
      YAMLKey(
        "stockpiles", .choice(Model.StockpileMode.self), .defaultValue("hold"), example: "free",
        "With `hold`, stockpiles can be filled but not drawn, and `final` does not bind. With `free`, they can be "
          + "filled and drawn, and end at `final` or above. With `none`, there are no stockpiles."),
      YAMLKey(
        "goals", .list(of: .mapping(Goal.KindName.allCases.map(\.mapping))),
        .defaultRule("no goals"),
        example: "[{kind: hhi, commodity: oxide, at_most: 0.4}]", "The goals of the plan."),
      YAMLKey(
        "objective",
        .oneOrList(
          of: .anyOf([
            .choice(ObjectiveStage.QuantityName.self), .mapping([.objectiveStage, .flowStage]),
          ])), .defaultValue("cost"), example: "[{minimise: shortage}, {minimise: cost}]",
        "What is minimised. The stages of a list are solved in order: each keeps the values of the "
          + "stages before it, within their tolerances."),
      YAMLKey(
        "risk", .mapping(.risk), .defaultRule("losses from disruptions are not minimised"),
        example: "{against: all}",
        "Adds the losses from disruptions to the cost that is minimised."),
      YAMLKey(
        "stress", .mapping(.stress), .defaultRule("the defaults of its keys"),
        example: "{horizon_months: 6}",
        "The window of stress runs, also of resilience goals and `risk`."),
      YAMLKey(
        "assumptions", .mapping(.modelAssumptions), .defaultRule("all stand at 0"),
        example: "{high: [mining]}",
        "The places at which assumptions of the instance stand: the plan is one for that world. "
          + "`--assume` goes before it."),
    ])

  static let modelAssumptions = YAMLMapping(
    "assumptions",
    "The places at which assumptions of the instance stand, each given once; all others stand at 0, as the tables are. "
      + "The tables are moved and checked before the plan is made.",
    keys: [
      YAMLKey(
        "low", .oneOrList(of: .reference(.assumption)), .defaultRule("none is at low"),
        example: "[delay]", "The assumptions at their low end, -1."),
      YAMLKey(
        "high", .oneOrList(of: .reference(.assumption)), .defaultRule("none is at high"),
        example: "[mining]", "The assumptions at their high end, 1."),
      YAMLKey(
        "at",
        .entries(keys: "an assumption", values: "a number from -1 (low) to 1 (high)"),
        .defaultRule("none is elsewhere"), example: "{rust: 0.5}",
        "Assumptions at other places: each with its number z."),
    ])

  static let objectiveStage = YAMLMapping(
    "a stage of the objective",
    "A stage of the objective. A word alone, such as `cost`, is a stage without tolerance.",
    keys: [
      YAMLKey(
        "minimise", .choice(ObjectiveStage.QuantityName.self), .required, example: "shortage",
        "What is minimised: total cost (`cost`); undiscounted capex and fixed cost of orders (`capex`); "
          + "what programmes pay of them (`support`); the value of shortages, undiscounted (`shortage`); "
          + "a flow (`flow`); the losses of `risk` (`loss`)."),
      tolerance,
    ])

  static let flowStage = YAMLMapping(
    "a stage of the objective (`minimise: flow`)",
    "A stage that minimises what one region or bloc sends to another: the sum over its periods of years × flow per year.",
    keys: [
      YAMLKey(
        "minimise", .choice([ObjectiveStage.QuantityName.flow.rawValue]), .required,
        example: "flow",
        "This kind of stage."),
      tolerance,
      of("Where the flow ends."),
      YAMLKey(
        "upon", .reference(.regionSet), .required, example: "CHN", "Where the flow starts."),
      YAMLKey(
        "commodity", .reference(.commodityGroup), .required, example: "oxide", "What flows."),
      measure,
    ] + timing(.defaultRule("every period that history does not fix")))

  private static let tolerance = YAMLKey(
    "tolerance", .share, .defaultValue("0"), example: "2%",
    "The share of the value of this stage that later stages can give up.")
}

// MARK: Keys of several mappings

extension YAMLMapping {
  static func of(_ meaning: String) -> YAMLKey {
    YAMLKey("of", .reference(.regionSet), .defaultRule("`$home`"), example: "JPN", meaning)
  }

  static let measure = YAMLKey(
    "measure", .choice(Measure.self), .defaultValue("quantity"), example: "value",
    "How the commodities of a group are added: by quantity, or by quantity × price.")

  /// The keys that say in which periods something holds.
  static func timing(_ presence: YAMLKey.Presence) -> [YAMLKey] {
    [
      YAMLKey(
        "by", .reference(.period), presence, example: "2021",
        "It holds from this period on. Not together with `in`, `from` or `until`."),
      YAMLKey(
        "in", .oneOrList(of: .reference(.period)), presence, example: "[2020, 2022]",
        "It holds in these periods. Not together with `by`, `from` or `until`."),
      YAMLKey(
        "from", .reference(.period), presence, example: "2020",
        "It holds from this period on, up to `until` or, without `until`, the last period."),
      YAMLKey(
        "until", .reference(.period), presence, example: "2021",
        "It holds up to this period, from `from` or, without `from`, the first period."),
    ]
  }
}
