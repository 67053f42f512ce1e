/// A store of one commodity in one region.
public struct Stockpile: Sendable {
  public var id: String
  public var region: RegionIndex
  public var commodity: CommodityIndex
  /// Level before the first period, units.
  public var initial: Double
  /// Most units in store.
  public var capacity: Double
  /// Money a unit a year.
  public var holdingCost: Double
  /// Units a year that may be drawn; infinity without a limit.
  public var releaseLimit: Double
  /// Share lost a year.
  public var loss: Double
  /// Least units in store at the end of any period.
  public var minimum: Double
  /// Least level at the end where stockpiles are free.
  public var final: Double

  public init(
    id: String, region: RegionIndex, commodity: CommodityIndex, initial: Double, capacity: Double,
    holdingCost: Double = 0, releaseLimit: Double = .infinity, loss: Double = 0,
    minimum: Double = 0, final: Double
  ) {
    self.id = id
    self.region = region
    self.commodity = commodity
    self.initial = initial
    self.capacity = capacity
    self.holdingCost = holdingCost
    self.releaseLimit = releaseLimit
    self.loss = loss
    self.minimum = minimum
    self.final = final
  }
}
