import Sourcing

/// Shortages of one commodity in one region.
public struct UnservedDemand: Sendable, Codable {
  /// Id of the region.
  public var region: String
  /// Id of the commodity.
  public var commodity: String
  /// u[j,k,t] in each period, units a year; nil if it is no more than a millionth of demand.
  public var quantity: [Double?]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case region, commodity, quantity
  }
}

extension PlanView {
  /// The shortages of all regions, sorted by the first period with a shortage, then ids of region and
  /// commodity.
  public var unservedDemand: [UnservedDemand] {
    var found: [UnservedDemand] = []
    var places: [Place: Int] = [:]
    let short = plan.shortages.filter { shortage in
      let demand = instance.demands[
        region: shortage.region, commodity: shortage.commodity, period: shortage.period]
      return shortage.quantity > 1e-6 * demand.quantity
    }
    let sorted = short.sorted { a, b in
      (a.period, instance.regions[a.region].id, instance.commodities[a.commodity].id)
        < (b.period, instance.regions[b.region].id, instance.commodities[b.commodity].id)
    }
    for shortage in sorted {
      let key = Place(region: shortage.region, commodity: shortage.commodity)
      let place = places[key] ?? found.count
      if place == found.count {
        places[key] = place
        found.append(
          UnservedDemand(
            region: instance.regions[key.region].id,
            commodity: instance.commodities[key.commodity].id,
            quantity: instance.horizon.indices.map { _ in nil }))
      }
      found[place].quantity[shortage.period.position] = shortage.quantity
    }
    return found
  }
}
