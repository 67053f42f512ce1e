/// A limit on the sum of flows of some commodities from some regions to others.
public struct Quota: Sendable {
  /// An identifier; several quotas may have the same.
  public var id: String
  /// Whose flows count.
  public var commodities: [CommodityIndex]
  /// Where the flows that count come from.
  public var origins: [RegionIndex]
  /// Where the flows that count go.
  public var destinations: [RegionIndex]
  /// Most of all flows together, units a year.
  public var quantity: Double
  /// The only period in which it holds; nil: every period.
  public var period: PeriodIndex?

  /// A quota.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - commodities: whose flows count.
  ///   - origins: where they come from.
  ///   - destinations: where they go.
  ///   - quantity: most of all flows together, units a year.
  ///   - period: the only period in which it holds; every period if not given.
  public init(
    id: String, commodities: [CommodityIndex], origins: [RegionIndex], destinations: [RegionIndex],
    quantity: Double, period: PeriodIndex? = nil
  ) {
    self.id = id
    self.commodities = commodities
    self.origins = origins
    self.destinations = destinations
    self.quantity = quantity
    self.period = period
  }
}

extension Quota {
  /// Whether a flow counts where the quota holds: it is of one of the commodities, from one of the origins to one of
  /// the destinations, and not inside one region.
  public func counts(_ flow: FlowKey) -> Bool {
    flow.isInternational && commodities.contains(flow.commodity) && origins.contains(flow.origin)
      && destinations.contains(flow.destination)
  }
}

/// A least flow on a lane.
public struct Contract: Sendable, Identifiable {
  /// An identifier that no other contract has.
  public var id: String
  /// What is taken.
  public var commodity: CommodityIndex
  /// From where.
  public var origin: RegionIndex
  /// To where.
  public var destination: RegionIndex
  /// Least flow, units a year.
  public var quantity: Double
  /// First period in which it holds.
  public var starts: PeriodIndex
  /// Last period in which it holds, `starts` or later.
  public var ends: PeriodIndex
  /// What is paid for its quantity, money a unit; nil: what it costs. It moves bills and no optimum.
  public var price: Double?
  /// The least that is paid for its quantity, money a unit; nil: no least price.
  public var floor: Double?

  /// First to last period in which it holds; ``starts`` only if ``ends`` is before it, which is a mistake.
  public var periods: ClosedRange<PeriodIndex> { starts...max(starts, ends) }

  /// A contract.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - commodity: what is taken.
  ///   - origin: from where.
  ///   - destination: to where.
  ///   - quantity: least flow, units a year.
  ///   - periods: first to last period in which it holds.
  ///   - price: what is paid for its quantity, money a unit; what it costs if not given.
  ///   - floor: the least that is paid for its quantity, money a unit; no least price if not given.
  public init(
    id: String, commodity: CommodityIndex, origin: RegionIndex, destination: RegionIndex,
    quantity: Double, periods: ClosedRange<PeriodIndex>, price: Double? = nil,
    floor: Double? = nil
  ) {
    self.init(
      id: id, commodity: commodity, origin: origin, destination: destination, quantity: quantity,
      starts: periods.lowerBound, ends: periods.upperBound, price: price, floor: floor)
  }

  /// A contract.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - commodity: what is taken.
  ///   - origin: from where.
  ///   - destination: to where.
  ///   - quantity: least flow, units a year.
  ///   - starts: first period in which it holds.
  ///   - ends: last period in which it holds.
  ///   - price: what is paid for its quantity, money a unit; what it costs if not given.
  ///   - floor: the least that is paid for its quantity, money a unit; no least price if not given.
  public init(
    id: String, commodity: CommodityIndex, origin: RegionIndex, destination: RegionIndex,
    quantity: Double, starts: PeriodIndex, ends: PeriodIndex, price: Double? = nil,
    floor: Double? = nil
  ) {
    self.id = id
    self.commodity = commodity
    self.origin = origin
    self.destination = destination
    self.quantity = quantity
    self.starts = starts
    self.ends = ends
    self.price = price
    self.floor = floor
  }
}

/// A flow that was observed.
public struct HistoricalFlow: Sendable {
  /// What flowed.
  public var commodity: CommodityIndex
  /// From where.
  public var origin: RegionIndex
  /// To where.
  public var destination: RegionIndex
  /// When.
  public var period: PeriodIndex
  /// Units a year.
  public var quantity: Double

  /// An observed flow.
  ///
  /// - Parameters:
  ///   - commodity: what flowed.
  ///   - origin: from where.
  ///   - destination: to where.
  ///   - period: when.
  ///   - quantity: units a year.
  public init(
    commodity: CommodityIndex, origin: RegionIndex, destination: RegionIndex, period: PeriodIndex,
    quantity: Double
  ) {
    self.commodity = commodity
    self.origin = origin
    self.destination = destination
    self.period = period
    self.quantity = quantity
  }
}
