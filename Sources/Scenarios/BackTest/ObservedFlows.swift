package import Sourcing

/// The flows that happened: those of history, and the withheld ones. Where withheld flows have a commodity, destination
/// and period, they count and those of history do not.
package struct ObservedFlows {
  /// A commodity that reaches a destination in a period.
  struct Inflow: Hashable {
    var commodity: CommodityIndex
    var destination: RegionIndex
    var period: PeriodIndex

    init(_ commodity: CommodityIndex, _ destination: RegionIndex, _ period: PeriodIndex) {
      (self.commodity, self.destination, self.period) = (commodity, destination, period)
    }

    init(_ flow: HistoricalFlow) {
      self.init(flow.commodity, flow.destination, flow.period)
    }
  }

  /// All flows, first those of history, in the order of their tables.
  private let flows: [HistoricalFlow]

  /// The flows of an instance.
  package init(_ instance: Instance) {
    let withheld = Set(instance.observed.map(Inflow.init))
    flows =
      instance.history.filter { !withheld.contains(Inflow($0)) } + instance.observed
  }

  /// The flows up to a period, and of the period itself.
  package func flows(through period: PeriodIndex) -> [HistoricalFlow] {
    flows.filter { $0.period <= period }
  }

  /// The supply of each destination with each commodity that has flows above 0, and with a group; sorted by commodity
  /// and destination, the group last.
  ///
  /// - Parameter group: a group whose members are also added up; nil, or one commodity alone: none.
  func markets(and group: CommodityGroup?, of instance: Instance) -> [ObservedMarket] {
    var inflows: [Place: [PeriodIndex: [RegionIndex: Double]]] = [:]
    for flow in flows {
      let place = Place(region: flow.destination, commodity: flow.commodity)
      inflows[place, default: [:]][flow.period, default: [:]][flow.origin] = flow.quantity
    }
    let single = inflows.sorted { $0.key < $1.key }.compactMap { place, periods in
      ObservedMarket(
        instance.commodityGroup(place.commodity), members: [place.commodity], into: place.region,
        [periods])
    }
    guard let group, group.members.count > 1 else { return single }
    return single
      + instance.regions.indices.compactMap { region in
        let found = group.members.compactMap { member in
          inflows[Place(region: region, commodity: member)].map { (member, $0) }
        }
        return ObservedMarket(group, members: found.map(\.0), into: region, found.map(\.1))
      }
  }
}

/// The supply of one destination with a commodity or group, as it was observed.
struct ObservedMarket: Sendable {
  /// The commodity or group.
  let commodity: CommodityGroup
  /// The members of the group that have observed flows into the destination; only they count.
  let members: [CommodityIndex]
  /// Where the flows go.
  let destination: RegionIndex
  /// The origins with a flow above 0 in some period, ascending.
  let origins: [RegionIndex]
  /// The periods in which all members have observed flows, together above 0; ascending.
  let periods: [PeriodIndex]
  /// The sum of all flows in each of these periods, units a year.
  let quantities: [Double]
  /// The share of each origin in each of these periods, from 0 to 1: [period][origin].
  let shares: [[Double]]

  /// - Parameters:
  ///   - commodity: the commodity or group.
  ///   - members: its members with observed flows.
  ///   - destination: where the flows go.
  ///   - flows: the flows of each member by period and origin.
  /// - Returns: nil if no flow is above 0.
  init?(
    _ commodity: CommodityGroup, members: [CommodityIndex], into destination: RegionIndex,
    _ flows: [[PeriodIndex: [RegionIndex: Double]]]
  ) {
    guard let first = flows.first else { return nil }
    let complete = first.keys.filter { period in flows.allSatisfy { $0[period] != nil } }
    var sums: [PeriodIndex: [RegionIndex: Double]] = [:]
    for period in complete.sorted() {
      let sum = flows.reduce(into: [RegionIndex: Double]()) { sum, member in
        for (origin, quantity) in member[period] ?? [:] where quantity > 0 {
          sum[origin, default: 0] += quantity
        }
      }
      if !sum.isEmpty { sums[period] = sum }
    }
    guard !sums.isEmpty else { return nil }
    let origins = Set(sums.values.flatMap(\.keys)).sorted()
    let periods = sums.keys.sorted()
    let amounts = periods.map { period in origins.map { sums[period]?[$0] ?? 0 } }
    self.commodity = commodity
    self.members = members
    self.destination = destination
    self.origins = origins
    self.periods = periods
    quantities = amounts.map { $0.reduce(0, +) }
    shares = amounts.map(PlanShares.shares)
  }

  /// The number of its periods that are not after a period.
  func count(through period: PeriodIndex) -> Int { periods.prefix { $0 <= period }.count }
}
