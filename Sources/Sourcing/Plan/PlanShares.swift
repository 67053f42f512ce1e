/// Who supplies whom in a plan, by quantity or value.
public struct PlanShares: Sendable {
  let instance: Instance
  private let regionCount: Int
  private let commodityCount: Int
  private var flows: [Double]

  /// The shares of a plan. O(regions²·commodities·periods).
  public init(instance: Instance, plan: Plan) {
    self.init(instance: instance)
    for flow in plan.flows { flows[cell(flow.key)] += flow.quantity }
  }

  /// The shares of the flows that were observed. O(regions²·commodities·periods).
  ///
  /// - Parameter instance: the instance with its history.
  public init(historyOf instance: Instance) {
    self.init(instance: instance)
    for flow in instance.history {
      let key = FlowKey(
        commodity: flow.commodity, origin: flow.origin, destination: flow.destination,
        period: flow.period)
      flows[cell(key)] += flow.quantity
    }
  }

  private init(instance: Instance) {
    self.instance = instance
    regionCount = instance.regions.count
    commodityCount = instance.commodities.count
    let cellCount = instance.horizon.count * commodityCount * regionCount * regionCount
    flows = Array(repeating: 0, count: cellCount)
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

  /// The flow f[k,i,j,t], units a year.
  public func flow(_ key: FlowKey) -> Double { flows[cell(key)] }

  /// The flow from some regions to others in a period.
  ///
  ///     F(A,B) = Σ_{k,i∈A,j∈B} worth[k,t]·f[k,i,j,t], where worth is 1 or the price
  ///
  /// - Parameters:
  ///   - commodity: what flows.
  ///   - origins: A.
  ///   - destinations: B.
  ///   - period: t.
  ///   - measure: whether quantities or values are added up.
  /// - Returns: units a year, or money a year.
  public func trade(
    _ commodity: CommodityGroup, from origins: [RegionIndex], to destinations: [RegionIndex],
    period: PeriodIndex,
    measure: Measure = .quantity
  ) -> Double {
    var sum = 0.0
    for member in commodity.members {
      let worth = measure.worth(of: member, in: period, instance)
      for origin in origins {
        let first = firstCell(member, origin, period)
        for destination in destinations {
          sum += worth * flows[first + destination.position]
        }
      }
    }
    return sum
  }

  /// The flow F({i},M) from every region i; 0 for regions that the basis leaves out.
  ///
  /// - Parameters:
  ///   - commodity: what flows.
  ///   - destinations: M.
  ///   - period: when.
  ///   - basis: with `imports`, flows from M count as 0.
  ///   - measure: whether quantities or values are added up.
  /// - Returns: units a year, or money a year.
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

  /// A part as a share of a whole; 0 if the whole is 0.
  public static func share(_ part: Double, of whole: Double) -> Double {
    whole > 0 ? part / whole : 0
  }

  /// Each amount as a share of their sum; zeros if the sum is 0.
  public static func shares(of amounts: [Double]) -> [Double] {
    let total = amounts.reduce(0, +)
    return amounts.map { share($0, of: total) }
  }

  /// The Herfindahl-Hirschman index of the amounts of n suppliers: Σ share², from 1/n to 1, and 0 if nothing is
  /// supplied.
  public static func concentration(of amounts: [Double]) -> Double {
    shares(of: amounts).reduce(0) { $0 + $1 * $1 }
  }

  /// The same weighted by the risk of each supplier: Σ share²·risk; nil if the risk of a supplier with a share is
  /// not given.
  public static func concentrationRisk(of amounts: [Double], risk: [Double?]) -> Double? {
    var sum = 0.0
    for (share, risk) in zip(shares(of: amounts), risk) where share != 0 {
      guard let risk else { return nil }
      sum += share * share * risk
    }
    return sum
  }
}
