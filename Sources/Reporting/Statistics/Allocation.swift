import Analysis
import Sourcing

extension ReportTable {
  /// Who sends what to whom: flows above 1e-9 of the largest of the same commodity and period, or every open
  /// lane's with `zeros`.
  ///
  /// quantity: units a year; unit_cost: money a unit, the lane's cost and its tariff on the price;
  /// cost: money a year.
  static func allocation(_ view: PlanView, zeros: Bool) -> ReportTable {
    var table = ReportTable(
      .allocation,
      columns: [
        "period", "commodity", "origin", "destination", "quantity", "unit_cost", "cost",
      ])
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
