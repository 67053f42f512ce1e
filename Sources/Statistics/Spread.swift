/// How values are spread: mean, standard deviation and quantiles. The order of the values does not matter.
public struct Spread: Sendable, Hashable {
  /// How many values there are, at least 1.
  public let count: Int
  /// Σ v / n.
  public let mean: Double
  /// √(Σ (v - mean)² / (n - 1)); nil of one value.
  public let standardDeviation: Double?
  /// The least value.
  public let least: Double
  /// The 5 % quantile. A quantile at the share f is linear between the ascending values at the places ⌊(n - 1)·f⌋ and the
  /// next, counted from 0 (definition 7 of Hyndman and Fan 1996).
  public let q05: Double
  /// The 25 % quantile.
  public let q25: Double
  /// The 50 % quantile.
  public let median: Double
  /// The 75 % quantile.
  public let q75: Double
  /// The 95 % quantile.
  public let q95: Double
  /// The greatest value.
  public let greatest: Double

  /// The spread of finite values; nil if there are none.
  public init?(_ values: [Double]) {
    let ascending = values.sorted()
    guard let least = ascending.first, let greatest = ascending.last else { return nil }
    let quantile = { GSL.quantile(ofAscending: ascending, at: $0) }
    count = ascending.count
    mean = min(max(GSL.mean(ascending), least), greatest)
    standardDeviation = count < 2 ? nil : GSL.standardDeviation(ascending)
    self.least = least
    q05 = quantile(0.05)
    q25 = quantile(0.25)
    median = quantile(0.5)
    q75 = quantile(0.75)
    q95 = quantile(0.95)
    self.greatest = greatest
  }

  /// Whether values differ by no more than round-off: by at most 1e-12 of the greatest in size. No values are constant.
  static func isConstant(_ values: [Double]) -> Bool {
    guard let least = values.min(), let greatest = values.max() else { return true }
    return greatest - least <= 1e-12 * max(abs(least), abs(greatest))
  }
}
