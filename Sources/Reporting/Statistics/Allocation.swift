import Analysis
import Sourcing

extension ReportTable {
  /// The flows of the plan.
  ///
  /// - Parameter zeros: keep flows of 0; without it flows of at most 1e-9 of the largest flow of the same
  ///   commodity and period are left out.
  static func allocation(_ view: PlanView, zeros: Bool) -> ReportTable {
    var table = ReportTable(.allocation)
    let instance = view.instance
    let region = { instance.regions[$0].id }
    let shown =
      zeros
      ? view.plan.flows : instance.horizon.indices.flatMap(view.plan.flowsAboveRoundOff(in:))
    let sorted = shown.sorted { a, b in
      (
        a.key.period, instance.commodities[a.key.commodity].id, region(a.key.origin),
        region(a.key.destination)
      ) < (
        b.key.period, instance.commodities[b.key.commodity].id, region(b.key.origin),
        region(b.key.destination)
      )
    }
    for flow in sorted {
      let (transport, tariff) = view.laneCosts(flow.key)
      table.add(
        view.label(flow.key.period), .text(instance.commodities[flow.key.commodity].id),
        .text(region(flow.key.origin)), .text(region(flow.key.destination)),
        .number(flow.quantity), .number(transport + tariff),
        .number(flow.quantity * (transport + tariff)))
    }
    return table
  }
}

extension TableDefinition {
  static let allocation = TableDefinition(
    "allocation", places: planFolders + [.solveCSV, .reportCSV],
    rows: "One row for each flow of the plan: a period, a commodity, an origin and a "
      + "destination. Flows of at "
      + "most 1e-9 of the largest flow of the same commodity and period are left out; with `solve --zeros` "
      + "every open lane has a row.",
    columns: [
      .text("period", "Label of the period."),
      .text("commodity", "Id of the commodity."),
      .text("origin", "Id of the region that sends."),
      .text("destination", "Id of the region that receives. A region can send to itself."),
      .number("quantity", .unitsAYear, "The flow."),
      .number(
        "unit_cost", .moneyPerUnit, "Unit cost of the lane, plus tariff × price of the commodity."),
      .number("cost", .moneyAYear, "quantity × unit_cost, undiscounted."),
    ])
}
