/// What is made, moved, stored, built and left unserved in every period: annual rates, levels at the
/// end of a period, and capacity ordered. It knows nothing of the LP it came from, so it can as well be
/// read from a folder of tables.
public struct Plan: Sendable {
  /// A flow on a lane in a period.
  public struct Flow: Sendable {
    public var key: FlowKey
    /// Units a year.
    public var quantity: Double

    public init(key: FlowKey, quantity: Double) {
      self.key = key
      self.quantity = quantity
    }
  }

  /// Demand of one place and period that is not served.
  public struct Shortage: Sendable {
    public var region: RegionIndex
    public var commodity: CommodityIndex
    public var period: PeriodIndex
    /// Units a year demanded and not served.
    public var quantity: Double

    public init(
      region: RegionIndex, commodity: CommodityIndex, period: PeriodIndex, quantity: Double
    ) {
      self.region = region
      self.commodity = commodity
      self.period = period
      self.quantity = quantity
    }
  }

  /// Movements and level of one stockpile in one period; put and draw are net.
  public struct Stock: Sendable, Hashable {
    public var level = 0.0
    public var put = 0.0
    public var draw = 0.0

    public init(level: Double = 0, put: Double = 0, draw: Double = 0) {
      self.level = level
      self.put = put
      self.draw = draw
    }
  }

  /// By period, commodity, origin, destination.
  public var flows: [Flow]
  /// Main output a year: [producer][period], producers as in ``Producers``.
  public var activity: IndexedArray<Producers.Producer, PerPeriod<Double>>
  /// Capacity ordered: [project][period], projects as in the instance.
  public var orders: IndexedArray<Project, PerPeriod<Double>>
  /// Whether anything is ordered, of lumpy projects with their fixed cost: [project][period].
  public var isOrdered: IndexedArray<Project, PerPeriod<Bool>>
  /// [stockpile][period]; empty where the model has no stockpiles.
  public var stocks: IndexedArray<Stockpile, PerPeriod<Stock>>
  /// One entry for each region, commodity and period with demand; by period, commodity, region.
  public var shortages: [Shortage]

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

  /// Capacity of a project in operation in a period, from all orders alive then.
  public func builtCapacity(of project: ProjectIndex, in period: PeriodIndex, _ instance: Instance)
    -> Double
  {
    let it = instance.projects[project]
    return instance.horizon.indices.reduce(0) { sum, order in
      guard orders[project][order] > 0,
        it.operation(orderedIn: order, horizon: instance.horizon).contains(period)
      else { return sum }
      return sum + orders[project][order]
    }
  }

  /// Undiscounted money of an order: capex, and the fixed cost where anything is ordered.
  public func outlay(of project: ProjectIndex, in period: PeriodIndex, _ instance: Instance) -> (
    capex: Double, fixed: Double
  ) {
    let it = instance.projects[project]
    return (
      it.capex * orders[project][period], isOrdered[project][period] ? it.fixedCost : 0
    )
  }

  /// Shortages of one period. O(log n).
  public func shortages(in period: PeriodIndex) -> ArraySlice<Shortage> {
    let start = shortages.partitioningIndex { $0.period >= period }
    let end = shortages.partitioningIndex { $0.period > period }
    return shortages[start..<end]
  }

  /// Flows of one period. O(log n).
  public func flows(in period: PeriodIndex) -> ArraySlice<Flow> {
    let start = flows.partitioningIndex { $0.key.period >= period }
    let end = flows.partitioningIndex { $0.key.period > period }
    return flows[start..<end]
  }
}

extension Plan {
  /// Flows of a period above 1e-9 of the largest of the same commodity; less is what solvers leave of nothing.
  /// Commodities are told apart, since a small market counts as much for those in it as a large one.
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
  /// First index whose element satisfies a predicate that holds from some point on. O(log n).
  func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
