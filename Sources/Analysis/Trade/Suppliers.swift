import Sourcing

/// Who supplies home with one commodity or group in each period.
public struct Suppliers: Sendable, Codable {
  /// A region that can make it.
  public struct Origin: Sendable, Codable {
    /// Its id.
    public var region: String
    /// Units a year, one a period.
    public var quantity: [Double]
    /// Share of home's supply from 0 to 1, one a period.
    public var share: [Double]

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case region, quantity, share
    }
  }

  /// Id of the commodity or group.
  public var commodity: String
  /// Those who supply any of it in some period, by id.
  public var origins: [Origin]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case commodity, origins
  }

  /// The origins by how much they supply in all periods, of equals by id.
  public var largestFirst: [Origin] {
    let totals = origins.map { $0.quantity.reduce(0, +) }
    let order = origins.indices.sorted { a, b in
      totals[a] == totals[b] ? origins[a].region < origins[b].region : totals[a] > totals[b]
    }
    return order.map { origins[$0] }
  }
}

extension PlanView {
  /// Suppliers of home with what the goals are about; without any, with the first few commodities that home
  /// demands.
  public var suppliersOfHome: [Suppliers] {
    let focus = Focus.all(of: model, in: instance)
    let groups = focus.isEmpty ? demandedAtHome(limit: 3) : focus
    return groups.filter { hasUse($0, in: instance.home.members) && !origins(of: $0).isEmpty }
      .map(suppliers(of:))
  }

  private func suppliers(of group: CommodityGroup) -> Suppliers {
    let origins = origins(of: group)
    let supplies = instance.horizon.indices.map {
      supply(of: group, to: instance.home, period: $0)
    }
    let shares = supplies.map(\.sharesOfSupply)
    let suppliers = origins.filter { origin in supplies.contains { $0.bySource[origin] > 0 } }
    return Suppliers(
      commodity: group.id,
      origins: suppliers.map { origin in
        Suppliers.Origin(
          region: instance.regions[origin].id, quantity: supplies.map { $0.bySource[origin] },
          share: shares.map { $0[origin] })
      })
  }

  /// Commodities that home demands, by period, then id.
  private func demandedAtHome(limit: Int) -> [CommodityGroup] {
    var seen: Set<CommodityIndex> = []
    let demanded = plan.shortages.filter { instance.home.members.contains($0.region) }
      .map { (period: $0.period, id: instance.commodities[$0.commodity].id, index: $0.commodity) }
      .sorted { ($0.period, $0.id) < ($1.period, $1.id) }
      .filter { seen.insert($0.index).inserted }
    return demanded.prefix(limit).map { CommodityGroup(id: $0.id, members: [$0.index]) }
  }
}
