import Analysis
import Sourcing

extension ReportTable {
  /// What is paid under contracts with a price.
  static func contractPrices(_ view: PlanView, _ bills: BillComparison) -> ReportTable {
    var table = ReportTable(.contractPrices)
    for it in ContractPrice.all(bills.plan, of: view.instance) {
      table.add(
        .text(it.period), .text(it.contract), .text(it.commodity), .text(it.origin),
        .text(it.destination), .number(it.quantity), .number(it.price), .number(it.averageCost),
        .number(it.aboveCost))
    }
    return table
  }
}

extension TableDefinition {
  static let contractPrices = TableDefinition(
    "contract_prices", places: planFolders,
    rows: "One row for each period and contract with a price or a floor of which goods flow. "
      + "Contracts whose goods reach no final use are left out.",
    columns: [
      .text("period", "Label of the period."),
      .text("contract", "Id of the contract."),
      .text("commodity", "Id of its commodity."),
      .text("origin", "Id of the region in which it is made, which gets the difference."),
      .text("destination", "Id of the region in which it is used."),
      .number(
        "quantity", .unitsAYear,
        "The contract's part of the flow: its quantity, or less, in proportion, where the contracts "
          + "of the lane are more than the flow."),
      .number(
        "price", .moneyPerUnit,
        "What is paid for a unit where it is shipped: the larger one of price and floor; with a "
          + "floor only, of floor and average cost."),
      .number(
        "average_cost", .moneyPerUnit,
        "What a unit costs where it is shipped, at average cost, without what contracts move."),
      .number(
        "above_cost", .moneyAYear,
        "quantity × (price − average_cost), undiscounted: category `contract` in bills.csv. "
          + "Below 0: less than cost is paid."
      ),
    ])
}
