public import Importing

/// How much the imports of a good from one origin have moved in one period, against the same month of earlier years, or
/// against earlier years.
public struct OriginChange: Sendable, Hashable {
  /// The month or year.
  public let period: TradePeriod
  /// Metric tons; nil: not known, or less than 90 % of the value has a weight.
  public let tons: Double?
  /// The median of tons over the 3 to 5 years before; nil with fewer than 3 of them known.
  public let usualTons: Double?
  /// US dollars a ton; nil: nothing came, or nothing is known.
  public let unitValue: Double?
  /// The median of unit values over the 3 to 5 years before, US dollars a ton; nil with fewer than 3 of them known.
  public let usualUnitValue: Double?
  /// How many unit values of earlier years there are, 0 to 5.
  public let years: Int
  /// 1 - tons / usual tons, at most 1, negative if more came than usual; nil if one is not known, or the usual is 0.
  public let fall: Double?
  /// (x - median) / (1.4826 · max(median deviation, 0.05)) of x = ln(unit value) against the 3 to 5 years before
  /// (Iglewicz and Hoaglin 1993); nil with fewer than 3 of them known.
  public let z: Double?
  /// The z of months that is summed up: with the spread of all months and without their drift, since the spread of five
  /// values is often far too small by chance. Nil for years, or with fewer than 24 pairs of the same month in two years.
  public let steadyZ: Double?
  /// S = max(0, S before + z - 1/2) (Page 1954), of months with ``steadyZ``; it starts anew at 0 after it has passed its
  /// limit. Nil while there is no z yet.
  public let cusum: Double?
  /// The limit of ``cusum``; nil if that is nil.
  public let cusumLimit: Double?
  /// Why an alert is raised, without a thought of how much the origin usually sends.
  public let reasons: [Alert.Reason]
  /// The first period of what has moved, the earliest of all ``reasons``; nil without any.
  public let since: TradePeriod?
}
