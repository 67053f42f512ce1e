public import Importing

/// Something has moved: a good from an origin that falls or gets dear, or a good that is newly dependent.
public struct Alert: Sendable, Hashable {
  /// How soon to act. With a price by the months to the first shortage, else by indicators alone.
  public enum Class: String, Sendable, CaseIterable, Comparable, Hashable {
    /// A shortage in less than three months.
    case a = "A"
    /// In less than six; without a price: a dependent good has moved.
    case b = "B"
    /// Later in the window, or the fall is small; without a price: a good has moved.
    case c = "C"
    /// None in the window; without a price: a good is dependent and has not moved.
    case d = "D"

    /// A comes first.
    public static func < (x: Self, y: Self) -> Bool { x.rawValue < y.rawValue }
  }

  /// Why it was raised.
  public enum Reason: String, Sendable, CaseIterable, Hashable {
    /// Imports from the origin have fallen.
    case fall
    /// One unit value is far above those of the same months of earlier years.
    case jump
    /// Unit values have been above those of earlier years for a while.
    case cusum
    /// The good is dependent now and was not a year before.
    case dependent
  }

  /// Id of the good.
  public var good: String
  /// The origin: a place of the trade records. For ``Reason/dependent`` the largest origin.
  public var origin: String
  /// The first period of what has moved.
  public var since: TradePeriod
  /// The period as of which it was raised.
  public var asOf: TradePeriod
  /// Why, in the order of the cases.
  public var reasons: [Reason]
  /// The part of the usual imports that is missing, of the last period, 0 to 1, negative if more came; nil: not known.
  public var fall: Double?
  /// The robust z of the last unit value; nil: not known.
  public var z: Double?
  /// The one-sided sum of the last period; nil: not known.
  public var cusum: Double?
  /// The part of the good's imports that came from the origin in the up to five years before the last one, 0 to 1: by
  /// tons where the good has any, else by value. Nil: nothing came in these years.
  public var usualShare: Double?
  /// Whether the good is dependent, by all three indicators of the European Commission, on either basis.
  public var isDependent: Bool

  /// An alert.
  public init(
    good: String, origin: String, since: TradePeriod, asOf: TradePeriod, reasons: [Reason],
    fall: Double? = nil, z: Double? = nil, cusum: Double? = nil, usualShare: Double? = nil,
    isDependent: Bool = false
  ) {
    self.good = good
    self.origin = origin
    self.since = since
    self.asOf = asOf
    self.reasons = reasons
    self.fall = fall
    self.z = z
    self.cusum = cusum
    self.usualShare = usualShare
    self.isDependent = isDependent
  }

  /// Whether something has moved: imports have fallen, or have become dear.
  public var hasMoved: Bool { reasons.contains { $0 != .dependent } }

  /// The class where no plan says what it would cost: B if the good is dependent and something has moved, C if something
  /// has moved, D if it is newly dependent only.
  public var urgencyWithoutPlan: Class {
    guard hasMoved else { return .d }
    return isDependent ? .b : .c
  }
}
