import Analysis
import Sourcing

extension ReportTable {
  /// Who supplies how much of what a region or bloc gets. With F(O, M) what flows from O to M and W the world,
  /// share of supply = F({i}, M) / F(W, M) and share of imports = F({i}∖M, M) / F(W∖M, M).
  static func shares(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.shares)
    let places = view.suppliedPlaces
    for period in view.instance.horizon.indices {
      for (destination, group, origins) in places {
        let supply = view.supply(of: group, to: destination, period: period)
        let ofSupply = supply.sharesOfSupply
        for (origin, ofImports) in zip(origins, supply.sharesOfImports(from: origins)) {
          table.add(
            view.label(period), .text(destination.id), .text(group.id),
            .text(view.instance.regions[origin].id), .number(supply.bySource[origin]),
            .number(ofSupply[origin]), .number(ofImports))
        }
      }
    }
    return table
  }
}

extension TableDefinition {
  static let shares = TableDefinition(
    "shares", places: planFolders,
    rows: "One row for each period, destination (a region, home, or a bloc that a goal names) "
      + "that has demand, processes or stockpiles for a commodity, commodity or group, and origin with a producer of it.",
    columns: [
      .text("period", "Label of the period."),
      .text("destination", "Id of the region or bloc that is supplied."),
      .text("commodity", "Id of the commodity or group."),
      .text("origin", "Id of the region that supplies."),
      .number("quantity", .unitsAYear, "Flows from the origin to the destination."),
      .number(
        "share_of_supply", .share, "quantity as a share of all supply; a share of nothing is 0."),
      .number(
        "share_of_imports", .share,
        "The same of what comes from outside the destination; 0 if the origin is inside."),
    ])
}
