public import LinearProgramming
public import Sourcing

/// One copy of the stress program's variables: a window of months after a disruption in period τ. Rates are yearly,
/// levels are quantities at the end of a month.
///
/// Months that are alike may have one copy of the variables, which has the number of the first of them: the mean of their
/// rates, and the level at the end of the last.
public struct StressBlock: Sendable {
  /// f[k,i,j,m].
  public struct Flow: Sendable {
    /// The flow; its period is τ.
    public var key: FlowKey
    /// From 1.
    public var month: Int
    /// The column of the flow, units a year.
    public var column: Column
    /// The `stress_flow` row; nil if the limit is a bound, or there is none.
    var limit: Row?
  }
  /// u[j,k,m].
  public struct Shortage: Sendable {
    /// j, the region with the demand.
    public var region: RegionIndex
    /// k, what is short.
    public var commodity: CommodityIndex
    /// From 1.
    public var month: Int
    /// The column of the shortage, units a year.
    public var column: Column
    /// The `stress_use` row with its demand.
    public var balance: Row
  }
  /// A `stress_use` row of a place without demand.
  public struct Use: Sendable {
    /// From 1.
    public var month: Int
    /// The row.
    public var row: Row
  }
  /// draw[w,m]: what a stockpile gives to its own region in a month.
  public struct Draw: Sendable {
    /// w, the stockpile.
    public var stockpile: StockpileIndex
    /// From 1.
    public var month: Int
    /// The column of the draw, units a year.
    public var column: Column
  }
  /// d[w,j,m]: what a stockpile gives to another region in a month.
  public struct SharedDraw: Sendable {
    /// w, the stockpile that gives.
    public var stockpile: StockpileIndex
    /// The region that receives.
    public var destination: RegionIndex
    /// From 1.
    public var month: Int
    /// The column of the draw, units a year.
    public var column: Column
  }
  /// S[w,m].
  public struct Level: Sendable {
    /// w, the stockpile.
    public var stockpile: StockpileIndex
    /// From 1.
    public var month: Int
    /// The column of the level at the end of the month, units.
    public var column: Column
    /// The `stress_stock` row of the month.
    public var balance: Row
  }
  /// x[q,m].
  public struct Activity: Sendable {
    /// q, the producer.
    public var producer: ProducerIndex
    /// From 1.
    public var month: Int
    /// The column of the activity, units of main output a year.
    public var column: Column
  }

  /// Its number among the windows of one program.
  public let window: Int
  /// The places of all its columns in the program of a plan; empty where the window is a program of its own.
  public internal(set) var columns = 0..<0
  /// The months that each copy of the variables stands for.
  let spans: MonthSpans
  /// H, the length of the window, months.
  public var horizonMonths: Int { spans.months }
  /// Every x[q,m].
  public internal(set) var activities: [Activity] = []
  /// Every f[k,i,j,m].
  public internal(set) var flows: [Flow] = []
  /// Every u[j,k,m].
  public internal(set) var shortages: [Shortage] = []
  /// The `stress_use` rows of places without demand.
  public internal(set) var uses: [Use] = []
  /// Every draw[w,m].
  public internal(set) var draws: [Draw] = []
  /// Every d[w,j,m].
  public internal(set) var sharedDraws: [SharedDraw] = []
  /// Every S[w,m].
  public internal(set) var levels: [Level] = []
  /// The `sharing_quota` rows, one for each stockpile that others can draw on.
  public internal(set) var quotaRows: [(stockpile: StockpileIndex, row: Row)] = []
  /// The `sharing_rights` rows under `iep`; without limits until bounds are set.
  public internal(set) var rightsRows: [SharingRightsRows] = []

  init(window: Int, spans: MonthSpans) {
    self.window = window
    self.spans = spans
  }

  /// Years of which a column has the yearly rate: 1/12 for each month that it stands for.
  ///
  /// - Parameter month: the column's month.
  func years(_ month: Int) -> Double { spans.count(from: month) / 12 }

  /// The months over which a share of demand must be served: the window, or each month. Of months that are alike it is
  /// the first.
  package func windows(eachMonth: Bool) -> [ClosedRange<Int>] {
    eachMonth ? spans.spans.map { $0.lowerBound...$0.lowerBound } : [1...horizonMonths]
  }

  /// Σ_{j,k,m} (1/12)·σ(j,k,τ)·u[j,k,m] over some regions; money.
  public func lostValue(in regions: [RegionIndex], instance: Instance, period: PeriodIndex)
    -> LinearExpression
  {
    let counts = Set(regions)
    var sum = LinearExpression()
    for shortage in shortages where counts.contains(shortage.region) {
      let demand = instance.demands[
        region: shortage.region, commodity: shortage.commodity, period: period]
      sum.add(demand.shortageCost * years(shortage.month), shortage.column)
    }
    return sum
  }

  /// (1/12)·Σ_{j,k,m} u[j,k,m] over some regions, commodities and months; units.
  public func unserved(
    _ commodities: [CommodityIndex], in regions: [RegionIndex], months: ClosedRange<Int>
  ) -> LinearExpression {
    var sum = LinearExpression()
    for shortage in shortages
    where commodities.contains(shortage.commodity) && regions.contains(shortage.region) {
      let count = spans.count(from: shortage.month, in: months)
      if count > 0 { sum.add(count / 12, shortage.column) }
    }
    return sum
  }
}
