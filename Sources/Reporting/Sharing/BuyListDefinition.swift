/// The tables of what members must buy and of what they give each other.
extension TableDefinition {
  private static let sharing = ResultColumn.text("sharing", "The sharing arrangement.")
  private static let unit = ResultColumn.text("unit", BuyListTexts.unit)

  static let buyList = TableDefinition(
    "buy_list", places: [.stockpileFolder, .stockpileCSV],
    rows:
      "One row for each sharing arrangement, member and commodity that the member stocks: what it has, needs and "
      + "must buy. All its stockpiles of the commodity count together.",
    columns: [
      sharing,
      .text("region", BuyListTexts.region),
      .text("commodity", BuyListTexts.commodity),
      unit,
      .number("have", .units, BuyListTexts.have),
      .number(
        "have_months", .months, BuyListTexts.haveMonths, blank: BuyListTexts.noUse),
      .number("need", .units, BuyListTexts.need),
      .number(
        "need_months", .months, BuyListTexts.needMonths, blank: BuyListTexts.noUse),
      .number("add", .units, BuyListTexts.add),
      .number("spare", .units, BuyListTexts.spare),
      .number(
        "price", .moneyPerUnit, BuyListTexts.price, blank: BuyListTexts.noPrice),
      .number(
        "cost", .money, BuyListTexts.cost, blank: BuyListTexts.noCost),
      .number("stock_cost", .moneyAYear, BuyListTexts.stockCost),
      .text(
        "decides",
        "Id of the disruption that needs this stock; of several the first by name. Without it, or without all of "
          + "them, less would do.",
        blank: "no disruption needs a stock, or " + BuyListTexts.notFound),
      .number(
        "deciding", .count, "How many disruptions need this stock.",
        blank: BuyListTexts.notFound),
    ])

  static let transfers = TableDefinition(
    "transfers", places: [.stockpileFolder],
    rows:
      "One row for each sharing arrangement, disruption, commodity, member that gives, member that receives and "
      + "month: what members give each other from their stocks, so that each reaches its service level. A member uses its "
      + "own stock first. Stocks that are not sized count too.",
    columns: [
      sharing,
      .text("disruption", BuyListTexts.disruption),
      .text("commodity", BuyListTexts.commodity),
      unit,
      .text("from", BuyListTexts.from),
      .text("to", BuyListTexts.to),
      .number("month", .month, BuyListTexts.month),
      .number("quantity", .units, BuyListTexts.quantity),
    ])
}
