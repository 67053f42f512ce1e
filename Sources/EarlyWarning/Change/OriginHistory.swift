import Foundation
public import Importing
import Statistics

/// How the imports of a good from one origin have moved, period by period.
///
/// The figures of a period use nothing of later periods: they are what a watch of that time would have seen.
public struct OriginHistory: Sendable, Hashable {
  /// A place of the trade records.
  public let origin: String
  /// All periods from the first of the files on, in order.
  public let changes: [OriginChange]

  /// The changes of an origin up to a period of the trade's frequency.
  public init(_ trade: GoodTrade, origin: String, through last: TradePeriod) {
    self.origin = origin
    guard let first = trade.known.all.min(), first.frequency == last.frequency, first <= last else {
      changes = []
      return
    }
    let periods = (0...first.distance(to: last)).map { first.advanced(by: $0) }
    let figures = periods.map { trade.figures(from: origin, in: $0) }
    let tons = PeriodSeries(first: first, values: figures.map { $0.flatMap(Self.tons) })
    let unitValues = PeriodSeries(
      first: first, values: figures.map { $0?.unitValue.map { log($0) } })
    changes = Self.changes(periods, tons: tons, unitValues: unitValues)
  }

  /// The change of a period; nil if it is not among ``changes``.
  public func change(in period: TradePeriod) -> OriginChange? {
    guard let first = changes.first?.period, first.frequency == period.frequency else { return nil }
    let place = first.distance(to: period)
    return changes.indices.contains(place) ? changes[place] : nil
  }

  /// Metric tons; nil if less than 90 % of the value has a weight.
  private static func tons(_ figures: TradeFigures) -> Double? {
    (figures.weighedShare ?? 1) < ChangeLimits.weighedPart ? nil : figures.tons
  }

  /// - Parameter unitValues: logarithms.
  private static func changes(
    _ periods: [TradePeriod], tons: PeriodSeries, unitValues: PeriodSeries
  ) -> [OriginChange] {
    guard let frequency = periods.first?.frequency else { return [] }
    var state = ChangeState(frequency)
    return periods.enumerated().map { place, period in
      let usualTons = PeriodSeries.usual(tons.references(at: place))
      let fall = fall(tons.value(at: place), usual: usualTons)
      let prices = PriceChange(unitValues, at: place)
      state.add(fall: fall, prices: prices, at: place)
      return OriginChange(
        period: period, tons: tons.value(at: place), usualTons: usualTons,
        unitValue: unitValues.value(at: place).map { exp($0) },
        usualUnitValue: prices.usual.map { exp($0) }, years: prices.years, fall: fall, z: prices.z,
        steadyZ: prices.steadyZ, cusum: state.sum,
        cusumLimit: state.sum == nil ? nil : prices.limit, reasons: state.reasons,
        since: state.start.map { periods[$0] })
    }
  }

  /// 1 - tons / usual; nil if one is not known, or the usual is 0.
  private static func fall(_ tons: Double?, usual: Double?) -> Double? {
    guard let tons, let usual, usual > 0 else { return nil }
    return 1 - tons / usual
  }
}
