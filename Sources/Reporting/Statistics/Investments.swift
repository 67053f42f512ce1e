import Analysis
import Sourcing

extension ReportTable {
  /// Capacity ordered of every project in every period in which the model could order it.
  ///
  /// capacity: units of main output a year; capex, fixed_cost: money, undiscounted, of this order;
  /// support: the part that the programme pays; available: the first period in operation.
  static func investments(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      .investments,
      columns: [
        "period", "project", "process", "region", "capacity", "capex", "fixed_cost", "support",
        "programme", "payer", "available",
      ])
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
