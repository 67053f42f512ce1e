/// Value and weight of trade. The sum of two has the sums of all three numbers.
public struct TradeFigures: Sendable, Hashable {
  /// US dollars of all rows.
  public var value: Double
  /// Metric tons of the rows with a weight; nil: no row has one.
  public var tons: Double?
  /// US dollars of the rows that have both a weight and a value.
  public var weighedValue: Double
  /// Metric tons of the rows that have both a weight and a value.
  public var pricedTons: Double

  /// Figures of one row.
  ///
  /// - Parameters:
  ///   - value: US dollars; nil: not known.
  ///   - tons: metric tons; nil: not known.
  public init(value: Double?, tons: Double?) {
    self.value = value ?? 0
    self.tons = tons
    let isWhole = value != nil && tons != nil
    weighedValue = isWhole ? value ?? 0 : 0
    pricedTons = isWhole ? tons ?? 0 : 0
  }

  /// Nothing, of which nothing is known.
  public static let none = TradeFigures(value: nil, tons: nil)

  /// US dollars a ton of the rows that have both; nil if there are none, or either is 0.
  public var unitValue: Double? {
    pricedTons > 0 && weighedValue > 0 ? weighedValue / pricedTons : nil
  }

  /// The part of the value that rows with a weight have, 0 to 1; nil without a value.
  public var weighedShare: Double? { value > 0 ? weighedValue / value : nil }

  /// Adds the figures of other trade.
  public static func += (a: inout Self, b: Self) {
    a.value += b.value
    if let more = b.tons { a.tons = (a.tons ?? 0) + more }
    a.weighedValue += b.weighedValue
    a.pricedTons += b.pricedTons
  }
}
