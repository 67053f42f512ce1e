import CGSL

/// The door to the GNU Scientific Library. Its own handler of errors ends the process, so it is switched off before
/// the first call; then its functions return codes, which the callers here check.
enum GSL {
  /// Reading it switches the handler off, once for the whole process.
  static let withoutAborts: Void = { _ = gsl_set_error_handler_off() }()

  /// Arithmetic mean, 0 of no values. GSL updates it value by value, so equal values have exactly their mean.
  static func mean(_ values: [Double]) -> Double {
    withoutAborts
    return gsl_stats_mean(values, 1, values.count)
  }

  /// Standard deviation with the divisor n - 1, of at least two values.
  static func standardDeviation(_ values: [Double]) -> Double {
    withoutAborts
    return gsl_stats_sd(values, 1, values.count)
  }

  /// The quantile of ascending values, at least one, at a share in 0...1: linear between the values at the places
  /// ⌊(n - 1)·share⌋ and the next, counted from 0. It is never outside of these two, as round-off alone could make it.
  static func quantile(ofAscending values: [Double], at share: Double) -> Double {
    withoutAborts
    let place = min(Int(Double(values.count - 1) * share), values.count - 1)
    let next = min(place + 1, values.count - 1)
    let quantile = gsl_stats_quantile_from_sorted_data(values, 1, values.count, share)
    return min(max(quantile, values[place]), values[next])
  }

  /// P(X ≥ hits), where X is binomial: the number of hits in `count` draws, each a hit with `probability`. It is
  /// rounded to 1e-12, because its last digits depend on the machine's exponential function.
  static func binomialTail(hits: Int, count: Int, probability: Double) -> Double {
    withoutAborts
    guard hits > 0 else { return 1 }
    guard hits <= count, probability > 0 else { return 0 }
    guard probability < 1 else { return 1 }
    let tail = gsl_cdf_binomial_Q(UInt32(hits - 1), probability, UInt32(count))
    return (min(max(tail, 0), 1) * 1e12).rounded() / 1e12
  }

  /// The quantile of Student's t distribution at a share in 0..<1, rounded to 1e-12 as ``binomialTail(hits:count:probability:)``.
  static func studentQuantile(_ share: Double, freedom: Double) -> Double {
    withoutAborts
    return (gsl_cdf_tdist_Pinv(share, freedom) * 1e12).rounded() / 1e12
  }
}
