public import Importing

/// A year of trade that ends with a period: 12 months, or one year of annual data.
public struct TradeWindow: Sendable, Hashable {
  /// The last period.
  public let end: TradePeriod

  /// The year that ends with a period.
  public init(end: TradePeriod) { self.end = end }

  /// The periods, in order: 12 months, or one year.
  public var periods: [TradePeriod] {
    let count = end.frequency.perYear
    return (1 - count...0).map { end.advanced(by: $0) }
  }

  /// The year before.
  public var before: TradeWindow { TradeWindow(end: end.advanced(by: -end.frequency.perYear)) }

  /// `2024`, or `2024-01..2024-12`.
  public var text: String {
    end.frequency == .year ? end.text : "\(periods[0].text)..\(end.text)"
  }
}

extension GoodTrade {
  /// What each origin has sent in a window.
  public func imports(in window: TradeWindow) -> [String: TradeFigures] {
    var sums: [String: TradeFigures] = [:]
    for period in window.periods {
      for (origin, figures) in imports[period] ?? [:] { sums[origin, default: .none] += figures }
    }
    return sums
  }

  /// What each country has sold in a window; nil if the files do not have the whole world for every period of it.
  public func worldExports(in window: TradeWindow) -> [String: TradeFigures]? {
    var sums: [String: TradeFigures] = [:]
    for period in window.periods {
      guard let found = worldExports[period] else { return nil }
      for (origin, figures) in found { sums[origin, default: .none] += figures }
    }
    return sums
  }
}
