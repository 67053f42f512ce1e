import Statistics

/// What the tables and the JSON text of a sensitivity analysis say of the same figures.
enum SensitivityMeaning {
  static let assumption = "Id of the assumption."
  static let measure = "Name of the measure, such as `change_cost`."
  static let nominal = "The measure in the nominal world."
  static let high = "The measure with the assumption at its high end."
  static let swing = "|high − low|."
  static let lowEnding = "How planning ended at the low end. \(ending)"
  static let highEnding = "How planning ended at the high end. \(ending)"
  static let ending = "`planned`; or `no plan`: nothing meets the goals and the data there."
  static let shareWithPlan = "Share of the sampled worlds with a plan."
  static let claim = "The claim."
  static let claimHolds = "Whether it holds in the nominal world."
  static let claimShare =
    "Share of the sampled worlds in which it holds. In a world without a plan no claim holds."
  static let breakAmount =
    "What the numbers of the assumption are there: a factor, what is added, or the number."
  static let indexLow = "Lower end of its bootstrap interval."
  static let indexHigh = "Upper end of its bootstrap interval."
  static let boxClaim = "The claim that fails; `no plan`: a world without a plan is a failure."
  static let boxFrom = "The least z in the box."
  static let boxTo = "The greatest z in the box."
  static let boxCoverage = "Failures in the box / all failures."
  static let boxDensity = "Failures in the box / worlds in the box."
  static let boxMass = "Worlds in the box / all worlds."
  static let boxQuasiP =
    "Probability that the box would have as many failures by chance, with the density of the box without this limit."

  /// When a measure has no value in a world.
  static let noValue = "there is no plan, or the plan has no such figure"
  /// When there is no swing.
  static let noEnd = "an end has no value"
  /// When there is no figure over the sampled worlds.
  static let noWorld = "no world was sampled"
  /// When there is no figure of a measure over them.
  static let noSample = "\(noWorld), or too few have a value"
  /// When an index that was asked for has no value.
  static let noIndex =
    "the measure or the assumption does not move, there are too few worlds, or some have no plan"
}

extension TableDefinition {
  private typealias Meaning = SensitivityMeaning
  private static let folder: [ResultPlace] = [.sensitivityFolder]

  static let tornado = TableDefinition(
    "tornado", places: folder + [.sensitivityCSV],
    rows:
      "One row for each measure and assumption: the measure with the assumption at its low and at its high end, all "
      + "others nominal. Of each measure first the assumptions with an end without a value, then those with the largest swing.",
    columns: [
      .text("assumption", Meaning.assumption),
      .text("title", "Title of the assumption.", blank: "it has none"),
      .text("measure", Meaning.measure),
      .number(
        "low", .figureUnit, "The measure with the assumption at its low end.",
        blank: Meaning.noValue),
      .number("nominal", .figureUnit, Meaning.nominal, blank: Meaning.noValue),
      .number("high", .figureUnit, Meaning.high, blank: Meaning.noValue),
      .number("swing", .figureUnit, Meaning.swing, blank: Meaning.noEnd),
      .text("low_ending", Meaning.lowEnding),
      .text("high_ending", Meaning.highEnding),
    ])

  static let worlds = TableDefinition(
    "worlds", places: folder,
    rows:
      "One row for each sampled world. `NAME` is the id of an assumption or the name of a measure.",
    columns: [
      .number("world", .count, "Its number, from 1."),
      .text("ending", "How planning ended. \(Meaning.ending)"),
      .number(
        "NAME", .figureUnit,
        "First a column for each assumption, with its id: its place z, from -1 to 1. Then one for each measure, with its "
          + "name.", blank: Meaning.noValue),
    ])

  static let measures = TableDefinition(
    "measures", places: folder,
    rows:
      "One row for each measure. All figures but `nominal` are over the sampled worlds in which it has a value.",
    columns: [
      .text("measure", Meaning.measure),
      .number("nominal", .figureUnit, Meaning.nominal, blank: Meaning.noValue),
      .number("worlds", .count, "In how many sampled worlds it has a value."),
      .number("share_with_plan", .share, Meaning.shareWithPlan, blank: Meaning.noWorld),
    ] + Spread.columns(median: "q50", blank: Meaning.noSample, deviationBlank: Meaning.noSample))

  static let claims = TableDefinition(
    "claims", places: folder, rows: "One row for each claim.",
    columns: [
      .text("claim", Meaning.claim),
      .flag("nominal", Meaning.claimHolds),
      .number("share", .share, Meaning.claimShare, blank: Meaning.noWorld),
    ])

  static let breaks = TableDefinition(
    "breaks", places: folder,
    rows:
      "One row for each claim and each assumption that alone changes whether it holds, all others nominal.",
    columns: [
      .text("claim", Meaning.claim),
      .text("assumption", Meaning.assumption),
      .text("title", "Title of the assumption.", blank: "it has none"),
      .text(
        "change",
        "`stops`: the claim holds in the nominal world, and no longer at z. `begins`: it fails there, and holds at z."
      ),
      .number(
        "z", .assumptionPlace,
        "The place nearest to the nominal one at which that has changed, to 1e-3."),
      .text("amount", Meaning.breakAmount),
    ])

  static let indices = TableDefinition(
    "indices", places: folder,
    rows: "One row for each measure, assumption and index that was asked for.",
    columns: [
      .text("measure", Meaning.measure),
      .text("assumption", Meaning.assumption),
      .text(
        "index",
        "`prcc`: partial rank correlation. `first`, `total`: Sobol index, first-order and total."),
      .number(
        "value", .index, "The index, from -1 to 1; a Sobol index from 0 to 1 but for chance.",
        blank: Meaning.noIndex),
      .number("low", .index, Meaning.indexLow, blank: noInterval),
      .number("high", .index, Meaning.indexHigh, blank: noInterval),
      .number(
        "missing", .count,
        "Sobol index: worlds in which the measure has no value; if there are any, the index is blank.",
        blank: "the index is `prcc`"),
    ])
  private static let noInterval = "the index is `prcc`, or it has no value"

  static let boxes = TableDefinition(
    "boxes", places: folder,
    rows:
      "One row for each limited assumption of the box in which a claim fails often, and of the box in which there is often no "
      + "plan. A claim that fails in all sampled "
      + "worlds or in none, or whose failures no box explains, has no rows.",
    columns: boxColumns)

  /// What a row of `boxes.csv` says of a limit of a box.
  static let boxColumns: [ResultColumn] = [
    .text("claim", Meaning.boxClaim),
    .text("assumption", Meaning.assumption),
    .number("from", .assumptionPlace, Meaning.boxFrom),
    .number("to", .assumptionPlace, Meaning.boxTo),
    .number("coverage", .share, Meaning.boxCoverage),
    .number("density", .share, Meaning.boxDensity),
    .number("mass", .share, Meaning.boxMass),
    .number("quasi_p", .share, Meaning.boxQuasiP),
  ]
}
