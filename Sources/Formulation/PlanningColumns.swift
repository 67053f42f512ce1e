public import LinearProgramming
public import Sourcing

/// The column of each quantity of a plan. A quantity without a column is 0 in every plan.
public struct PlanningColumns: Sendable {
  private let regionCount: Int
  private let commodityCount: Int

  /// Column by period, commodity, origin, destination; −1 for none.
  private(set) var flowColumn: [Int32]
  /// Keys of the flows, in column order.
  public private(set) var flows: [(key: FlowKey, column: Column)] = []
  /// The place in `flows` of the first flow of each period, and at the end the number of flows.
  public private(set) var flowOffsets: [Int] = [0]

  /// Shortage by period, commodity, region; −1 for none.
  private(set) var shortageColumn: [Int32]

  /// x[producer][period].
  public internal(set) var activity: IndexedArray<Producers.Producer, PerPeriod<Column?>>
  /// b[project][period], capacity ordered.
  public internal(set) var order: IndexedArray<Project, PerPeriod<Column?>>
  /// y[project][period], 1 if a lumpy project is ordered.
  public internal(set) var isOrdered: IndexedArray<Project, PerPeriod<Column?>>
  /// put[stockpile][period], units a year.
  public internal(set) var put: IndexedArray<Stockpile, PerPeriod<Column?>>
  /// draw[stockpile][period], units a year; only under `stockpiles: free`.
  public internal(set) var draw: IndexedArray<Stockpile, PerPeriod<Column?>>
  /// S[stockpile][period], the level at the end of the period, units.
  public internal(set) var level: IndexedArray<Stockpile, PerPeriod<Column?>>

  init(instance: Instance, producerCount: Int) {
    regionCount = instance.regions.count
    commodityCount = instance.commodities.count
    let periodCount = instance.horizon.count
    flowColumn = Array(
      repeating: -1, count: periodCount * commodityCount * regionCount * regionCount)
    shortageColumn = Array(repeating: -1, count: periodCount * commodityCount * regionCount)
    let none = PerPeriod<Column?>(repeating: nil, count: periodCount)
    activity = IndexedArray(repeating: none, count: producerCount)
    order = IndexedArray(repeating: none, count: instance.projects.count)
    isOrdered = order
    put = IndexedArray(repeating: none, count: instance.stockpiles.count)
    draw = put
    level = put
  }

  private func flowCell(
    _ commodity: CommodityIndex, _ origin: RegionIndex, _ destination: RegionIndex,
    _ period: PeriodIndex
  ) -> Int {
    ((period.position * commodityCount + commodity.position) * regionCount + origin.position)
      * regionCount + destination.position
  }

  private func shortageCell(
    _ commodity: CommodityIndex, _ region: RegionIndex, _ period: PeriodIndex
  ) -> Int {
    (period.position * commodityCount + commodity.position) * regionCount + region.position
  }

  /// f[k,i,j,t].
  public func flow(
    commodity: CommodityIndex, origin: RegionIndex, destination: RegionIndex, period: PeriodIndex
  ) -> Column? {
    let index = flowColumn[flowCell(commodity, origin, destination, period)]
    return index < 0 ? nil : Column(Int(index))
  }

  /// f[k,i,j,t].
  public func flow(_ key: FlowKey) -> Column? {
    flow(
      commodity: key.commodity, origin: key.origin, destination: key.destination,
      period: key.period)
  }

  /// u[j,k,t].
  public func shortage(region: RegionIndex, commodity: CommodityIndex, period: PeriodIndex)
    -> Column?
  {
    let index = shortageColumn[shortageCell(commodity, region, period)]
    return index < 0 ? nil : Column(Int(index))
  }

  /// Flows of one period, in column order.
  public func flows(in period: PeriodIndex) -> ArraySlice<(key: FlowKey, column: Column)> {
    flows[flowOffsets[period.position]..<flowOffsets[period.position + 1]]
  }

  mutating func setFlow(_ key: FlowKey, _ column: Column) {
    flowColumn[flowCell(key.commodity, key.origin, key.destination, key.period)] =
      Int32(column.index)
    flows.append((key, column))
  }

  mutating func endFlows() { flowOffsets.append(flows.count) }

  mutating func setShortage(
    region: RegionIndex, commodity: CommodityIndex, period: PeriodIndex, _ column: Column
  ) {
    shortageColumn[shortageCell(commodity, region, period)] =
      Int32(column.index)
  }
}
