import Importing

/// The trade of a good in one window, over the periods that the files have.
struct YearOfTrade: Sendable {
  /// The window.
  let window: TradeWindow
  /// The periods of the window for which the importer's trade is known, in order.
  let periods: [TradePeriod]
  /// What comes from each origin outside.
  let imports: [String: TradeFigures]
  /// The sum of ``imports``.
  let allImports: TradeFigures
  /// What is sold to others; nil if there is no figure.
  let exports: TradeFigures?
  /// What members of the bloc sell each other; nil if there is no figure.
  let intraTrade: TradeFigures?
  /// What each country sells to all others; nil if the files do not have the whole world.
  let worldExports: [String: TradeFigures]?

  /// The trade of a good in a window.
  init(_ trade: GoodTrade, in window: TradeWindow) {
    self.window = window
    let known = trade.known
    let periods = window.periods.filter(known.comparable.contains)
    self.periods = periods
    var imports: [String: TradeFigures] = [:]
    for period in periods {
      for (origin, figures) in trade.imports[period] ?? [:] {
        imports[origin, default: .none] += figures
      }
    }
    self.imports = imports
    allImports = imports.sorted { $0.key < $1.key }.reduce(into: .none) { $0 += $1.value }
    let sum = { (figures: [TradePeriod: TradeFigures]) -> TradeFigures? in
      let found = periods.compactMap { figures[$0] }
      return found.isEmpty ? nil : found.reduce(into: .none) { $0 += $1 }
    }
    exports = sum(trade.exports)
    intraTrade = sum(trade.intraTrade)
    worldExports = trade.worldExports(in: window)
  }

  /// Whether every period of the window has figures.
  var isComplete: Bool { periods.count == window.periods.count }

  /// Whether anything comes from outside.
  var hasImports: Bool { allImports.value > 0 || (allImports.tons ?? 0) > 0 }

  /// The shares of the origins.
  func shares(on basis: TradeBasis) -> OriginShares { OriginShares(imports, on: basis) }

  /// What is sold, inside and outside; nil if there is no figure.
  var allExports: TradeFigures? {
    guard var sum = exports ?? intraTrade else { return nil }
    if exports != nil, let intraTrade { sum += intraTrade }
    return sum
  }
}
