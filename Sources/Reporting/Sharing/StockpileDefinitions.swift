/// The tables of `stockpile --out`.
extension TableDefinition {
  private static let noSaving =
    "the service level is not reached, with this arrangement or without sharing"
  private static let sharing = ResultColumn.text(
    "sharing", "The sharing arrangement.")
  private static let region = ResultColumn.text("region", "Id of the member.")
  private static let commodity = ResultColumn.text("commodity", "Id of the commodity.")

  static let stockpileSharing = TableDefinition(
    "stockpile_sharing", places: [.stockpileFolder],
    rows: "One row for each sharing arrangement, all members together.",
    columns: [
      sharing,
      .number("service_asked", .share, "The service level of `--service`."),
      .number("service", .share, "What every member reaches in every disruption."),
      .flag("reached", "Whether that is the service level."),
      .number(
        "stock", .units, "Stock of all members.",
        blank: "there are several commodities: see stockpile_commodities.csv"),
      .number(
        "stock_value", .money, "Stock of all members, of all commodities, at their prices.",
        blank: noStockPrice),
      .number("stock_cost", .moneyAYear, "Cost of holding it."),
      .number(
        "saving", .moneyAYear, "stock_cost without sharing − stock_cost.", blank: noSaving),
      .number(
        "saving_share", .share, "saving / stock_cost without sharing.",
        blank: "\(noSaving), or that cost is 0"),
    ])

  private static let noStockPrice = "a commodity in stock has no price"

  static let stockpileCommodities = TableDefinition(
    "stockpile_commodities", places: [.stockpileFolder],
    rows:
      "One row for each sharing arrangement and commodity, all members together. Stocks of different "
      + "commodities are added up in money only.",
    columns: [
      sharing, commodity,
      .text("unit", "Unit of the commodity."),
      .number("stock", .units, "Stock of all members."),
      .number(
        "stock_value", .money, "That stock at the price of the commodity.", blank: noStockPrice),
      .number("stock_cost", .moneyAYear, "Cost of holding it."),
      .number(
        "saving", .moneyAYear, "stock_cost of the commodity without sharing − stock_cost.",
        blank: noSaving),
    ])

  static let stockpileMembers = TableDefinition(
    "stockpile_members", places: [.stockpileFolder],
    rows: "One row for each sharing arrangement, member and commodity that the member stocks.",
    columns: [
      sharing, region, commodity,
      .text("unit", "Unit of the commodity."),
      .number("stock", .units, "The member's stock."),
      .number("stock_cost", .moneyAYear, "Cost of holding it."),
      .number(
        "saving", .moneyAYear, "The member's stock_cost without sharing − stock_cost.",
        blank: noSaving),
    ])

  static let stockpileSizes = TableDefinition(
    "stockpile_sizes", places: [.stockpileFolder],
    rows: "One row for each sharing arrangement and stockpile of a member.",
    columns: [
      sharing,
      .text("stockpile", "Id of the stockpile."),
      region, commodity,
      .number("initial", .units, "Level at the start, as the instance has it."),
      .number("size", .units, "Least-cost level at the start of every disruption."),
      .number("capacity", .units, "Capacity, as the instance has it."),
      .number("stock_cost", .moneyAYear, "Cost of holding `size`."),
    ])

  static let stockpileLimits = TableDefinition(
    "stockpile_limits", places: [.stockpileFolder],
    rows: "One row for each sharing arrangement, member and commodity for which the service "
      + "level cannot be reached. "
      + "The file is written only if there are such.",
    columns: [
      sharing, region, commodity,
      .number("service_asked", .share, "The service level of `--service`."),
      .number("service", .share, "The most that can be reached in every disruption."),
      .text(
        "disruptions", "Ids of the disruptions in which no more can be reached, joined by `;`."),
      .text(
        "limited_by",
        "What limits it, joined by `;`: `stockpile_capacity`, `stock_release`, `production`, `lanes` or "
          + "`market`; `unknown` if that was not found.",
        blank: "nothing in the instance could serve more"),
      .flag("together", "Whether all of limited_by must be lifted together to serve more."),
      .number(
        "service_without", .share, "The most that can be reached without the limits.",
        blank: "no limit was found"),
    ])

  static let stockpileSplits = TableDefinition(
    "stockpile_splits", places: [.stockpileFolder],
    rows: "One row for each sharing arrangement but `own`, split and member. Written with "
      + "`--split` only.",
    columns: [
      sharing,
      .text("split", splitMeaning),
      region,
      .number("own_cost", .moneyAYear, "The member's stock cost without sharing."),
      .number(
        "stock_cost", .moneyAYear,
        "What the stock that the member holds under the arrangement costs."
      ),
      .number("saving", .moneyAYear, "The member's part of the saving of all."),
      .number("pays", .moneyAYear, "own_cost − saving: what the member pays in all."),
      .number(
        "receives", .moneyAYear,
        "stock_cost − pays: what it receives from the other members; negative: what it pays them."),
    ] + coreColumns(unit: .moneyAYear))

  static let stockpileCoalitions = TableDefinition(
    "stockpile_coalitions", places: [.stockpileFolder],
    rows: "One row for each sharing arrangement but `own` and coalition. Written with `--split` "
      + "only.",
    columns: [
      sharing,
      .text("coalition", "Ids of the members of the coalition, joined by `;`."),
      .number("stock_cost", .moneyAYear, "Stock cost of all members if only the coalition shares."),
      .number("saving", .moneyAYear, "Stock cost without sharing − stock_cost; round-off is 0."),
    ])
}
