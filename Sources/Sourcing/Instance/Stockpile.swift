/// A store of one commodity in one region.
public struct Stockpile: Sendable, Identifiable {
  /// An identifier that no other stockpile has.
  public var id: String
  /// Where it is.
  public var region: RegionIndex
  /// What it holds.
  public var commodity: CommodityIndex
  /// Level before the first period, units, at most the capacity.
  public var initial: Double
  /// Most units in store.
  public var capacity: Double
  /// Cost of keeping, money a unit a year.
  public var holdingCost: Double
  /// Most units a year that may be drawn; infinity without a limit.
  public var releaseLimit: Double
  /// Share that is lost in a year, from 0 to 1.
  public var loss: Double
  /// Least units in store at the end of any period, at most the capacity.
  public var minimum: Double
  /// Least units in store at the end of the last period, at most the capacity. It holds where stockpiles are free.
  public var final: Double

  /// A stockpile. What is not given is as in a blank cell of `stockpiles.csv`.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - region: where it is.
  ///   - commodity: what it holds.
  ///   - initial: units in store before the first period.
  ///   - capacity: most units in store; the initial level if not given.
  ///   - holdingCost: money a unit a year.
  ///   - releaseLimit: most units a year that may be drawn.
  ///   - loss: share that is lost in a year.
  ///   - minimum: least units in store.
  ///   - final: least units in store at the end; the initial level if not given.
  public init(
    id: String, region: RegionIndex, commodity: CommodityIndex, initial: Double,
    capacity: Double? = nil, holdingCost: Double = 0, releaseLimit: Double = .infinity,
    loss: Double = 0, minimum: Double = 0, final: Double? = nil
  ) {
    self.id = id
    self.region = region
    self.commodity = commodity
    self.initial = initial
    self.capacity = capacity ?? initial
    self.holdingCost = holdingCost
    self.releaseLimit = releaseLimit
    self.loss = loss
    self.minimum = minimum
    self.final = final ?? initial
  }
}
