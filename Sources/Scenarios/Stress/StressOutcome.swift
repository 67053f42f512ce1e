public import Sourcing

/// What a plan is worth in one disruption under one sharing arrangement.
public struct StressOutcome: Sendable {
  /// One region's demand for one commodity, over the window.
  public struct Market: Sendable {
    public var region: RegionIndex
    public var commodity: CommodityIndex
    /// Units over the window.
    public var demand: Double
    /// Units not served in the solution found.
    public var shortage: Double
    public var lostValue: Double
    /// Largest service level over all feasible points.
    public var serviceBest: Double
    /// The month with the largest shortage; nil where there is none.
    public var worstMonth: Int?
    /// Largest whole n such that the market can go without shortage in months 1…n; the horizon where it
    /// never need be short.
    public var timeToSurvive: Int
    /// Whether it survives less long than the disruption (and the horizon) lasts.
    public var isExposed: Bool

    /// Share of demand served in the solution found.
    public var service: Double { demand > 0 ? 1 - shortage / demand : 1 }
  }

  /// One month of one commodity in one region, in annual rates; the level at the month's end.
  public struct Month: Sendable {
    public var month: Int
    public var region: RegionIndex
    public var commodity: CommodityIndex
    public var demand: Double
    public var shortage: Double
    public var inflow: Double
    public var draw: Double
    public var received: Double
    public var level: Double
  }

  /// What a region draws from another's stockpile in a month, units.
  public struct SharedDraw: Sendable {
    public var stockpile: StockpileIndex
    public var destination: RegionIndex
    public var month: Int
    public var quantity: Double
  }

  /// nil for the undisturbed window.
  public var disruption: String?
  public var sharing: Sharing
  public var lostValue: Double
  /// Value of the stock drawn and shared, at the prices of τ.
  public var stockUsed: Double
  public var supplyCost: Double
  /// Against the undisturbed window under the same sharing.
  public var extraSupplyCost: Double
  /// Share of demand served over all markets, weighted by shortage cost.
  public var service: Double
  public var markets: [Market]
  public var months: [Month]
  public var sharedDraws: [SharedDraw]
  public var horizonMonths: Int
  public var iterations: Int

  /// The shortest time to survive of a region's or bloc's markets; the horizon where it has none.
  public func timeToSurvive(of regions: RegionSet) -> Int {
    markets.filter { regions.members.contains($0.region) }.map(\.timeToSurvive).min()
      ?? horizonMonths
  }

  /// Whether any market of a region or bloc is exposed.
  public func isExposed(_ regions: RegionSet) -> Bool {
    markets.contains { regions.members.contains($0.region) && $0.isExposed }
  }
}
