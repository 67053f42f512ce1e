import Analysis
import Sourcing

extension ReportTable {
  /// What every facility and project makes.
  static func production(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.production)
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

extension TableDefinition {
  static let production = TableDefinition(
    "production", places: planFolders,
    rows: "One row for each period and producer: every facility, and every project of the model.",
    columns: [
      .text("period", "Label of the period."),
      .text("producer", "Id of the facility or project."),
      .text("process", "Id of its process."),
      .text("region", "Id of its region."),
      .text("output", "Id of the commodity that is its main output."),
      .number("quantity", .unitsAYear, "Main output made."),
      .number(
        "capacity", .unitsAYear,
        "Main output that it could make: of a project, what is in "
          + "operation."),
      .number("utilisation", .share, "quantity / capacity; 0 without capacity."),
      .number("cost", .moneyAYear, "Unit cost × quantity, undiscounted."),
    ])
}
