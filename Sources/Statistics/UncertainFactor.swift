/// A number z that is not known, between -1 and 1, with 0 as its nominal value. All factors are independent.
public struct UncertainFactor: Sendable, Hashable {
  /// The shape of a distribution.
  public enum Shape: Sendable, Hashable {
    /// The density falls in straight lines from its peak at 0 to 0 at both ends of the range.
    case triangular
    /// The density is the same in the whole range.
    case uniform
  }

  /// The name, which chooses the stream of its random numbers. Two factors of one question have different names.
  public var name: String
  /// How its distribution looks.
  public var shape: Shape
  /// Where z lies: a part of -1...1. Where one end of an assumption is its nominal value, it is 0...1 or -1...0.
  public var range: ClosedRange<Double>

  /// A factor.
  public init(name: String, shape: Shape, range: ClosedRange<Double> = -1...1) {
    self.name = name
    self.shape = shape
    self.range = range
  }

  /// The most probable z of a triangular distribution: 0, or the end of the range that is nearest to 0.
  private var peak: Double { min(max(0, range.lowerBound), range.upperBound) }

  /// The z that the factor does not exceed with probability p, the inverse of ``probability(upTo:)``.
  ///
  /// Uniform on [a, b]: a + p·(b - a). Triangular with the peak m: with F = (m - a)/(b - a), it is
  /// a + √(p·(b - a)·(m - a)) for p ≤ F, and b - √((1 - p)·(b - a)·(b - m)) otherwise. A p outside of 0...1 counts as
  /// the nearest end.
  public func quantile(_ p: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    let width = high - low
    guard width > 0 else { return low }
    let p = min(max(p, 0), 1)
    let z: Double
    switch shape {
    case .uniform: z = low + p * width
    case .triangular where p * width <= peak - low:
      z = low + (p * width * (peak - low)).squareRoot()
    case .triangular: z = high - ((1 - p) * width * (high - peak)).squareRoot()
    }
    return min(max(z, low), high)
  }

  /// The probability that the factor is at most z: its cumulative distribution.
  public func probability(upTo z: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard z >= low else { return 0 }
    guard z < high else { return 1 }
    let width = high - low
    switch shape {
    case .uniform: return (z - low) / width
    case .triangular where z <= peak && peak > low:
      return (z - low) * (z - low) / (width * (peak - low))
    case .triangular: return 1 - (high - z) * (high - z) / (width * (high - peak))
    }
  }
}
