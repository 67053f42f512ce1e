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

  /// The same flow in the period before.
  public var before: FlowKey {
    FlowKey(
      commodity: commodity, origin: origin, destination: destination, period: period - 1)
  }
}
