import Sourcing

extension ReportTable {
  /// Who supplies how much of what a region or bloc gets: every origin that has a producer of it, for each
  /// region with use, home, and every bloc that a goal names.
  ///
  /// share_of_supply = F({i},M) / F(W,M), share_of_imports = F({i}∖M,M) / F(W∖M,M); a share of nothing is 0.
  static func shares(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      "shares",
      columns: [
        "period", "destination", "commodity", "origin", "quantity", "share_of_supply",
        "share_of_imports",
      ])
    let places = view.suppliedPlaces
    for period in view.instance.horizon.indices {
      for (destination, group, origins) in places {
        let supply = view.shares.bySource(group, to: destination.members, period: period)
        let total = supply.reduce(0, +)
        let abroad = origins.filter { !destination.members.contains($0) }
        let imports = abroad.reduce(0) { $0 + supply[$1] }
        for origin in origins {
          let isImport = !destination.members.contains(origin)
          table.add(
            view.label(period), .text(destination.id), .text(group.id),
            .text(view.instance.regions[origin].id), .number(supply[origin]),
            .number(PlanShares.share(supply[origin], of: total)),
            .number(isImport ? PlanShares.share(supply[origin], of: imports) : 0))
        }
      }
    }
    return table
  }
}

extension PlanView {
  /// Regions with use, home and named blocs, each with every commodity or named group that has use there
  /// and the regions that can make it; by destination, then commodity.
  var suppliedPlaces: [(destination: RegionSet, group: CommodityGroup, origins: [Int])] {
    let sources = groups.map(origins(of:))
    return regionsAndBlocs.flatMap { destination in
      groups.indices.compactMap { index in
        hasUse(groups[index], in: destination.members)
          ? (destination, groups[index], sources[index]) : nil
      }
    }
  }
}
