import Analysis
import Sourcing

extension ReportTable {
  /// Stockpiles: level at the end of the period in units, put and draw net in units a year, cost in
  /// money a year. Empty where the model has no stockpiles.
  static func stocks(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      .stocks,
      columns: ["period", "stockpile", "region", "commodity", "level", "put", "draw", "cost"])
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
