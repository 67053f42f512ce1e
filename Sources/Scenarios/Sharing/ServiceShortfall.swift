public import Sourcing

/// A member's market that cannot reach the required service level, whatever the sizes of the stockpiles.
public struct ServiceShortfall: Sendable {
  /// A kind of limit that may keep the service of a market low.
  public enum Limit: String, Sendable, CaseIterable {
    /// The capacities of the members' stockpiles.
    case stockpileCapacity = "stockpile_capacity"
    /// Release limits of stockpiles, and disruptions of stocks.
    case stockRelease = "stock_release"
    /// Capacities of producers, and disruptions of production.
    case production
    /// Capacities of lanes, quotas, the reroute time, and disruptions of lanes and exports.
    case lanes
    /// The needs of others: the service of the other members, and the limit on the lost value of regions outside
    /// the members.
    case market
  }

  /// The member's region and the commodity.
  public var place: Place
  /// The greatest share of its demand that can be served in every disruption.
  public var service: Double
  /// The disruptions in which no more can be served, by their position in ``StockpileSizing/disruptions``.
  public var windows: [Int]
  /// The limits that keep the service low, each with the service level (a share) that is possible without it. If
  /// no limit alone makes a difference, these are limits that must be removed together, each with the level that
  /// is possible without all of them. Empty if no limit is the reason: nothing could serve the market.
  public var limits: [(limit: Limit, service: Double)] = []
  /// Whether ``limits`` were found. False if a time limit or a failure of the solver ended the search.
  public var isExplained = false
  /// Whether ``limits`` are limits that must be removed together.
  public var takesAll = false
}
