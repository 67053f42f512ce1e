extension TableDefinition {
  private static let folder: [ResultPlace] = [.sensitivityFolder]
  private static let assumptionID = "Id of the assumption."
  private static let measureName = "Name of the measure, such as `change_cost`."
  private static let ending = "`planned`; or `no plan`: nothing meets the goals and the data there."
  private static let noValue = "there is no plan, or the plan has no such figure"

  static let tornado = TableDefinition(
    "tornado", places: folder + [.sensitivityCSV],
    rows:
      "One row for each measure and assumption: the measure with the assumption at its low and at its high end, all "
      + "others nominal. Of each measure first the assumptions with an end without a value, then those with the largest swing.",
    columns: [
      .text("assumption", assumptionID),
      .text("title", "Title of the assumption.", blank: "it has none"),
      .text("measure", measureName),
      .number(
        "low", .figureUnit, "The measure with the assumption at its low end.", blank: noValue),
      .number("nominal", .figureUnit, "The measure in the nominal world.", blank: noValue),
      .number(
        "high", .figureUnit, "The measure with the assumption at its high end.", blank: noValue),
      .number("swing", .figureUnit, "|high − low|.", blank: "an end has no value"),
      .text("low_ending", "How planning ended at the low end. \(ending)"),
      .text("high_ending", "How planning ended at the high end. \(ending)"),
    ])

  static let worlds = TableDefinition(
    "worlds", places: folder,
    rows:
      "One row for each sampled world. `NAME` is the id of an assumption or the name of a measure.",
    columns: [
      .number("world", .count, "Its number, from 1."),
      .text("ending", "How planning ended. \(ending)"),
      .number(
        "NAME", .figureUnit,
        "First a column for each assumption, with its id: its place z, from -1 to 1. Then one for each measure, with its "
          + "name.", blank: noValue),
    ])

  static let measures = TableDefinition(
    "measures", places: folder,
    rows:
      "One row for each measure. All figures but `nominal` are over the sampled worlds in which it has a value.",
    columns: [
      .text("measure", measureName),
      .number("nominal", .figureUnit, "The measure in the nominal world.", blank: noValue),
      .number("worlds", .count, "In how many sampled worlds it has a value."),
      .number(
        "share_with_plan", .share, "Share of the sampled worlds with a plan.", blank: noSample),
      .number("mean", .figureUnit, "Mean.", blank: noSample),
      .number("sd", .figureUnit, "Standard deviation, with the divisor n - 1.", blank: noSample),
      .number("least", .figureUnit, "The least value.", blank: noSample),
      .number("q05", .figureUnit, "The 5 % quantile.", blank: noSample),
      .number("q25", .figureUnit, "The 25 % quantile.", blank: noSample),
      .number("q50", .figureUnit, "The median.", blank: noSample),
      .number("q75", .figureUnit, "The 75 % quantile.", blank: noSample),
      .number("q95", .figureUnit, "The 95 % quantile.", blank: noSample),
      .number("greatest", .figureUnit, "The greatest value.", blank: noSample),
    ])
  private static let noSample = "no world was sampled, or too few have a value"

  static let claims = TableDefinition(
    "claims", places: folder, rows: "One row for each claim.",
    columns: [
      .text("claim", "The claim."),
      .flag("nominal", "Whether it holds in the nominal world."),
      .number(
        "share", .share,
        "Share of the sampled worlds in which it holds. In a world without a plan no claim holds.",
        blank: "no world was sampled"),
    ])

  static let breaks = TableDefinition(
    "breaks", places: folder,
    rows:
      "One row for each claim and each assumption that alone changes whether it holds, all others nominal.",
    columns: [
      .text("claim", "The claim."),
      .text("assumption", assumptionID),
      .text("title", "Title of the assumption.", blank: "it has none"),
      .text(
        "change",
        "`stops`: the claim holds in the nominal world, and no longer at z. `begins`: it fails there, and holds at z."
      ),
      .number(
        "z", .assumptionPlace,
        "The place nearest to the nominal one at which that has changed, to 1e-3."),
      .text(
        "amount",
        "What the numbers of the assumption are there: a factor, what is added, or the number."),
    ])

  static let indices = TableDefinition(
    "indices", places: folder,
    rows: "One row for each measure, assumption and index that was asked for.",
    columns: [
      .text("measure", measureName),
      .text("assumption", assumptionID),
      .text(
        "index",
        "`prcc`: partial rank correlation. `first`, `total`: Sobol index, first-order and total."),
      .number(
        "value", .index, "The index, from -1 to 1; a Sobol index from 0 to 1 but for chance.",
        blank:
          "the measure or the assumption does not move, there are too few worlds, or some have no plan"
      ),
      .number("low", .index, "Lower end of its bootstrap interval.", blank: noInterval),
      .number("high", .index, "Upper end of its bootstrap interval.", blank: noInterval),
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
    columns: [
      .text("claim", "The claim that fails; `no plan`: a world without a plan is a failure."),
      .text("assumption", assumptionID),
      .number("from", .assumptionPlace, "The least z in the box."),
      .number("to", .assumptionPlace, "The greatest z in the box."),
      .number("coverage", .share, "Failures in the box / all failures."),
      .number("density", .share, "Failures in the box / worlds in the box."),
      .number("mass", .share, "Worlds in the box / all worlds."),
      .number(
        "quasi_p", .share,
        "Probability that the box would have as many failures by chance, with the density of the box without this limit."
      ),
    ])
}
