extension TableSchema {
  static let use = [
    TableSchema(
      .demands, required: true, "Demands: what regions need for final use.",
      [
        .reference("region", .anyRegions, "who needs it; with a bloc or `*`, each region of it"),
        .reference(
          "commodity", .anyCommodities, "what is needed; with a group or `*`, each commodity of it"),
        .periods("period", required: true, "when"),
        .number("quantity", "units/yr", "the demand"),
        .number("shortage_cost", "money/unit", "the loss for each unit that is not served"),
      ],
      rules: ["The last row that matches a region, commodity and period counts."]),
    TableSchema(
      .stockpiles, "Stockpiles: stores of one commodity in one region.",
      [
        .identifier("stockpile", "the stockpile"),
        .reference("region", .region, "its region"),
        .reference("commodity", .commodity, "what it holds"),
        .number("initial", "units", "the level before the first period"),
        .optional("capacity", "units", blank: "the number in `initial`", "the largest level").limit,
        .optional("holding_cost", "money/unit/yr", default: 0, "the cost to keep a unit"),
        .optional("release_limit", "units/yr", blank: "no limit", "the most that can be drawn")
          .limit,
        .optional(
          "loss", "share/yr", in: .share, default: 0, "the share of the level that is lost"),
        .optional("minimum", "units", default: 0, "the least level"),
        .optional(
          "final", "units", blank: "the number in `initial`",
          "the least level at the end of the last period"),
      ],
      rules: ["`initial`, `minimum` and `final` are not above `capacity`."]),
  ]
}
