/// A commodity that moves from an origin to a destination in a period.
public struct FlowKey: Hashable, Sendable {
  /// What moves.
  public var commodity: CommodityIndex
  /// From where.
  public var origin: RegionIndex
  /// To where.
  public var destination: RegionIndex
  /// When.
  public var period: PeriodIndex

  /// The key of a flow.
  ///
  /// - Parameters:
  ///   - commodity: what moves.
  ///   - origin: from where.
  ///   - destination: to where.
  ///   - period: when.
  public init(
    commodity: CommodityIndex, origin: RegionIndex, destination: RegionIndex, period: PeriodIndex
  ) {
    self.commodity = commodity
    self.origin = origin
    self.destination = destination
    self.period = period
  }

  /// Whether origin and destination differ.
  public var isInternational: Bool { origin != destination }

  /// The flow of the same commodity on the same lane in the period before.
  public var before: FlowKey { moved(to: period.before) }

  /// The flow of the same commodity on the same lane in another period.
  public func moved(to period: PeriodIndex) -> FlowKey {
    FlowKey(commodity: commodity, origin: origin, destination: destination, period: period)
  }
}

extension FlowKey: Comparable {
  /// By period, commodity, origin, destination.
  public static func < (a: FlowKey, b: FlowKey) -> Bool {
    (a.period, a.commodity, a.origin, a.destination)
      < (b.period, b.commodity, b.origin, b.destination)
  }
}
