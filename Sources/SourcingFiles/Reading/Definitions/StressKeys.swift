import Sourcing

extension YAMLMapping {
  static let risk = YAMLMapping(
    "risk",
    "Adds to the total cost, for each period of `in`, discount × years × (`expected` × expected loss + `weight` × CVaR). "
      + "The loss of a disruption is its lost value in `of`.",
    keys: [
      YAMLKey(
        "against", .selection(of: "disruptions", mayBeNone: false), .defaultValue("all"),
        example: "[ban, strait]", "The disruptions that count, each with its probability."),
      YAMLKey(
        "of", .reference(.regionSet), .defaultValue("world"), example: "JPN",
        "The region or bloc whose losses count."),
      YAMLKey(
        "in", .oneOrList(of: .reference(.period)), .defaultValue("last"), example: "[2021, 2022]",
        "The periods in which a disruption may happen."),
      YAMLKey(
        "expected", .number(.notNegative, unit: "weight"), .defaultValue("1"), example: "0.5",
        "The weight of the expected loss."),
      YAMLKey(
        "cvar", .mapping(.cvar), .defaultRule("CVaR has no weight"), example: "{alpha: 95%}",
        "The weight of the conditional value at risk."),
    ])

  static let cvar = YAMLMapping(
    "cvar",
    "The conditional value at risk: the mean loss in the worst outcomes, whose probabilities sum to 1 − `alpha`.",
    keys: [
      YAMLKey(
        "alpha", .share, .defaultValue("90%"), example: "95%",
        "The level. It must be below 100 %."),
      YAMLKey(
        "weight", .number(.notNegative, unit: "weight"), .defaultValue("1"), example: "0.5",
        "The weight in the cost."),
    ])

  static let attackBudget = YAMLMapping(
    "against any cuts",
    "What an adversary can do: it cuts any targets, at most `cuts` of them, for the whole window. Targets lie outside the home "
      + "region or bloc.",
    keys: [
      YAMLKey(
        "cuts", .whole(AttackBudget.cutCounts, unit: "targets"), .required, example: "2",
        "The most targets that are cut at once. With 0 the goal holds without any cut."),
      YAMLKey(
        "targets", .oneOrList(of: .choice(AttackTarget.Kind.self)), .defaultValue("regions"),
        example: "[stages, exports]",
        "What one cut takes away. `regions`: all production in a region. `stages`: the production of one stage in a "
          + "region. `exports`: all exports of one commodity from a region to other regions."),
      YAMLKey(
        "by", .reference(.regionSet), .defaultRule("targets lie in any region outside home"),
        example: "CHN", "The region or bloc in which the targets lie."),
    ])

  static let stress = YAMLMapping(
    "stress",
    "The window of a stress run. It begins with the stocks at the end of the period before, in the first period with "
      + "`initial`.",
    keys: [
      YAMLKey(
        "horizon_months", .whole(StressOptions.horizons, unit: "months"), .defaultValue("12"),
        example: "6", "The length of the window."),
      YAMLKey(
        "reroute_months", .whole(StressOptions.rerouteTimes, unit: "months"), .defaultValue("3"),
        example: "2",
        "The months in which no flow between two regions can be larger than planned."),
      YAMLKey(
        "sharing", .mapping(.sharing), .defaultValue("{mode: own}"),
        example: "{mode: pooled, members: allies}",
        "Who may use the stockpiles of whom. With a resilience goal or `risk`, `mode: iep` and "
          + "`fairness: max_min` are errors."),
      YAMLKey(
        "allocation", .choice(StressOptions.Allocation.self), .defaultValue("efficient"),
        example: "pro_rata",
        "Who gets what a supplier has, in the months of `reroute_months`. `efficient`: it goes where shortage costs "
          + "most. `pro_rata`: a supplier that has too little cuts the planned flows to all its foreign customers by "
          + "the same share. With a resilience goal or `risk`, `pro_rata` is an error."),
    ])

  /// An arrangement of sharing, in models and studies.
  package static let sharing = YAMLMapping(
    "sharing", "An arrangement of sharing: who may use the stockpiles of whom in a stress run.",
    keys: [
      YAMLKey(
        "mode", .choice(Sharing.ModeName.self), .defaultValue("own"), example: "pooled",
        "`own`: each region uses its own stockpiles. `pooled`: members use the stockpiles of all members. "
          + "`quota`: the same, up to a share of each stockpile. `iep`: the rule of the International Energy Agency."
      ),
      YAMLKey(
        "members", .reference(.regionSet),
        .requiredIf("with any `mode` but `own`, and with `fairness: max_min`"),
        example: "allies", "The regions that share."),
      YAMLKey(
        "quota", .share, .requiredIf("with `mode: quota`; not with any other"), example: "30%",
        "The share of the level at the start of a stockpile that may leave it for others."),
      YAMLKey(
        "fairness", .choice(Sharing.Fairness.self), .defaultValue("efficient"),
        example: "max_min",
        "`efficient`: least lost value. `max_min`: first the largest service level of the member that is served worst."
      ),
    ])
}
