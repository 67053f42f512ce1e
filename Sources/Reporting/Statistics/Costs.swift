import Analysis
import Sourcing

extension ReportTable {
  /// cost: money a year, undiscounted; discounted: cost × years × discount of the period. The discounted
  /// column adds up to the plan's whole cost.
  static func costs(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.costs, columns: ["period", "category", "cost", "discounted"])
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
