import Statistics

/// How far a monthly series moves from year to year, of all months of the five years before one.
///
/// Five values of one month alone say little of their spread: their median deviation is often far too small by chance.
/// Here all pairs of the same month in two of the years count. The drift is the median of their differences a year
/// (Theil 1950, Sen 1968), and the spread is that of the differences without the drift,
/// σ = 1.4826 · median |x(later) - x(earlier) - years · drift| / √2.
struct SteadySpread {
  /// The fewest pairs that say anything: two years of months.
  static let fewestPairs = 24

  /// How much the series rises a year.
  let drift: Double
  /// The standard deviation of one value, without drift and seasons.
  let deviation: Double

  /// The spread of the five years before a place; nil with too few pairs.
  init?(_ series: PeriodSeries, before place: Int) {
    var pairs: [(difference: Double, years: Double)] = []
    for month in 1...12 {
      let later = place - month
      for new in 0..<PeriodSeries.mostYears - 1 {
        guard let last = series.value(at: later - 12 * new) else { continue }
        for old in new + 1..<PeriodSeries.mostYears {
          guard let first = series.value(at: later - 12 * old) else { continue }
          pairs.append((last - first, Double(old - new)))
        }
      }
    }
    guard pairs.count >= Self.fewestPairs,
      let drift = MedianSpread.median(pairs.map { $0.difference / $0.years }),
      let middle = MedianSpread.median(pairs.map { abs($0.difference - $0.years * drift) })
    else { return nil }
    self.drift = drift
    deviation = MedianSpread.normalFactor * middle / 2.0.squareRoot()
  }

  /// How far a value is above what its references, moved by the drift, let expect.
  ///
  /// z = (value - median(reference + years · drift)) / max(σ · √(1 + w), 1.4826 · least). w is the variance of the median
  /// of as many numbers of a standard normal distribution.
  func z(of value: Double, references: [(value: Double, yearsAgo: Int)], least: Double) -> Double? {
    let moved = references.map { $0.value + Double($0.yearsAgo) * drift }
    guard let middle = PeriodSeries.usual(moved) else { return nil }
    let variance = [3: 0.4487, 4: 0.2982][references.count] ?? 0.2868
    return (value - middle)
      / max(deviation * (1 + variance).squareRoot(), MedianSpread.normalFactor * least)
  }
}
