import Importing
import Statistics

/// How far the unit value of one period is above those of the same month of earlier years.
struct PriceChange {
  /// How many unit values of earlier years there are, 0 to 5.
  let years: Int
  /// The median of their logarithms; nil with fewer than three.
  let usual: Double?
  /// The robust z of the logarithm.
  let z: Double?
  /// The z with the spread of all months, without drift; nil for years.
  let steadyZ: Double?
  private let frequency: TradePeriod.Frequency

  /// - Parameter series: logarithms of unit values.
  init(_ series: PeriodSeries, at place: Int) {
    let references = series.datedReferences(at: place)
    let spread = MedianSpread(references.map(\.value))
    let value = series.value(at: place)
    frequency = series.first.frequency
    years = references.count
    let isEnough = years >= PeriodSeries.fewestYears
    usual = isEnough ? spread?.median : nil
    guard isEnough, let value else {
      z = nil
      steadyZ = nil
      return
    }
    z = spread?.z(of: value, least: ChangeLimits.deviation)
    steadyZ =
      frequency == .year
      ? nil
      : SteadySpread(series, before: place)?.z(
        of: value, references: references, least: ChangeLimits.deviation)
  }

  /// The z that the one-sided sum adds up; nil if it is not known.
  var summed: Double? { frequency == .year ? z : steadyZ }

  /// The limit of the sum; nil with too few references.
  var limit: Double? {
    years < PeriodSeries.fewestYears ? nil : ChangeLimits.cusum(frequency, years: years)
  }

  /// Whether this unit value raises an alert alone: z > 3.5 with five references, in months by both spreads.
  var isJump: Bool {
    guard years >= ChangeLimits.jumpYears, let z, let summed else { return false }
    return min(z, summed) > ChangeLimits.jump
  }
}
