import Analysis
import Sourcing

extension ReportTable {
  /// What one more unit of use costs, in every place with use.
  static func marginalCosts(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.marginalCosts)
    let instance = view.instance
    for place in view.placesWithUse {
      for period in instance.horizon.indices {
        table.add(
          .text(instance.regions[place.region].id),
          .text(instance.commodities[place.commodity].id), view.label(period),
          view.marginalCosts?[place, period].map { .number($0) } ?? .blank)
      }
    }
    return table
  }
}

extension TableDefinition {
  static let marginalCosts = TableDefinition(
    "marginal_costs", places: planFolders,
    rows: "One row for each region and commodity with demand, an input or a stockpile in some "
      + "period, and each period.",
    columns: [
      .text("region", "Id of the region."),
      .text("commodity", "Id of the commodity."),
      .text("period", "Label of the period."),
      .number(
        "amount", .moneyPerUnit,
        "About what one more unit a year of use there costs all regions together in this period, undiscounted: "
          + "the dual value of the row `use`, divided by the weight of the period. It includes penalties and the "
          + "cost of `risk`; with whole projects, the whole numbers are fixed. It holds for small changes. Where a "
          + "plan has several such values, it is one of them.",
        blank: "\(noPrice); history fixes flows of the commodity into the region; or nothing can "
          + "be used or delivered there in this period"),
    ])
}
