public import Sourcing

/// The starting levels of the members' stockpiles at least stock cost, under one mode of sharing.
public struct StockpileSizes: Sendable {
  /// The starting level of one stockpile.
  public struct Level: Sendable {
    /// The stockpile.
    public var stockpile: StockpileIndex
    /// s[w], units, before the `stock` factor of a disruption.
    public var quantity: Double
    /// (r·price + hold(w) + loss(w)·price)·s[w], money a year.
    public var cost: Double
  }

  /// The mode of sharing.
  public var mode: Sharing.Mode
  /// The smallest service level of a market: the required level or, if not every market can reach it, the
  /// smallest of ``shortfalls``. A share.
  public var service: Double
  /// The members' markets that cannot reach the required level. All others reach it.
  public var shortfalls: [ServiceShortfall]
  /// The stock cost Σ_w (r·price + hold(w) + loss(w)·price)·s[w] of all members together, money a year.
  public var stockCost: Double
  /// One level for each stockpile of a member whose commodity is sized, in the order of the instance.
  public var levels: [Level]
  /// What each disruption makes of the stocks, in the order of ``StockpileSizing/disruptions``: one entry for each if
  /// it was asked for, else none. nil where it was not found, because of the time limit or a failure of the solver.
  public var uses: [StockpileUse?] = []

  /// Whether every market reaches the required level.
  public var isReached: Bool { shortfalls.isEmpty }
}

extension StockpileSizes {
  /// The stock cost of each of some regions, money a year.
  public func costs(of regions: [RegionIndex], _ instance: Instance) -> [Double] {
    regions.map { region in
      levels.filter { instance.stockpiles[$0.stockpile].region == region }
        .reduce(0) { $0 + $1.cost }
    }
  }
}
