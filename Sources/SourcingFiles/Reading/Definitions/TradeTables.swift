extension TableSchema {
  static let trade = [
    TableSchema(
      .lanes, "Lanes: where a commodity that was made in one region can go to another.",
      [
        .reference("commodity", .anyCommodities, "what can flow"),
        .reference("origin", .anyRegions, "where it was made"),
        .reference("destination", .anyRegions, "where it is used"),
        .number("unit_cost", "money/unit", "the cost of transport"),
        .optional(
          "tariff", "share of price", default: 0,
          "the duty, as a share of the price; 1.5 is 150 %, and `validate` warns above 3"),
        .optional(
          "capacity", "units/yr", blank: "no limit", "the largest flow; 0 closes the lane"
        ).limit,
        .periods("period", required: false, "when the row holds"),
      ],
      rules: [
        "The last row that matches a lane and a period counts, with all its cells. So put rows with `*` first.",
        "Between two regions there is a lane only where a row matches. "
          + "Goods are not passed on by a third region without being processed there.",
        "Inside a region there is always a lane, free and without limit. "
          + "Only a row that names the region itself as origin and as destination changes it; `*`, blocs and `world` do not.",
      ]),
    TableSchema(
      .quotas, "Quotas: limits on the sum of several flows.",
      [
        .sharedIdentifier("quota", "the name of the quota"),
        .reference("commodity", .anyCommodities, "the commodities that it limits"),
        .reference("origin", .anyRegions, "where they were made"),
        .reference("destination", .anyRegions, "where they are used"),
        .number("quantity", "units/yr", "the largest sum of all these flows").limit,
        .periods("period", required: false, "when the row holds"),
      ],
      rules: [
        "Each row is a limit by itself; rows do not replace each other. Flows inside a region do not count.",
        "No two rows have the same quota, commodity, origin, destination and period. "
          + "Rows of one quota for several periods are one limit that changes.",
      ]),
    TableSchema(
      .contracts, "Contracts: least flows that are agreed.",
      [
        .identifier("contract", "the contract"),
        .reference("commodity", .commodity, "what flows"),
        .reference("origin", .region, "where it was made"),
        .reference("destination", .region, "where it is used"),
        .number("quantity", "units/yr", "the least flow"),
        .reference("starts", .period, blank: "the first period", "the first period"),
        .reference("ends", .period, blank: "the last period", "the last period"),
        .optional(
          "price", "money/unit", blank: "what the units cost, or `floor`",
          "what is paid for the contract's units"),
        .optional(
          "floor", "money/unit", blank: "no least price",
          "the least that is paid for the contract's units"),
      ],
      rules: [
        "Contracts on the same lane add up. `ends` is not before `starts`.",
        "`price` and `floor` change who pays (bills.csv) and no plan: what is paid beyond cost goes from those who use the units to "
          + "the region where they were made.",
      ]),
    TableSchema(
      .history, "Flows that were observed.", flowColumns,
      rules: [
        "The last row for the same flow and period counts.",
        "With `history: fix` in the model: where a commodity, destination and period have a row, flows from origins without a row are 0.",
      ]),
    TableSchema(
      .observed, "Withheld flows: flows that were observed and that no plan is told of.",
      flowColumns,
      rules: [
        "The last row for the same flow and period counts.",
        "Only `backtest` uses the table: it compares plans made with earlier flows with these. "
          + "Where a commodity, destination and period have a row, flows from origins without a row are 0. "
          + "It may have rows where `history.csv` has too; there `backtest` uses these.",
      ]),
  ]

  /// The columns of tables with observed flows.
  private static let flowColumns: [ColumnSchema] = [
    .reference("commodity", .commodity, "what flowed"),
    .reference("origin", .region, "where it was made"),
    .reference("destination", .region, "where it was used"),
    .reference("period", .period, "when"),
    .number("quantity", "units/yr", "the flow"),
  ]
}
