import Analysis
import Sourcing

/// The planners of unilateral plans: each member is one, and all other regions together are one.
struct PlannerSet {
  struct Planner {
    /// Id of the member's region, or ``PlannerSet/others``.
    var name: String
    /// Its regions, ascending.
    var regions: [RegionIndex]
    /// Its claim in each period: its share of Σ D·σ (σ the shortage cost) of all regions; equal if that is 0.
    var claims: PerPeriod<Double>
  }

  let planners: [Planner]
  /// The position of the planner of each region.
  let planner: IndexedArray<Region, Int>

  /// Name of the planner of all regions that are not members.
  static let others = "others"

  init(instance: Instance, members: RegionSet) {
    let outside = instance.regions.indices.filter { !members.members.contains($0) }
    var groups = members.members.map { (instance.regions[$0].id, [$0]) }
    if !outside.isEmpty { groups.append((Self.others, outside)) }
    let worth = groups.map { group in
      PerPeriod(instance.horizon.indices.map { instance.demandWorth(of: group.1, in: $0) })
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
}
