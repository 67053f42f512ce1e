/// Forecasts of shares from earlier shares alone, beside which a plan is judged.
package enum NaiveForecasts {
  /// The most earlier periods through which a trend is drawn.
  package static let longestTrend = 5

  /// Shares stay: those of the last period.
  ///
  /// - Parameter shares: of each earlier period the shares of the same origins, from 0 to 1; at least one period.
  package static func stay(_ shares: [[Double]]) -> [Double] { shares[shares.count - 1] }

  /// Shares follow their trend: the line of least squares through the shares of an origin in the last periods, at most
  /// ``longestTrend``, goes on; shares below 0 become 0, and all are scaled so that they sum to 1.
  ///
  ///     line_i(x) = s̄_i + (x − x̄)·Σ_t (x_t − x̄)·(s_it − s̄_i) / Σ_t (x_t − x̄)²
  ///     share_i(x) = max(0, line_i(x)) / Σ_j max(0, line_j(x))
  ///
  /// The lines sum to 1 at every x, as the shares do, so the sum of what is above 0 is 1 or more. Of one period only, it
  /// is the same as ``stay(_:)``.
  ///
  /// - Parameters:
  ///   - shares: of each earlier period the shares of the same origins, from 0 to 1; at least one period.
  ///   - times: when each period starts, years, ascending.
  ///   - time: x, when the period of the forecast starts, years.
  package static func trend(_ shares: [[Double]], at times: [Double], for time: Double) -> [Double]
  {
    let shares = shares.suffix(longestTrend)
    let times = times.suffix(longestTrend)
    let count = Double(shares.count)
    let meanTime = times.reduce(0, +) / count
    let spread = times.reduce(0) { $0 + ($1 - meanTime) * ($1 - meanTime) }
    guard spread > 0 else { return stay(Array(shares)) }
    let origins = shares.first?.indices ?? 0..<0
    let lines = origins.map { origin in
      let mean = shares.reduce(0) { $0 + $1[origin] } / count
      let slope =
        zip(times, shares).reduce(0) { $0 + ($1.0 - meanTime) * ($1.1[origin] - mean) } / spread
      return max(0, mean + slope * (time - meanTime))
    }
    let total = lines.reduce(0, +)
    return lines.map { $0 / total }
  }
}
