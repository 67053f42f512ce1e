import Analysis
import Sourcing

extension ReportTable {
  /// The plan's cost by period and category; the discounted column adds up to the plan's total cost.
  static func costs(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.costs)
    let costs = PlanCosts(view)
    for period in view.instance.horizon.indices {
      for category in CostCategory.allCases {
        table.add(
          view.label(period), .text(category.rawValue), .number(costs.annual[period][category]),
          .number(costs.discounted[period][category]))
      }
    }
    return table
  }
}

extension TableDefinition {
  static let costs = TableDefinition(
    "costs", places: planFolders,
    rows: "One row for each period and category of cost, all regions together.",
    columns: [
      .text("period", "Label of the period."),
      .text(
        "category",
        "`production`, `transport`, `tariff`, `holding` (of stocks), `shortage` or `capital` (annuities of "
          + "capex and fixed cost of projects in operation)."),
      .number("cost", .moneyAYear, "Undiscounted."),
      .number(
        "discounted", .discountedMoney,
        "cost × weight of the period: years × the mean over the years of the period of (1 + `discount_rate`)^−n, "
          + "where n is the number of years from the start of the first period to the start of the year. The column "
          + "adds up to the total cost."
      ),
    ])
}
