public import Sourcing

/// What a stress run found: how a plan serves demand in one disruption under one sharing arrangement. Formulas use
/// the letters of `docs/formulation.md`; σ is the shortage cost in τ.
public struct StressOutcome: Sendable {
  /// One region's demand for one commodity over the window.
  public struct Market: Sendable {
    /// The region.
    public var region: RegionIndex
    /// The commodity.
    public var commodity: CommodityIndex
    /// ΣD/12 under the disruption, units over the window.
    public var demand: Double
    /// Σu/12 in the solution found, units over the window.
    public var shortage: Double
    /// shortage × shortage cost, money.
    public var lostValue: Double
    /// The largest service level over all feasible points, a share; 1 if
    /// ``StressRunner/findsMarketLimits`` is false.
    public var serviceBest: Double
    /// The month with the largest shortage in the solution found; nil without a shortage.
    public var worstMonth: Int?
    /// The largest whole n at which some feasible point has no shortage of this market in months 1…n. The length
    /// of the window means that or more.
    public var timeToSurvive: Int
    /// Whether the time to survive is shorter than the longest `months` of the disruption and than the window.
    public var isExposed: Bool

    /// Service level 1 − Σu/ΣD in the solution found, a share; 1 without demand.
    public var service: Double { demand > 0 ? 1 - shortage / demand : 1 }
  }

  /// One month of one commodity in one region. All amounts are units: those of the month, and the level at its end.
  public struct Month: Sendable {
    /// The month, from 1 on.
    public var month: Int
    /// The region.
    public var region: RegionIndex
    /// The commodity.
    public var commodity: CommodityIndex
    /// Final demand under the disruption.
    public var demand: Double
    /// u, demand that is not served.
    public var shortage: Double
    /// Σ_i f of the flows into the region, its own included.
    public var inflow: Double
    /// What leaves the region's stockpiles, for itself and for others.
    public var draw: Double
    /// What arrives from stockpiles of other regions.
    public var received: Double
    /// The level of the region's stockpiles at the end of the month, units.
    public var level: Double
  }

  /// What a disruption means for home, over all its demand. The ranges depend on the plan only, not on which of several
  /// equally good points was found.
  public struct Home: Sendable {
    /// Σ_m Σ σ·D/12 of home over the window under the disruption, money: what home loses if nothing is served.
    public var demandValue: Double
    /// The lost value of home in the solution found, money.
    public var lostValue: Double
    /// The least lost value of home over all feasible points, money: home is served first.
    public var lostLeast: Double
    /// The greatest lost value of home over the points at which the lost value of all regions is least, money. Under
    /// `max_min` these are the points that are fair.
    public var lostMost: Double
    /// The shortest time to survive of a market of home if every supplier allocates pro rata, months; the length of the
    /// window means that or more. nil if ``StressRunner/findsMarketLimits`` is false: it was not computed.
    public var timeToSurviveProRata: Int?

    /// The service level of home, weighted by shortage cost, in the solution found: 1 − Σσ·u / Σσ·D; 1 without demand.
    public var service: Double { service(losing: lostValue) }
    /// The service level of home if it loses ``lostMost``.
    public var serviceLeast: Double { service(losing: lostMost) }
    /// The service level of home if it loses ``lostLeast``.
    public var serviceMost: Double { service(losing: lostLeast) }

    /// A lost value; 0 if it is at most 1e-9 of the value of all demand, which is round-off.
    static func withoutRoundOff(_ lost: Double, ofDemand value: Double) -> Double {
      lost > 1e-9 * value ? lost : 0
    }

    private func service(losing lost: Double) -> Double {
      demandValue > 0 ? min(1, max(0, 1 - lost / demandValue)) : 1
    }
  }

  /// What a region receives from a stockpile of another region in a month.
  public struct SharedDraw: Sendable {
    /// The stockpile.
    public var stockpile: StockpileIndex
    /// The region that receives.
    public var destination: RegionIndex
    /// The month, from 1 on.
    public var month: Int
    /// Units in this month.
    public var quantity: Double
  }

  /// What flows into home from one region over the window, in the solution found.
  public struct Inflow: Sendable {
    /// What flows.
    public var commodity: CommodityIndex
    /// Where it was made: another region, or one of home.
    public var origin: RegionIndex
    /// Σ_m Σ_j f/12 over the regions j of home, units over the window.
    public var quantity: Double
  }

  /// Id of the disruption; nil for the window without a disruption.
  public var disruption: String?
  /// The sharing arrangement.
  public var sharing: Sharing
  /// Who gets what a supplier has in the months of `reroute_months`.
  public var allocation: StressOptions.Allocation
  /// Σ_m Σ_{j,k} σ·u/12 of all regions over the window, money: the least possible.
  public var lostValue: Double
  /// Σ_m Σ_w price_k·(draw + shared)/12 of all regions over the window, money at the prices of τ. Commodities without a
  /// price do not count.
  public var stockUsed: Double
  /// Σ_m (production + transport + tariff + holding + price·(draw + shared))/12 of all regions over the window,
  /// undiscounted money at the prices of τ.
  public var supplyCost: Double
  /// The supply cost minus that of the window without a disruption under the same sharing, money. It is negative
  /// if less is served.
  public var extraSupplyCost: Double
  /// The service level of all regions, weighted by shortage cost: 1 − Σσ·u / Σσ·D.
  public var service: Double
  /// One market for each region and commodity with demand in τ, sorted by commodity, then region.
  public var markets: [Market]
  /// Each month of every region and commodity with demand or a stockpile, sorted by commodity, region, month.
  public var months: [Month]
  /// What stockpiles gave to other regions, sorted by month, stockpile, destination.
  public var sharedDraws: [SharedDraw]
  /// What flows into home, its own production for itself included, sorted by commodity, then origin. What stockpiles give
  /// is not in it.
  public var homeInflows: [Inflow]
  /// Length of the window, months.
  public var horizonMonths: Int
  /// Simplex iterations of the stages.
  public var iterations: Int
  /// The figures of home, all its regions together.
  public var home: Home

  /// The shortest time to survive of the markets of a region or bloc, months; ``horizonMonths`` without markets.
  public func timeToSurvive(of regions: RegionSet) -> Int {
    markets.filter { regions.members.contains($0.region) }.map(\.timeToSurvive).min()
      ?? horizonMonths
  }

  /// Whether any market of a region or bloc is exposed.
  public func isExposed(_ regions: RegionSet) -> Bool {
    markets.contains { regions.members.contains($0.region) && $0.isExposed }
  }
}
