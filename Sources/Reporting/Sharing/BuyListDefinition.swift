/// The tables of what members must buy and of what they give each other.
extension TableDefinition {
  private static let sharing = ResultColumn.text("sharing", "The sharing arrangement.")
  private static let unit = ResultColumn.text("unit", "Unit of the commodity.")
  private static let noUse = "the member does not use the commodity in the period"

  static let buyList = TableDefinition(
    "buy_list", places: [.stockpileFolder, .stockpileCSV],
    rows:
      "One row for each sharing arrangement, member and commodity that the member stocks: what it has, needs and "
      + "must buy. All its stockpiles of the commodity count together.",
    columns: [
      sharing,
      .text("region", "Id of the member."),
      .text("commodity", "Id of the commodity."),
      unit,
      .number("have", .units, "Level at the start, as the instance has it."),
      .number(
        "have_months", .months,
        "12 × have / what the member uses a year in the period of the disruptions.",
        blank: noUse),
      .number("need", .units, "Least-cost level at the start of every disruption."),
      .number("need_months", .months, "12 × need / what the member uses a year.", blank: noUse),
      .number("add", .units, "need − have if that is above 0, else 0: what must be bought."),
      .number("spare", .units, "have − need if that is above 0, else 0."),
      .number(
        "price", .moneyPerUnit, "Price of the commodity in the period of the disruptions.",
        blank: "the instance has no price for it"),
      .number(
        "cost", .money, "add × price: what the purchase costs, once.",
        blank: "something must be bought and has no price"),
      .number("keeping_cost", .moneyAYear, "Cost of holding the stock `need`."),
      .text(
        "decides",
        "Id of the disruption that needs this stock; of several the first by name. Without it, or without all of "
          + "them, less would do.",
        blank: "no disruption needs a stock, or that was not found, because of the time limit or a "
          + "failure of the solver"),
      .number(
        "deciding", .count, "How many disruptions need this stock.",
        blank: "that was not found, because of the time limit or a failure of the solver"),
    ])

  static let transfers = TableDefinition(
    "transfers", places: [.stockpileFolder],
    rows:
      "One row for each sharing arrangement, disruption, commodity, member that gives, member that receives and "
      + "month: what members give each other from their stocks, so that all reach the service level. A member uses its own "
      + "stock first.",
    columns: [
      sharing,
      .text("disruption", "Id of the disruption."),
      .text("commodity", "Id of the commodity."),
      unit,
      .text("from", "Id of the member that gives."),
      .text("to", "Id of the member that receives."),
      .number("month", .month, "Month of the window."),
      .number("quantity", .units, "Amount given in the month. It arrives in the same month."),
    ])
}
