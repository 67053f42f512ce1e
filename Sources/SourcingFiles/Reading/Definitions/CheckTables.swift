import Sourcing

extension TableSchema {
  static let checks = [
    TableSchema(
      .checks,
      "Checks: published figures, which `plusone validate --checks` compares with the instance and with a plan. No "
        + "plan depends on them.",
      [
        .identifier("check", "the check"),
        .choice("kind", PublishedCheck.Kind.self, "what the figure is of, see below"),
        .reference(
          "commodity", .commodityGroup, "of what; the members of a group are added up by quantity"),
        .reference(
          "region", .regionSet, "who is supplied, makes or uses it; `world` is all regions"),
        .reference(
          "partner", .regionSet, blank: "no partner; error for shares of supply",
          "who supplies it; only for `supply_share` and `lookthrough_share`, which need it"),
        .reference("period", .period, "when"),
        .number(
          "published", publishedUnit, "the published figure, in the unit of its kind, see below"),
        .optional(
          "tolerance", "share", default: PublishedCheck.defaultTolerance,
          "the largest difference that is accepted, see below"),
      ],
      rules: PublishedCheck.Kind.allCases.map { "`\($0.rawValue)`: \(meaning(of: $0))" } + [
        "`tolerance`: for shares a difference: 0.05 accepts five percentage points more or less. For quantities and "
          + "prices a part of the published figure: 0.05 accepts 5 % of it more or less.",
        "A share is at most 1, and so is its tolerance. No `partner` is all regions, and no `region` of "
          + "`production_share`. A `price` is of one commodity.",
        "Where the figure was published is in `source`.",
      ])
  ]

  /// The unit of `published`, which depends on the kind of the row.
  package static let publishedUnit = "share, units/yr or money/unit"

  private static func meaning(of kind: PublishedCheck.Kind) -> String {
    switch kind {
    case .supplyShare:
      "a share. Of what reaches `region` in `period`, its own production included, the part that comes directly from "
        + "`partner`."
    case .lookThroughShare:
      "a share. The same through the whole chain, as a goal `reliance` with `trace: chain` and `at_most` counts it."
    case .productionShare:
      "a share. Of the output of all regions, byproducts included, the part of `region`."
    case .demand:
      "units/yr. What `region` uses: served final demand, and the inputs of its producers."
    case .production: "units/yr. The output of `region`, byproducts included."
    case .price:
      "money/unit. What one more unit costs in `region`: the marginal cost of the plan; of several regions the mean, "
        + "by what each uses."
    }
  }
}
