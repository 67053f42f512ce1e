/// How much of the variance of values each factor explains (Sobol 1993).
public struct SobolIndices: Sendable, Hashable {
  /// An index with its interval.
  public struct Index: Sendable, Hashable {
    /// The estimate. Sampling errors can move it below 0 or above 1.
    public var value: Double
    /// The 2.5 % quantile of the index over resamples of the points.
    public var low: Double
    /// The 97.5 % quantile of the index over resamples of the points.
    public var high: Double

    /// An index with its interval.
    public init(value: Double, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// First-order index of each factor: V(E(f | z_i)) / V(f), the share of the variance that goes if it alone becomes known.
  public var first: [Index?]
  /// Total index of each factor: E(V(f | all but z_i)) / V(f), the share that stays if all others become known.
  public var total: [Index?]
  /// How many points have no value. If there are any, all indices are nil.
  public var missing: Int

  /// Indices that were worked out.
  public init(first: [Index?], total: [Index?], missing: Int) {
    self.first = first
    self.total = total
    self.missing = missing
  }
}
