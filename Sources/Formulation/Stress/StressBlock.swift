public import LinearProgramming
public import Sourcing

/// One copy of the stress LP's variables: a window of months after a disruption in period τ. Rates are
/// annual, levels are quantities at a month's end.
public struct StressBlock: Sendable {
  /// f[k,i,j,m].
  public struct Flow: Sendable {
    public var key: FlowKey
    /// From 1.
    public var month: Int
    public var column: Column
    /// Set where the flow is limited by the pre-shock flow through a row, not a bound.
    var limit: Row?
  }
  /// u[j,k,m].
  public struct Shortage: Sendable {
    public var region: RegionIndex
    public var commodity: CommodityIndex
    public var month: Int
    public var column: Column
    /// The use balance that its demand stands in.
    public var balance: Row
  }
  /// What a stockpile gives to its own region in a month.
  public struct Draw: Sendable {
    public var stockpile: StockpileIndex
    public var month: Int
    public var column: Column
  }
  /// What a stockpile gives to another region in a month: d[w,j,m].
  public struct SharedDraw: Sendable {
    public var stockpile: StockpileIndex
    /// The region that receives.
    public var destination: RegionIndex
    public var month: Int
    public var column: Column
  }
  /// S[w,m].
  public struct Level: Sendable {
    public var stockpile: StockpileIndex
    public var month: Int
    public var column: Column
    public var balance: Row
  }
  /// x[q,m].
  public struct Activity: Sendable {
    public var producer: ProducerIndex
    public var month: Int
    public var column: Column
  }

  /// Its number among the windows of one program.
  public let window: Int
  public let horizonMonths: Int
  public internal(set) var activities: [Activity] = []
  public internal(set) var flows: [Flow] = []
  public internal(set) var shortages: [Shortage] = []
  public internal(set) var draws: [Draw] = []
  public internal(set) var sharedDraws: [SharedDraw] = []
  public internal(set) var levels: [Level] = []
  /// Row that limits what may leave each stockpile for others over the window.
  public internal(set) var quotaRows: [(stockpile: StockpileIndex, row: Row)] = []
  /// Rows that limit what regions give and receive under `iep`; without limits until bounds are set.
  public internal(set) var rightsRows: [SharingRightsRows] = []

  init(window: Int, horizonMonths: Int) {
    self.window = window
    self.horizonMonths = horizonMonths
  }

  /// Σ_m Σ (1/12)·shortage_cost·u over some regions.
  public func lostValue(in regions: [RegionIndex], instance: Instance, period: PeriodIndex)
    -> LinearExpression
  {
    let counts = Set(regions)
    var sum = LinearExpression()
    for shortage in shortages where counts.contains(shortage.region) {
      let demand = instance.demands[
        region: shortage.region, commodity: shortage.commodity, period: period]
      sum.add(demand.shortageCost / 12, shortage.column)
    }
    return sum
  }

  /// Σ u over some regions and commodities in some months, times 1/12: units over the window.
  public func unserved(
    _ commodities: [CommodityIndex], in regions: [RegionIndex], months: ClosedRange<Int>
  ) -> LinearExpression {
    var sum = LinearExpression()
    for shortage in shortages
    where commodities.contains(shortage.commodity) && regions.contains(shortage.region)
      && months.contains(shortage.month)
    {
      sum.add(1.0 / 12, shortage.column)
    }
    return sum
  }
}
