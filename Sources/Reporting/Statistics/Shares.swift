import Analysis
import Sourcing

extension ReportTable {
  /// Who supplies how much of what a region or bloc gets: every origin that has a producer of it, for each
  /// region with use, home, and every bloc that a goal names.
  ///
  /// share_of_supply = F({i},M) / F(W,M), share_of_imports = F({i}∖M,M) / F(W∖M,M); a share of nothing is 0.
  static func shares(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      .shares,
      columns: [
        "period", "destination", "commodity", "origin", "quantity", "share_of_supply",
        "share_of_imports",
      ])
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
