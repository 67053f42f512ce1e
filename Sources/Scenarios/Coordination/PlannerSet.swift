import Sourcing

/// Who plans where nobody coordinates: each member by itself, and all other regions together.
struct PlannerSet {
  struct Planner {
    var name: String
    /// Ascending.
    var regions: [RegionIndex]
    /// Its claim in each period: its share of Σ demand·shortage_cost over everything; equal shares where
    /// that is 0.
    var claims: PerPeriod<Double>
  }

  let planners: [Planner]
  /// Planner of each region.
  let planner: IndexedArray<Region, Int>

  static let others = "others"

  init(instance: Instance, members: RegionSet) {
    let outside = instance.regions.indices.filter { !members.members.contains($0) }
    var groups = members.members.map { (instance.regions[$0].id, [$0]) }
    if !outside.isEmpty { groups.append((Self.others, outside)) }
    let worth = groups.map { group in
      PerPeriod(instance.horizon.indices.map { Self.worth(of: group.1, in: $0, instance) })
    }
    planners = groups.enumerated().map { place, group in
      Planner(
        name: group.0, regions: group.1,
        claims: PerPeriod(
          instance.horizon.indices.map { period in
            let total = worth.reduce(0) { $0 + $1[period] }
            return total > 0 ? worth[place][period] / total : 1 / Double(groups.count)
          }))
    }
    var owner = IndexedArray<Region, Int>(repeating: 0, count: instance.regions.count)
    for (place, group) in groups.enumerated() {
      for region in group.1 { owner[region] = place }
    }
    planner = owner
  }

  private static func worth(of regions: [RegionIndex], in period: PeriodIndex, _ instance: Instance)
    -> Double
  {
    regions.reduce(0) { sum, region in
      instance.commodities.indices.reduce(sum) {
        let demand = instance.demands[region: region, commodity: $1, period: period]
        return $0 + demand.quantity * demand.shortageCost
      }
    }
  }
}
