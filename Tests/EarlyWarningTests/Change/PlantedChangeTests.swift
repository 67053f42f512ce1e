import EarlyWarning
import Foundation
import Importing
import Testing

/// How soon changes are found that are put into simulated series. docs/early-warning.md has the figures of the long
/// run: `PLUSONE_LONG_TESTS=1 swift test --filter PlantedChangeTests`.
@Suite("Changes that are put into series")
struct PlantedChangeTests {
  private static let isLong = ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] != nil
  private static let count = isLong ? 1000 : 40

  /// In which month a change is found, the first of it being 1.
  private struct Found {
    /// Series by months until it is found.
    var months: [Int: Int] = [:]
    let count: Int

    init(
      tons: Double = 1, unitValue: Double = 1, reasons: Set<Alert.Reason>,
      _ noise: SimulatedSeries.Noise, count: Int
    ) {
      self.count = count
      for seed in 1...UInt64(count) {
        let place = 120 + Int(seed % 12)
        let series = SimulatedSeries(
          seed: seed, years: 14, noise: noise, missing: 0,
          planted: .init(place: place, tons: tons, unitValue: unitValue))
        let changes = series.history().changes
        let first = changes.indices.first {
          $0 >= place && !reasons.isDisjoint(with: changes[$0].reasons)
        }
        if let first { months[first - place + 1, default: 0] += 1 }
      }
    }

    /// The part of the series in which it is found in so many months, 0 to 1.
    func share(within month: Int) -> Double {
      Double(months.filter { $0.key <= month }.values.reduce(0, +)) / Double(count)
    }

    /// One row of the table in the documentation.
    func row(_ what: String, _ noise: SimulatedSeries.Noise) -> String {
      "| \(what) | \(Int(100 * noise.unitValue)) % | \(Int(100 * noise.tons)) % | "
        + [1, 2, 3, 6, 12].map { "\(Int((100 * share(within: $0)).rounded())) %" }
        .joined(separator: " | ") + " |"
    }
  }

  @Test("a full stop is found in its second month, always")
  func stop() {
    for noise in SimulatedSeries.Noise.all {
      let found = Found(tons: 0, reasons: [.fall], noise, count: Self.count)
      if Self.isLong { print(found.row("stop", noise)) }
      // Before, a chance fall may go on into the stop.
      #expect(found.share(within: 2) == 1)
      #expect(found.share(within: 1) <= 0.2)
    }
  }

  @Test("half of the imports are missed in the second month where tons are steady")
  func half() {
    for noise in SimulatedSeries.Noise.all {
      let found = Found(tons: 0.5, reasons: [.fall], noise, count: Self.count)
      if Self.isLong { print(found.row("half", noise)) }
      if noise.tons <= 0.1 { #expect(found.share(within: 2) > 0.9) }
      #expect(found.share(within: 6) > 0.9)
    }
  }

  @Test("unit values that double, or rise by half, are found at once where they are steady")
  func jumps() {
    for noise in SimulatedSeries.Noise.all {
      let double = Found(unitValue: 2, reasons: [.jump, .cusum], noise, count: Self.count)
      let half = Found(unitValue: 1.5, reasons: [.jump, .cusum], noise, count: Self.count)
      if Self.isLong {
        print(double.row("×2", noise))
        print(half.row("×1.5", noise))
      }
      if noise.unitValue <= 0.05 {
        #expect(double.share(within: 1) > 0.9 && half.share(within: 1) > 0.6)
      }
      if noise.unitValue <= 0.2 {
        #expect(double.share(within: 6) > 0.9 && half.share(within: 12) > 0.7)
      }
      #expect(double.share(within: 12) > 0.6)
    }
  }
}
