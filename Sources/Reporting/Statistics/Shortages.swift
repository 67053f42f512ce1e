import Analysis
import Sourcing

extension ReportTable {
  /// Demand, what is served of it and what is not, in units a year, and what the shortage costs in money
  /// a year; one row wherever there is demand.
  static func shortages(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      .shortages,
      columns: ["period", "region", "commodity", "demand", "served", "shortage", "cost"])
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
