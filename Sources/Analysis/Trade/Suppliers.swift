import Sourcing

/// The suppliers of home with one commodity or group, in each period.
public struct Suppliers: Sendable, Codable {
  /// A region i that supplies home M.
  public struct Origin: Sendable, Codable {
    /// Id of the region.
    public var region: String
    /// F({i},M) in each period, units a year.
    public var quantity: [Double]
    /// F({i},M) / F(W,M) in each period, from 0 to 1.
    public var share: [Double]

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case region, quantity, share
    }
  }

  /// Id of the commodity or group.
  public var commodity: String
  /// The regions with a producer of it that supply home in some period, sorted by id. Home's own regions are
  /// among them.
  public var origins: [Origin]
  /// Labels of the periods in which history fixes all these flows, so that no plan can change them; nil in
  /// summaries of earlier versions.
  public var fixedByHistory: [String]?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case commodity, origins
    case fixedByHistory = "fixed_by_history"
  }

  /// The origins, sorted by the sum of their quantities over the periods, the largest first, then by id.
  public var largestFirst: [Origin] {
    let totals = origins.map { $0.quantity.reduce(0, +) }
    let order = origins.indices.sorted { a, b in
      totals[a] == totals[b] ? origins[a].region < origins[b].region : totals[a] > totals[b]
    }
    return order.map { origins[$0] }
  }
}

extension PlanView {
  /// The suppliers of home with the commodities in ``Focus``; if there are none, with the first three
  /// commodities that home demands. Commodities that home does not use, or nobody can make, are left out.
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
      }, fixedByHistory: periodsFixedByHistory(group))
  }

  /// The first few commodities that home demands, by period, then id.
  private func demandedAtHome(limit: Int) -> [CommodityGroup] {
    let demanded = plan.shortages.filter { instance.home.members.contains($0.region) }
      .map { (period: $0.period, id: instance.commodities[$0.commodity].id, index: $0.commodity) }
      .sorted { ($0.period, $0.id) < ($1.period, $1.id) }
      .uniqued { $0.index }
    return demanded.prefix(limit).map { CommodityGroup(id: $0.id, members: [$0.index]) }
  }
}
