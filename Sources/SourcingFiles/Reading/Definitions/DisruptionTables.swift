import Sourcing

extension TableSchema {
  static let disruptions = [
    TableSchema(
      .disruptions,
      "Disruptions, with one row for each effect. Rows with the same name happen together, from month 1 on.",
      [
        .sharedIdentifier("disruption", "the disruption"),
        .choice(
          "effect", Disruption.Effect.Kind.self, "what happens, see below"),
        .reference("region", .regionSet, "where"),
        .reference("commodity", .commodityGroup, blank: "all commodities", "what"),
        .reference(
          "process", .process, blank: "all processes", "which producers; only for `production`"),
        .reference(
          "partner", .regionSet, blank: "all regions outside `region`",
          "the other end of the flows; only for `exports` and for `lane`, which needs it"),
        .number("factor", "factor", "the factor, at most 1 but for `demand`; 1 changes nothing"),
        ColumnSchema(
          name: "months", kind: .whole(Disruption.Effect.durations), unit: "months",
          isRequired: true,
          mayBeBlank: false, meaning: "how long the row lasts"),
        .optional(
          "probability", "share/yr", in: .share, blank: "the one in another row, else 0",
          "the probability of the disruption; on any one of its rows"),
      ],
      rules: Disruption.Effect.Kind.allCases.map { "`\($0.rawValue)`: \(meaning(of: $0))" } + [
        "Where several rows of a disruption change the same thing, their factors multiply.",
        "The probabilities of all disruptions sum to at most 1.",
      ])
  ]

  private static func meaning(of effect: Disruption.Effect.Kind) -> String {
    switch effect {
    case .production:
      "the factor multiplies the capacity of producers in `region`; `commodity` is their main output."
    case .exports:
      "each flow from `region` to `partner` is at most the factor times its planned amount."
    case .lane:
      "the same for flows between `region` and `partner`, both ways."
    case .demand: "the factor multiplies the demand in `region`."
    case .stock: "the factor multiplies the level at the start of the stockpiles in `region`."
    }
  }
}
