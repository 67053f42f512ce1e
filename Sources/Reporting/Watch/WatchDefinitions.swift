/// Texts that tables and JSON of watched trade have in common.
enum WatchTexts {
  static let unpriced = "it is not priced"
  static let noComparison =
    "it is not priced, or the model has no goals, or their plan is not stored"
  static let urgency =
    "`A`, `B`, `C` or `D`: with a price by the months to the first shortage (below 3, below 6, 6 or more, none in the window), "
    + "else by indicators (`B` dependent and moved, `C` moved, `D` newly dependent), or, with a plan, `C` if the fall is below 10 % "
    + "and `D` if the plan has no imports from there."
  static let origin =
    "The origin: a region of the map that joins countries, or the alpha-3 code of a country. Of an alert that is only `dependent` "
    + "the largest origin."
  static let since = "The first period of what has moved."
  static let what =
    "Why it was raised: `fall` of imports, `jump` of the unit value, `cusum` (unit values high for a while), `dependent` (newly)"
  static let fall =
    "The part of the usual imports that is missing in the last period, 1 − tons / median of the same periods before; below 0 if more came."
  static let z = "Robust z of the logarithm of the last unit value."
  static let cusum = "One-sided cumulative sum of z of the last period."
  static let unknown = "it is not known"
  static let months =
    "Whole months until home's first shortage, the shorter of both ways to allocate."
  static let lostMost = "Home's lost value: the most of equally good responses."
  static let lostLeast = "Home's lost value: the least of equally good responses."
  static let serviceLeast = "The part of home's demand, by value, that is served: the least."
  static let serviceMost = "The part of home's demand, by value, that is served: the most."
  static let usualShare = "The part of the good's imports that the origin usually has."
  static let dependent =
    "Whether the importer is dependent for the good: it passes all three limits of the European Commission, on either basis."
  static let mirrorGap =
    "|imports that the importer reports − exports that the origin reports| / the larger of both."
  static let noMirrorGap = "it is at most 0.3, or both reports are not there"
  static let covered =
    "The part of what is missing of the commodity from the origin that other origins and stock make up for."
  static let reason = "Why it is not priced."
  static let priced = "it is priced, or no plan was given"
  static let good =
    "Id of the commodity of the map; without a map the code of the Harmonized System."
  static let amount = "The figure. A share, a ratio or a number of origins: see early-warning.md."
  static let limit = "The limit with which it is compared."
  static let passes = "Whether it is above the limit; imports without any exports pass too."
  static let about = "The origin that the figure is about, such as the largest."
  static let window =
    "What it is about: a year, or the first and last of 12 months (`2024-01..2024-12`)."
}

extension TableDefinition {
  static let watchAlerts = TableDefinition(
    "alerts", places: [.watchFolder, .watchCSV],
    rows: "One row for each alert, the most urgent first.",
    columns: [
      .text("class", WatchTexts.urgency),
      .text("good", WatchTexts.good),
      .text("origin", WatchTexts.origin),
      .text("since", WatchTexts.since),
      .text("what", WatchTexts.what + "; several are separated by `; `."),
      .number("fall", .ratio, WatchTexts.fall, blank: WatchTexts.unknown),
      .number("z", .ratio, WatchTexts.z, blank: WatchTexts.unknown),
      .number("cusum", .ratio, WatchTexts.cusum, blank: WatchTexts.unknown),
      .monthsOfWindow("months_to_shortage", WatchTexts.months, blank: WatchTexts.unpriced),
      .number("lost_value", .money, WatchTexts.lostMost, blank: WatchTexts.unpriced),
      .number("service", .share, WatchTexts.serviceLeast, blank: WatchTexts.unpriced),
      .number(
        "covered", .share, WatchTexts.covered, blank: "it is not priced, or nothing is missing"),
      .text(
        "met_by",
        "What meets the fall, separated by `; `: stock drawn and other origins that rise (units over the window), projects "
          + "ordered (yearly capacity, with the period in which they are ready), contracts (yearly quantity).",
        blank: "it is not priced, or nothing meets it"),
      .number("lost_value_least", .money, WatchTexts.lostLeast, blank: WatchTexts.unpriced),
      .number("service_most", .share, WatchTexts.serviceMost, blank: WatchTexts.unpriced),
      .monthsOfWindow(
        "months_without_goals", "`months_to_shortage` with the plan without goals.",
        blank: WatchTexts.noComparison),
      .number(
        "lost_value_without_goals", .money, "`lost_value` with the plan without goals.",
        blank: WatchTexts.noComparison),
      .number(
        "lost_value_least_without_goals", .money,
        "`lost_value_least` with the plan without goals.", blank: WatchTexts.noComparison),
      .number("usual_share", .share, WatchTexts.usualShare, blank: WatchTexts.unknown),
      .yesNo("dependent", WatchTexts.dependent),
      .number("mirror_gap", .share, WatchTexts.mirrorGap, blank: WatchTexts.noMirrorGap),
      .text("unpriced", WatchTexts.reason, blank: WatchTexts.priced),
    ])

  static let watchIndicators = TableDefinition(
    "indicators", places: [.watchFolder],
    rows: "One row for each good, basis and indicator.",
    columns: [
      .text("good", WatchTexts.good),
      .text("importer", "Id of the region, bloc or country whose imports they are."),
      .text("period", WatchTexts.window),
      .text("basis", "By what trade is counted: `value` (US dollars) or `tons`."),
      .text("indicator", "What is measured; its formula and its limit are in early-warning.md."),
      .number("amount", .indicatorUnit, WatchTexts.amount, blank: "the data do not have it"),
      .number("limit", .indicatorUnit, WatchTexts.limit, blank: "there is none"),
      .yesNo("passes", WatchTexts.passes, blank: "there is no limit, or no figure"),
      .text("origin", WatchTexts.about, blank: "it is about all origins"),
    ])

  static let watchImports = TableDefinition(
    "imports", places: [.watchFolder],
    rows:
      "One row for each good, period up to the last one that is looked at, and origin that has sent something. An origin that an alert is about has a row of 0 where nothing came.",
    columns: [
      .text("good", WatchTexts.good),
      .text("importer", "Id of the region, bloc or country whose imports they are."),
      .text(
        "origin", "A region of the map that joins countries, or the alpha-3 code of a country."),
      .text("period", "The year or month."),
      .number("value", .dollars, "Value of the imports.", blank: "no row has a value"),
      .number("tons", .tons, "Net weight.", blank: "no row has a weight"),
      .number(
        "unit_value", .dollarsPerTon, "Value divided by weight, of the rows that have both.",
        blank: "no row has both"),
      .yesNo("alert", "Whether an alert on the good from the origin is about the period."),
    ])
}
