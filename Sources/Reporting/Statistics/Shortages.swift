import Analysis
import Sourcing

extension ReportTable {
  /// Demand, what is served of it and what is not.
  static func shortages(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.shortages)
    let instance = view.instance
    let sorted = view.plan.shortages.sorted { a, b in
      (a.period, instance.regions[a.region].id, instance.commodities[a.commodity].id)
        < (b.period, instance.regions[b.region].id, instance.commodities[b.commodity].id)
    }
    for shortage in sorted {
      let demand = instance.demands[
        region: shortage.region, commodity: shortage.commodity, period: shortage.period]
      table.add(
        view.label(shortage.period), .text(instance.regions[shortage.region].id),
        .text(instance.commodities[shortage.commodity].id), .number(demand.quantity),
        .number(max(0, demand.quantity - shortage.quantity)), .number(shortage.quantity),
        .number(shortage.quantity * demand.shortageCost))
    }
    return table
  }
}

extension TableDefinition {
  static let shortages = TableDefinition(
    "shortages", places: planFolders,
    rows: "One row for each period, region and commodity with demand, also where all is served.",
    columns: [
      .text("period", "Label of the period."),
      .text("region", "Id of the region."),
      .text("commodity", "Id of the commodity."),
      .number("demand", .unitsAYear, "The demand."),
      .number("served", .unitsAYear, "demand − shortage."),
      .number("shortage", .unitsAYear, "Demand that is not served."),
      .number("cost", .moneyAYear, "shortage × shortage cost, undiscounted."),
    ])
}
