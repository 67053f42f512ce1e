public import Sourcing

/// A member's market that no sizes of stockpiles serve at the level asked for.
public struct ServiceShortfall: Sendable {
  /// What may hold a market's service down.
  public enum Limit: String, Sendable, CaseIterable {
    /// The capacities of the members' stockpiles.
    case stockpileCapacity = "stockpile_capacity"
    /// What may leave them: release limits, and what a disruption takes of stocks.
    case stockRelease = "stock_release"
    /// Capacities of producers, and what a disruption takes of them.
    case production
    /// Capacities of lanes, quotas, trade that cannot be rerouted, and what a disruption takes of lanes.
    case lanes
    /// Fresh supply that others are to have: other members, and regions outside, which must not lose more than
    /// without sharing.
    case market
  }

  /// The member and the commodity.
  public var place: Place
  /// The greatest share of its demand that can be served in every disruption.
  public var service: Double
  /// Places of the disruptions in which no more can be served.
  public var windows: [Int]
  /// Each of these limits, lifted by itself, lets more be served, up to so much; where none does, all of these
  /// together. Empty: none of them holds the market down, there is nothing that could serve it.
  public var limits: [(limit: Limit, service: Double)] = []
  /// Whether what limits it was found: a time limit, or a failure of the solver, may come first.
  public var isExplained = false
  /// Whether it takes all of `limits` together.
  public var takesAll = false
}
