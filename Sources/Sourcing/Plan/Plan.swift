/// What every region makes, moves, stores, builds and does not serve in every period.
///
/// A plan is independent of the program that it was solved as, and can be read from a folder of tables.
public struct Plan: Sendable {
  /// A flow on a lane in a period.
  public struct Flow: Sendable {
    /// The lane and the period.
    public var key: FlowKey
    /// Units a year.
    public var quantity: Double

    /// A flow.
    ///
    /// - Parameters:
    ///   - key: the lane and the period.
    ///   - quantity: units a year.
    public init(key: FlowKey, quantity: Double) {
      self.key = key
      self.quantity = quantity
    }
  }

  /// Demand of one place and period that is not served.
  public struct Shortage: Sendable {
    /// Whose demand it is.
    public var region: RegionIndex
    /// What is not served.
    public var commodity: CommodityIndex
    /// When.
    public var period: PeriodIndex
    /// Units a year that are needed and not served.
    public var quantity: Double

    /// A shortage.
    ///
    /// - Parameters:
    ///   - region: whose demand it is.
    ///   - commodity: what is not served.
    ///   - period: when.
    ///   - quantity: units a year that are needed and not served.
    public init(
      region: RegionIndex, commodity: CommodityIndex, period: PeriodIndex, quantity: Double
    ) {
      self.region = region
      self.commodity = commodity
      self.period = period
      self.quantity = quantity
    }
  }

  /// Movements and level of one stockpile in one period. Of put and draw at least one is 0.
  public struct Stock: Sendable, Hashable {
    /// Units in store at the end of the period.
    public var level = 0.0
    /// Units a year that are put in.
    public var put = 0.0
    /// Units a year that are drawn.
    public var draw = 0.0

    /// Movements and level.
    ///
    /// - Parameters:
    ///   - level: units in store at the end of the period.
    ///   - put: units a year that are put in.
    ///   - draw: units a year that are drawn.
    public init(level: Double = 0, put: Double = 0, draw: Double = 0) {
      self.level = level
      self.put = put
      self.draw = draw
    }
  }

  /// The flows, by period, commodity, origin, destination.
  public var flows: [Flow]
  /// Main output, units a year: [producer][period], producers as in ``Producers``.
  public var activity: IndexedArray<Producers.Producer, PerPeriod<Double>>
  /// Capacity that is ordered, units of main output a year: [project][period of the order].
  public var orders: IndexedArray<Project, PerPeriod<Double>>
  /// Whether a lumpy project is ordered, so that its fixed cost is paid: [project][period of the order]. False for
  /// other projects.
  public var isOrdered: IndexedArray<Project, PerPeriod<Bool>>
  /// Movements and levels: [stockpile][period]; empty if the model has no stockpiles.
  public var stocks: IndexedArray<Stockpile, PerPeriod<Stock>>
  /// One entry for each region, commodity and period with demand, by period, commodity, region.
  public var shortages: [Shortage]

  /// A plan.
  ///
  /// - Parameters:
  ///   - flows: by period, commodity, origin, destination.
  ///   - activity: main output: [producer][period].
  ///   - orders: capacity that is ordered: [project][period of the order].
  ///   - isOrdered: whether a lumpy project is ordered: [project][period of the order].
  ///   - stocks: movements and levels: [stockpile][period].
  ///   - shortages: by period, commodity, region.
  public init(
    flows: [Flow], activity: IndexedArray<Producers.Producer, PerPeriod<Double>>,
    orders: IndexedArray<Project, PerPeriod<Double>>,
    isOrdered: IndexedArray<Project, PerPeriod<Bool>>,
    stocks: IndexedArray<Stockpile, PerPeriod<Stock>>, shortages: [Shortage]
  ) {
    self.flows = flows
    self.activity = activity
    self.orders = orders
    self.isOrdered = isOrdered
    self.stocks = stocks
    self.shortages = shortages
  }

  /// Capacity of a project in operation in a period, units of main output a year: the sum of its orders in operation.
  public func builtCapacity(of project: ProjectIndex, in period: PeriodIndex, _ instance: Instance)
    -> Double
  {
    let it = instance.projects[project]
    return instance.horizon.indices.reduce(0) { sum, order in
      guard orders[project][order] > 0,
        it.operates(in: period, orderedIn: order, horizon: instance.horizon)
      else { return sum }
      return sum + orders[project][order]
    }
  }

  /// Undiscounted money of the order of a period: capex, and the fixed cost if anything is ordered.
  public func outlay(of project: ProjectIndex, in period: PeriodIndex, _ instance: Instance) -> (
    capex: Double, fixed: Double
  ) {
    let it = instance.projects[project]
    return (
      it.capex * orders[project][period], isOrdered[project][period] ? it.fixedCost : 0
    )
  }

  /// The shortages of one period. O(log n).
  public func shortages(in period: PeriodIndex) -> ArraySlice<Shortage> {
    let start = shortages.partitioningIndex { $0.period >= period }
    let end = shortages.partitioningIndex { $0.period > period }
    return shortages[start..<end]
  }

  /// The flows of one period. O(log n).
  public func flows(in period: PeriodIndex) -> ArraySlice<Flow> {
    let start = flows.partitioningIndex { $0.key.period >= period }
    let end = flows.partitioningIndex { $0.key.period > period }
    return flows[start..<end]
  }
}

extension Plan {
  /// The flows of a period above 1e-9 of the largest flow of the same commodity; less is rounding of the solver.
  public func flowsAboveRoundOff(in period: PeriodIndex) -> [Flow] {
    let largest = largestFlows(in: period)
    return flows(in: period).filter { $0.quantity > 1e-9 * (largest[$0.key.commodity] ?? 0) }
  }

  /// The largest flow of each commodity in a period, units a year.
  public func largestFlows(in period: PeriodIndex) -> [CommodityIndex: Double] {
    flows(in: period).reduce(into: [:]) {
      $0[$1.key.commodity] = max($0[$1.key.commodity] ?? 0, $1.quantity)
    }
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that holds from some index on. O(log n).
  func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
