/// The median of some values and how far they usually are from it. A few wild values move neither.
public struct MedianSpread: Sendable, Hashable {
  /// The median deviation of values of a normal distribution, times this, is their standard deviation.
  public static let normalFactor = 1.4826

  /// How many values there are, at least 1.
  public let count: Int
  /// The middle value; of an even number the mean of the two in the middle.
  public let median: Double
  /// The median of |v - median|, in the unit of the values.
  public let deviation: Double

  /// The middle and the spread of finite values; nil if there are none.
  public init?(_ values: [Double]) {
    guard let median = Self.median(values),
      let deviation = Self.median(values.map { abs($0 - median) })
    else { return nil }
    count = values.count
    self.median = median
    self.deviation = deviation
  }

  /// How far a value is above the median: (value - median) / (1.4826 · max(deviation, least)).
  ///
  /// For values of a normal distribution it is about the number of standard deviations (Iglewicz and Hoaglin 1993).
  ///
  /// - Parameters:
  ///   - value: the value to compare, in the unit of the values.
  ///   - least: the deviation is taken as at least this, more than 0, in the unit of the values.
  public func z(of value: Double, least: Double) -> Double {
    (value - median) / (Self.normalFactor * max(deviation, least))
  }

  /// The middle value; of an even number the mean of the two in the middle; nil if there are none.
  public static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let ascending = values.sorted()
    let middle = ascending.count / 2
    return ascending.count.isMultiple(of: 2)
      ? (ascending[middle - 1] + ascending[middle]) / 2 : ascending[middle]
  }
}
