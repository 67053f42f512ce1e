import Sourcing

extension ReportTable {
  /// Reliance of home and the blocs that goals name upon every region and named bloc.
  ///
  /// direct_supply = F(O,M) / F(W,M), direct_imports = F(O∖M,M) / F(W∖M,M), look_through: reliance upon O
  /// at any stage of the chain (``LookThrough``), hidden = look_through − direct_supply.
  static func reliance(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      "reliance",
      columns: [
        "period", "of", "upon", "commodity", "direct_supply", "direct_imports", "look_through",
        "hidden",
      ])
    let rivals = view.regionsAndBlocs
    for period in view.instance.horizon.indices {
      let chain = LookThrough(view, period: period)
      let exposure = rivals.map { chain.exposure(upon: $0.members) }
      for subject in view.namedBlocs {
        let groups = view.groups.filter { view.hasUse($0, in: subject.members) }
        let supplies = groups.map {
          view.shares.bySource($0, to: subject.members, period: period)
        }
        let totals = supplies.map { $0.reduce(0, +) }
        let imports = supplies.map { supply in
          supply.indices.reduce(0) { subject.members.contains($1) ? $0 : $0 + supply[$1] }
        }
        let chains = groups.map { chain.supply(of: $0, to: subject.members) }
        for (place, rival) in rivals.enumerated() {
          let outside = rival.members.filter { !subject.members.contains($0) }
          for (number, group) in groups.enumerated() {
            let supply = supplies[number]
            let direct = PlanShares.share(sum(supply, over: rival.members), of: totals[number])
            let foreign = sum(supply, over: outside)
            let through = chain.reliance(of: chains[number], exposure: exposure[place])
            table.add(
              view.label(period), .text(subject.id), .text(rival.id), .text(group.id),
              .number(direct), .number(PlanShares.share(foreign, of: imports[number])),
              .number(max(through, direct)), .number(max(0, through - direct)))
          }
        }
      }
    }
    return table
  }

  private static func sum(_ values: [Double], over places: [Int]) -> Double {
    places.reduce(0) { $0 + values[$1] }
  }
}
