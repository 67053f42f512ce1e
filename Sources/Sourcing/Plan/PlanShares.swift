/// Trade shares of a plan: who supplies whom, by quantity or value. Flows are summed once.
public struct PlanShares: Sendable {
  let instance: Instance
  private let regionCount: Int
  private let commodityCount: Int
  private var flows: [Double]

  public init(instance: Instance, plan: Plan) {
    self.instance = instance
    regionCount = instance.regions.count
    commodityCount = instance.commodities.count
    let cellCount = instance.horizon.count * commodityCount * regionCount * regionCount
    flows = Array(repeating: 0, count: cellCount)
    for flow in plan.flows { flows[cell(flow.key)] += flow.quantity }
  }

  private func cell(_ key: FlowKey) -> Int {
    firstCell(key.commodity, key.origin, key.period) + key.destination.position
  }

  /// Where the flows of a commodity out of a region in a period begin.
  private func firstCell(_ commodity: CommodityIndex, _ origin: RegionIndex, _ period: PeriodIndex)
    -> Int
  {
    ((period.position * commodityCount + commodity.position) * regionCount + origin.position)
      * regionCount
  }

  /// f[k,i,j,t].
  public func flow(_ key: FlowKey) -> Double { flows[cell(key)] }

  /// F(A,B) in a period, in units or money.
  public func trade(
    _ commodity: CommodityGroup, from origins: [RegionIndex], to destinations: [RegionIndex],
    period: PeriodIndex,
    measure: Measure = .quantity
  ) -> Double {
    var sum = 0.0
    for member in commodity.members {
      let worth = measure == .value ? instance.commodities[member].price[period] : 1
      for origin in origins {
        let first = firstCell(member, origin, period)
        for destination in destinations {
          sum += worth * flows[first + destination.position]
        }
      }
    }
    return sum
  }

  /// F({i},M) for every region i; 0 for those that a basis leaves out.
  public func bySource(
    _ commodity: CommodityGroup, to destinations: [RegionIndex], period: PeriodIndex,
    basis: Goal.Basis = .supply, measure: Measure = .quantity
  ) -> IndexedArray<Region, Double> {
    IndexedArray(
      instance.regions.indices.map { origin in
        if basis == .imports && destinations.contains(origin) { return 0 }
        return trade(
          commodity, from: [origin], to: destinations, period: period, measure: measure)
      })
  }

  /// A share of a whole; 0 of nothing.
  public static func share(_ part: Double, of whole: Double) -> Double {
    whole > 0 ? part / whole : 0
  }

  /// Each amount as a share of their sum; zeros of nothing.
  public static func shares(of amounts: [Double]) -> [Double] {
    let total = amounts.reduce(0, +)
    return amounts.map { share($0, of: total) }
  }

  /// The Herfindahl-Hirschman index of some suppliers' amounts: Σ share², from 0 (nothing is supplied) or
  /// 1/n to 1.
  public static func concentration(of amounts: [Double]) -> Double {
    shares(of: amounts).reduce(0) { $0 + $1 * $1 }
  }

  /// The same weighted by each supplier's risk: Σ share²·risk; nil where the risk of somebody who supplies
  /// is not given.
  public static func concentrationRisk(of amounts: [Double], risk: [Double?]) -> Double? {
    var sum = 0.0
    for (share, risk) in zip(shares(of: amounts), risk) where share != 0 {
      guard let risk else { return nil }
      sum += share * share * risk
    }
    return sum
  }
}
