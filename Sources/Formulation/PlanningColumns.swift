public import LinearProgramming
public import Sourcing

/// Where each quantity of the plan stands among the columns of its LP. A quantity without a column is 0.
public struct PlanningColumns: Sendable {
  private let regionCount: Int
  private let commodityCount: Int

  /// Column by period, commodity, origin, destination; −1 for none.
  private var flowColumn: [Int32]
  /// Keys of the flows, in column order.
  public private(set) var flows: [(key: FlowKey, column: Column)] = []
  /// Where the flows of each period start in `flows`; one more entry than periods.
  public private(set) var flowOffsets: [Int] = [0]

  /// Shortage by period, commodity, region; −1 for none.
  private var shortageColumn: [Int32]

  /// x[producer][period].
  public internal(set) var activity: [[Column?]]
  /// Capacity ordered: b[project][period]; indexed as the instance's projects.
  public internal(set) var order: [[Column?]]
  /// Whether it is ordered, of lumpy projects: y[project][period].
  public internal(set) var isOrdered: [[Column?]]
  /// Stock movements and end-of-period levels: [stockpile][period].
  public internal(set) var put: [[Column?]]
  public internal(set) var draw: [[Column?]]
  public internal(set) var level: [[Column?]]

  init(instance: Instance, producerCount: Int) {
    regionCount = instance.regions.count
    commodityCount = instance.commodities.count
    let periodCount = instance.horizon.count
    flowColumn = Array(
      repeating: -1, count: periodCount * commodityCount * regionCount * regionCount)
    shortageColumn = Array(repeating: -1, count: periodCount * commodityCount * regionCount)
    let none: (Int) -> [[Column?]] = { count in
      Array(repeating: Array(repeating: nil, count: periodCount), count: count)
    }
    activity = none(producerCount)
    order = none(instance.projects.count)
    isOrdered = order
    put = none(instance.stockpiles.count)
    draw = put
    level = put
  }

  private func flowCell(_ commodity: Int, _ origin: Int, _ destination: Int, _ period: Int) -> Int {
    ((period * commodityCount + commodity) * regionCount + origin) * regionCount + destination
  }

  /// f[k,i,j,t].
  public func flow(commodity: Int, origin: Int, destination: Int, period: Int) -> Column? {
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
  public func shortage(region: Int, commodity: Int, period: Int) -> Column? {
    let index = shortageColumn[(period * commodityCount + commodity) * regionCount + region]
    return index < 0 ? nil : Column(Int(index))
  }

  /// Flows of one period, in column order.
  public func flows(in period: Int) -> ArraySlice<(key: FlowKey, column: Column)> {
    flows[flowOffsets[period]..<flowOffsets[period + 1]]
  }

  mutating func setFlow(_ key: FlowKey, _ column: Column) {
    flowColumn[flowCell(key.commodity, key.origin, key.destination, key.period)] =
      Int32(column.index)
    flows.append((key, column))
  }

  mutating func endFlows() { flowOffsets.append(flows.count) }

  mutating func setShortage(region: Int, commodity: Int, period: Int, _ column: Column) {
    shortageColumn[(period * commodityCount + commodity) * regionCount + region] =
      Int32(column.index)
  }
}
