import ArgumentParser
import Sourcing
import Tables

/// Looks names of a command line up in an instance. An unknown name is wrong usage; the message has the most similar
/// known name.
extension Instance {
  /// The region or bloc that an option names.
  func regionSet(named id: String, option: String) throws -> RegionSet {
    if let found = regionSet(id) { return found }
    throw ValidationError(
      "\(option): unknown region or bloc `\(id)`\(nearestHint(to: id, among: regionSetNames))")
  }

  /// The commodity or group that an option names.
  func commodityGroup(named id: String, option: String) throws -> CommodityGroup {
    if let found = commodityGroup(id) { return found }
    throw ValidationError(
      "\(option): unknown commodity or group `\(id)`"
        + nearestHint(to: id, among: commodityGroupNames))
  }

  /// The commodities of which some members have stockpiles, and that the names of an option mean: each a commodity or a
  /// group. nil if no name is given.
  func stockedCommodities(named ids: [String], by members: RegionSet) throws -> [CommodityIndex]? {
    guard !ids.isEmpty else { return nil }
    let stocked = commodities(stockedBy: members.members)
    return try ids.flatMap { id in
      let found = try commodityGroup(named: id, option: "--commodity").members
        .filter(stocked.contains)
      guard !found.isEmpty || stocked.isEmpty else {
        throw ValidationError(
          "--commodity: no member of \(members.id) has a stockpile of `\(id)`; they have stockpiles of "
            + stocked.map { commodities[$0].id }.joined(separator: ", "))
      }
      return found
    }
  }

  /// The disruptions with these ids, or all of them where none is named.
  func disruptions(named ids: [String]) throws -> [Disruption] {
    guard !ids.isEmpty else { return Array(disruptions) }
    return try ids.map { id in
      if let found = disruptions.first(where: { $0.id == id }) { return found }
      let hint = nearestHint(to: id, among: disruptions.map(\.id))
      throw ValidationError("--disruption: unknown disruption `\(id)`\(hint)")
    }
  }
}
