import Analysis
import Sourcing

extension ReportTable {
  /// What every facility and project makes: `output` is the main output, quantity and capacity are units
  /// of it a year, utilisation = quantity / capacity (0 without capacity), cost is money a year.
  static func production(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      .production,
      columns: [
        "period", "producer", "process", "region", "output", "quantity", "capacity", "utilisation",
        "cost",
      ])
    let instance = view.instance
    let order = view.producers.all.indices.sorted {
      view.producers.all[$0].id < view.producers.all[$1].id
    }
    for period in instance.horizon.indices {
      for index in order {
        let producer = view.producers.all[index]
        let process = instance.processes[producer.process]
        let quantity = view.plan.activity[index][period]
        let capacity = view.plan.capacity(of: producer, in: period, instance)
        table.add(
          view.label(period), .text(producer.id), .text(process.id),
          .text(instance.regions[producer.region].id),
          .text(instance.commodities[process.output].id), .number(quantity), .number(capacity),
          .number(PlanShares.share(quantity, of: capacity)),
          .number(quantity * producer.unitCost[period]))
      }
    }
    return table
  }
}
