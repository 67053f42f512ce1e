/// A limit on all of some commodities that go from some regions to others in some periods.
public struct Quota: Sendable {
  public var id: String
  public var commodities: [CommodityIndex]
  public var origins: [RegionIndex]
  public var destinations: [RegionIndex]
  /// Most units a year.
  public var quantity: Double
  /// The one period that it binds in; nil: every period.
  public var period: PeriodIndex?

  public init(
    id: String, commodities: [CommodityIndex], origins: [RegionIndex], destinations: [RegionIndex],
    quantity: Double,
    period: PeriodIndex?
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
  /// Whether a flow counts against it where it binds: one of its commodities, from one of its origins to
  /// one of its destinations, and not inside one region.
  public func counts(_ flow: FlowKey) -> Bool {
    flow.isInternational && commodities.contains(flow.commodity) && origins.contains(flow.origin)
      && destinations.contains(flow.destination)
  }
}

/// A least flow on a lane.
public struct Contract: Sendable {
  public var id: String
  public var commodity: CommodityIndex
  public var origin: RegionIndex
  public var destination: RegionIndex
  /// Least units a year.
  public var quantity: Double
  public var periods: ClosedRange<PeriodIndex>

  public init(
    id: String, commodity: CommodityIndex, origin: RegionIndex, destination: RegionIndex,
    quantity: Double,
    periods: ClosedRange<PeriodIndex>
  ) {
    self.id = id
    self.commodity = commodity
    self.origin = origin
    self.destination = destination
    self.quantity = quantity
    self.periods = periods
  }
}

/// An observed flow.
public struct HistoricalFlow: Sendable {
  public var commodity: CommodityIndex
  public var origin: RegionIndex
  public var destination: RegionIndex
  public var period: PeriodIndex
  /// Units a year.
  public var quantity: Double

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
