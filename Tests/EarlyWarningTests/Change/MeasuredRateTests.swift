import EarlyWarning
import Foundation
import Importing
import Testing

/// How often series without a change raise alerts. docs/early-warning.md has the figures of the long run:
/// `PLUSONE_LONG_TESTS=1 swift test --filter MeasuredRateTests`.
@Suite("Alerts of series without a change")
struct MeasuredRateTests {
  private static let isLong = ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] != nil
  private static let count = isLong ? 1000 : 60

  /// Periods with an alert, per series and ten years.
  private struct Rates {
    var fall = 0.0
    var jump = 0.0
    var cusum = 0.0
    /// Jump or sum.
    var prices = 0.0
    var all = 0.0

    /// Of all periods from the sixth year on, so that all five earlier years are there.
    init(
      _ frequency: TradePeriod.Frequency, _ noise: SimulatedSeries.Noise, series: Int,
      carried: Double = 0, drift: Double = 0
    ) {
      var years = 0
      for seed in 1...UInt64(series) {
        let drawn = SimulatedSeries(
          seed: seed, frequency: frequency, noise: noise,
          missing: frequency == .month ? 0.05 : 0, carried: carried, drift: drift)
        let changes = drawn.history().changes.dropFirst(5 * frequency.perYear)
        years += drawn.years - 5
        for change in changes {
          let reasons = change.reasons
          if reasons.contains(.fall) { fall += 1 }
          if reasons.contains(.jump) { jump += 1 }
          if reasons.contains(.cusum) { cusum += 1 }
          if reasons.contains(.jump) || reasons.contains(.cusum) { prices += 1 }
          if !reasons.isEmpty { all += 1 }
        }
      }
      let decades = Double(years) / 10
      (fall, jump, cusum) = (fall / decades, jump / decades, cusum / decades)
      (prices, all) = (prices / decades, all / decades)
    }

    /// One row of the table in the documentation.
    func row(_ noise: SimulatedSeries.Noise) -> String {
      "| \(percent(noise.unitValue)) | \(percent(noise.tons)) | "
        + [fall, jump, cusum, all].map { String(format: "%.2f", $0) }.joined(separator: " | ")
        + " |"
    }

    private func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
  }

  @Test("monthly series without a change alert less than once in ten years by each reason")
  func months() {
    for noise in SimulatedSeries.Noise.all {
      let rates = Rates(.month, noise, series: Self.count)
      if Self.isLong { print("months", rates.row(noise)) }
      #expect(rates.jump < 0.5 && rates.cusum < 0.7 && rates.prices < 1)
      // With tons that move by 25 % from month to month, the definition of a fall itself is met more often.
      #expect(rates.fall < (noise.tons < 0.25 ? 1 : 2))
      #expect(rates.all < (noise.tons < 0.25 ? 1 : 3))
    }
  }

  @Test("yearly series without a change alert less than once in ten years by their unit values")
  func years() {
    for noise in SimulatedSeries.Noise.all {
      let rates = Rates(.year, noise, series: Self.count * 10)
      if Self.isLong { print("years", rates.row(noise)) }
      #expect(rates.jump < 0.8 && rates.cusum < 0.7 && rates.prices < 1)
      #expect(rates.fall < (noise.tons < 0.2 ? 0.5 : 1.5))
    }
  }

  @Test("unit values that rise evenly are no change in months")
  func drift() {
    let noise = SimulatedSeries.Noise(unitValue: 0.1, tons: 0.1)
    for drift in [0.05, 0.1] {
      let rates = Rates(.month, noise, series: Self.count, drift: drift)
      if Self.isLong { print("drift", drift, rates.row(noise)) }
      #expect(rates.prices < 1)
    }
  }

  /// The limit of the sum is for noise that is new in each month. This says how far from that it holds.
  @Test("noise of which a third is carried to the next month alerts less than once in ten years")
  func carried() {
    let noise = SimulatedSeries.Noise(unitValue: 0.2, tons: 0.15)
    for carried in Self.isLong ? [0.3, 0.5, 0.7] : [0.3] {
      let rates = Rates(.month, noise, series: Self.count, carried: carried)
      if Self.isLong { print("carried", carried, rates.row(noise)) }
      #expect(rates.prices < (carried <= 0.3 ? 1 : 3))
    }
  }

  @Test("with three or four earlier years the sum of unit values is as silent", arguments: [3, 4])
  func fewYears(references: Int) {
    for frequency in TradePeriod.Frequency.allCases {
      for noise in SimulatedSeries.Noise.all {
        var alerts = 0
        var seen = 0
        let count = Self.count * (frequency == .month ? 3 : 30)
        for seed in 1...UInt64(count) {
          let series = SimulatedSeries(
            seed: seed, frequency: frequency, years: references + 1, noise: noise, missing: 0)
          let changes = series.history().changes.suffix(frequency.perYear)
          alerts += changes.count { $0.reasons.contains(.cusum) }
          seen += changes.count { $0.years == references && $0.cusum != nil }
          #expect(!changes.contains { $0.reasons.contains(.jump) })
        }
        #expect(seen == count * frequency.perYear)
        let rate = 10 * Double(alerts) / Double(count)
        if Self.isLong {
          print("\(references) years,", frequency, noise, String(format: "%.2f", rate))
        }
        #expect(rate < 1)
      }
    }
  }
}
