import EarlyWarning
import Foundation
import Importing
import TestSupport

/// Imports of one good from one origin that are drawn from a seed: seasons and lognormal noise, some periods that
/// nobody reports, and, if wanted, a change from one period on.
struct SimulatedSeries {
  /// What happens.
  struct Planted {
    /// The place of the first changed period.
    var place: Int
    /// By what tons are multiplied from there on.
    var tons = 1.0
    /// By what unit values are multiplied from there on.
    var unitValue = 1.0
  }

  /// The noise of a simulation: standard deviations of logarithms.
  struct Noise {
    var unitValue: Double
    var tons: Double

    /// The noises for which rates are told.
    static let all = [
      Noise(unitValue: 0.05, tons: 0.05), Noise(unitValue: 0.1, tons: 0.1),
      Noise(unitValue: 0.2, tons: 0.15), Noise(unitValue: 0.3, tons: 0.2),
      Noise(unitValue: 0.4, tons: 0.25),
    ]
  }

  var seed: UInt64
  var frequency: TradePeriod.Frequency = .month
  var years = 15
  var noise: Noise
  /// The part of the periods that nobody reports.
  var missing = 0.05
  var planted: Planted?
  /// The correlation of the noise of unit values of one period with that of the next.
  var carried = 0.0
  /// How much the logarithm of unit values rises a year.
  var drift = 0.0

  static let good = TradeGood(id: "284690", codes: ["284690"], isCommodity: false)
  static let firstYear = 2000

  /// The periods, in order.
  var periods: [TradePeriod] {
    let first = TradePeriod(year: Self.firstYear, month: frequency == .month ? 1 : nil)
    return (0..<years * frequency.perYear).map { first.advanced(by: $0) }
  }

  /// The history of the origin over all periods.
  func history() -> OriginHistory {
    let periods = periods
    return OriginHistory(trade(), origin: "CHN", through: periods[periods.count - 1])
  }

  /// The trade of the good.
  func trade() -> GoodTrade {
    // Neighbouring seeds give the same numbers, one place apart.
    var numbers = SeededNumbers(seed: seed &* 1_000_003)
    let phase = Double.random(in: 0..<2 * .pi, using: &numbers)
    var records: [TradeRecord] = []
    var deviation = normal(&numbers)
    for (place, period) in periods.enumerated() {
      let season = frequency == .month ? sin(2 * .pi * Double(place) / 12 + phase) : 0
      var tons = 100 * exp(0.3 * season + noise.tons * normal(&numbers))
      let trend = drift * Double(place) / Double(frequency.perYear)
      var unitValue = 20 * exp(0.1 * season + trend + noise.unitValue * deviation)
      deviation = carried * deviation + (1 - carried * carried).squareRoot() * normal(&numbers)
      let isMissing = Double.random(in: 0..<1, using: &numbers) < missing
      if let planted, place >= planted.place {
        tons *= planted.tons
        unitValue *= planted.unitValue
      }
      if !isMissing || planted?.place == place {
        records.append(Self.record(period, tons: tons, value: tons * unitValue))
      }
    }
    return GoodTrade(
      Self.good,
      of: TradeRecords(
        source: .comtrade, frequency: frequency, goods: [Self.good], records: records),
      importer: Importer(id: "JPN"))
  }

  /// What China sends Japan. Nothing has no row of the good, but one of another good.
  private static func record(_ period: TradePeriod, tons: Double, value: Double) -> TradeRecord {
    TradeRecord(
      good: tons > 0 ? good.id : "other", origin: "CHN", destination: "JPN", period: period,
      imports: TradeFigures(value: max(value, 1), tons: max(tons, 1)), exports: nil,
      place: FilePlace(file: "trade.csv", line: 2))
  }

  /// A number of a standard normal distribution (Box and Muller 1958).
  private func normal(_ numbers: inout SeededNumbers) -> Double {
    let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &numbers))).squareRoot()
    return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &numbers))
  }
}
