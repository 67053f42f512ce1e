import Analysis
import Sourcing

extension ReportTable {
  /// Capacity ordered of every project in every period in which the model could order it.
  static func investments(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.investments)
    let instance = view.instance
    for (period, index) in view.orderWindows {
      let project = instance.projects[index]
      let programme = project.programme.map { instance.programmes[$0] }
      let order = OrderFigures(of: index, in: period, plan: view.plan, instance: instance)
      let operation = project.operation(orderedIn: period, horizon: instance.horizon)
      table.add(
        view.label(period), .text(project.id), .text(instance.processes[project.process].id),
        .text(instance.regions[project.region].id), .number(order.capacity),
        .number(order.capex), .number(order.fixedCost), .number(order.support),
        programme.map { .text($0.id) } ?? .blank,
        programme.map { .text(instance.regions[$0.payer].id) } ?? .blank,
        operation.first.map(view.label) ?? .blank)
    }
    return table
  }
}

extension TableDefinition {
  static let investments = TableDefinition(
    "investments", places: planFolders,
    rows: "One row for each project and period in which the model may order it, also where "
      + "nothing is ordered.",
    columns: [
      .text("period", "Label of the period of the order."),
      .text("project", "Id of the project."),
      .text("process", "Id of its process."),
      .text("region", "Id of its region."),
      .number("capacity", .unitsAYear, "Capacity ordered, in main output."),
      .number("capex", .money, "Capex of the project × capacity, undiscounted."),
      .number("fixed_cost", .money, "Fixed cost of the order, undiscounted."),
      .number("support", .money, "What the programme pays of both, undiscounted."),
      .text("programme", "Id of the programme.", blank: "the project has none"),
      .text("payer", "Id of the region that pays the programme.", blank: "the project has none"),
      .text(
        "available", "Label of the first period in operation.",
        blank: "that is after the last period"),
    ])
}
