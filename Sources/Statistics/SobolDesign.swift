/// The points for first-order and total Sobol indices (Saltelli et al. 2010): two matrices A and B of N points each, and
/// for each factor i the matrix A_B^i, which is A with the column of factor i from B. These are N·(n + 2) points.
///
/// A is the ``LatinHypercube`` of the same factors, samples and seed; B is a second one from other streams.
public struct SobolDesign: Sendable {
  /// The points of A, then those of B, then those of A_B^i for each factor i: `points[point][factor]`.
  public let points: [[Double]]
  private let samples: Int
  private let factorCount: Int
  private let seed: UInt64

  /// Draws the points. `samples` is N; no points for 0 or fewer.
  public init(factors: [UncertainFactor], samples: Int, seed: UInt64) {
    let first = LatinHypercube(factors: factors, samples: samples, seed: seed).points
    let second = LatinHypercube(
      factors: factors, samples: samples, seed: seed, purpose: .secondMatrix
    ).points
    let mixed = factors.indices.flatMap { factor in
      zip(first, second).map { row, other in
        var row = row
        row[factor] = other[factor]
        return row
      }
    }
    points = first + second + mixed
    self.samples = max(0, samples)
    factorCount = factors.count
    self.seed = seed
  }

  /// The indices of a function whose value at each of ``points`` is given, nil where it has none.
  ///
  /// With f0 and V the mean and the variance of f over A and B together:
  /// - first order: S_i = mean((f_B - f0)·(f_A_B^i - f_A)) / V (Saltelli et al. 2010, with f0 subtracted, which changes
  ///   no expectation and makes the noise smaller);
  /// - total: T_i = mean((f_A - f_A_B^i)²) / 2V (Jansen 1999).
  ///
  /// The interval has the 2.5 % and 97.5 % quantiles of the same estimates over `resamples` resamples: N of the N
  /// samples are drawn with replacement, each with its values in A, B and all A_B^i (bootstrap, Efron 1979). With
  /// Latin hypercubes it is rather too wide than too narrow. All indices are nil if a point has no value, if the values over A
  /// and B are constant, or for fewer than two samples.
  public func indices(of values: [Double?], resamples: Int = 1000) -> SobolIndices {
    precondition(values.count == points.count, "each point has a value, or nil")
    let known = values.compactMap(\.self)
    let none = [SobolIndices.Index?](repeating: nil, count: factorCount)
    guard known.count == values.count, samples >= 2,
      !Spread.isConstant(Array(known.prefix(2 * samples)))
    else {
      return SobolIndices(first: none, total: none, missing: values.count - known.count)
    }
    let estimator = SobolEstimator(values: known, samples: samples, factorCount: factorCount)
    let (first, total) = estimator.indices(of: Array(0..<samples)) ?? ([], [])
    var resampled: [(first: [Double], total: [Double])] = []
    var stream = RandomStream(seed: seed, samples: samples, purpose: .bootstrap)
    for _ in 0..<max(0, resamples) {
      let rows = (0..<samples).map { _ in stream.index(below: samples) }
      if let estimate = estimator.indices(of: rows) { resampled.append(estimate) }
    }
    return SobolIndices(
      first: first.indices.map { factor in
        Self.index(first[factor], resampled: resampled.map { $0.first[factor] })
      },
      total: total.indices.map { factor in
        Self.index(total[factor], resampled: resampled.map { $0.total[factor] })
      }, missing: 0)
  }

  /// An estimate with the interval of its resamples; without any, the interval is the estimate itself.
  private static func index(_ value: Double, resampled: [Double]) -> SobolIndices.Index {
    let ascending = resampled.sorted()
    guard !ascending.isEmpty else { return .init(value: value, low: value, high: value) }
    return .init(
      value: value, low: GSL.quantile(ofAscending: ascending, at: 0.025),
      high: GSL.quantile(ofAscending: ascending, at: 0.975))
  }
}
