import Analysis
import Sourcing

extension ReportTable {
  /// Levels and movements of stockpiles. Without rows where the model has no stockpiles.
  static func stocks(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.stocks)
    let instance = view.instance
    let order = view.plan.stocks.indices.sorted {
      instance.stockpiles[$0].id < instance.stockpiles[$1].id
    }
    for period in instance.horizon.indices {
      for index in order {
        let stockpile = instance.stockpiles[index]
        let stock = view.plan.stocks[index][period]
        table.add(
          view.label(period), .text(stockpile.id), .text(instance.regions[stockpile.region].id),
          .text(instance.commodities[stockpile.commodity].id), .number(stock.level),
          .number(stock.put), .number(stock.draw), .number(stock.level * stockpile.holdingCost))
      }
    }
    return table
  }
}

extension TableDefinition {
  static let stocks = TableDefinition(
    "stocks", places: planFolders,
    rows: "One row for each period and stockpile; none if the model has no stockpiles.",
    columns: [
      .text("period", "Label of the period."),
      .text("stockpile", "Id of the stockpile."),
      .text("region", "Id of its region."),
      .text("commodity", "Id of its commodity."),
      .number("level", .units, "Level at the end of the period."),
      .number("put", .unitsAYear, "Net amount put into the stockpile."),
      .number("draw", .unitsAYear, "Net amount drawn from the stockpile."),
      .number("cost", .moneyAYear, "Holding cost × level, undiscounted."),
    ])
}
