/// A commodity on its way from an origin to a destination in a period.
public struct FlowKey: Hashable, Sendable {
  public var commodity: Int
  public var origin: Int
  public var destination: Int
  public var period: Int

  public init(commodity: Int, origin: Int, destination: Int, period: Int) {
    self.commodity = commodity
    self.origin = origin
    self.destination = destination
    self.period = period
  }

  public var isInternational: Bool { origin != destination }

  /// The flow of the same commodity on the same lane in the period before.
  public var before: FlowKey { moved(to: period - 1) }

  /// The flow of the same commodity on the same lane in another period.
  public func moved(to period: Int) -> FlowKey {
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
