/// Points by Latin hypercube sampling (McKay, Beckman and Conover 1979): the distribution of each factor is cut into N
/// parts of probability 1/N, one draw is made in each part, and the draws of each factor are put in random order.
///
/// The draws of a factor depend on the seed, N and its name only. So the other columns stay as they are when a factor
/// is added or left out.
public struct LatinHypercube: Sendable {
  /// The points: `points[sample][factor]` is the z of the factor.
  public let points: [[Double]]

  /// Draws N = `samples` points. No points for 0 or fewer.
  public init(factors: [UncertainFactor], samples: Int, seed: UInt64) {
    self.init(factors: factors, samples: samples, seed: seed, purpose: .hypercube)
  }

  /// As the other, from the streams of another purpose.
  init(
    factors: [UncertainFactor], samples: Int, seed: UInt64, purpose: RandomStream.Purpose
  ) {
    let columns = factors.map { factor in
      Self.draws(of: factor, samples: max(0, samples), seed: seed, purpose: purpose)
    }
    points = (0..<max(0, samples)).map { sample in columns.map { $0[sample] } }
  }

  /// The z of one factor in each point.
  private static func draws(
    of factor: UncertainFactor, samples: Int, seed: UInt64, purpose: RandomStream.Purpose
  ) -> [Double] {
    var stream = RandomStream(seed: seed, samples: samples, purpose: purpose, name: factor.name)
    let parts = stream.permutation(of: samples)
    return parts.map { part in
      factor.quantile((Double(part) + stream.uniform()) / Double(samples))
    }
  }
}
