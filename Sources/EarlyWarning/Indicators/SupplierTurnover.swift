import Importing

/// The origins that send a good in one year and sent nothing in the year before, and the reverse.
///
/// An origin counts if it has at least 0.1 % of the good's imports in the year in which it sends something.
public struct SupplierTurnover: Sendable, Hashable {
  /// By what the 0.1 % are counted: tons, or the value if too few rows have a weight.
  public let basis: TradeBasis
  /// The new origins, the largest first; nil: not known.
  public let new: [String]?
  /// The origins that send nothing any more, the largest of the year before first; nil: not known.
  public let vanished: [String]?

  /// The turnover of a good's suppliers; nil if the files do not have both years as a whole, or neither has imports.
  ///
  /// - Parameters:
  ///   - trade: the trade of the good.
  ///   - window: the later year.
  public init(_ trade: GoodTrade, in window: TradeWindow) {
    self.init(from: YearOfTrade(trade, in: window.before), to: YearOfTrade(trade, in: window))
  }

  init(from before: YearOfTrade, to now: YearOfTrade) {
    let years = [before, now].filter(\.hasImports)
    let basis: TradeBasis =
      years.allSatisfy { $0.allImports.known(on: .tons) != nil } ? .tons : .value
    self.basis = basis
    let isKnown = years.allSatisfy { ($0.shares(on: basis).total ?? 0) > 0 }
    guard now.isComplete, before.isComplete, !years.isEmpty, isKnown else {
      (new, vanished) = (nil, nil)
      return
    }
    new = Self.suppliers(of: now, notOf: before, on: basis)
    vanished = Self.suppliers(of: before, notOf: now, on: basis)
  }

  private static func suppliers(
    of year: YearOfTrade, notOf other: YearOfTrade, on basis: TradeBasis
  ) -> [String] {
    let shares = year.shares(on: basis)
    let total = shares.total ?? 0
    let found = shares.amounts.filter { origin, amount in
      let figures = other.imports[origin] ?? TradeFigures(value: 0, tons: 0)
      let isAbsent = figures.value <= 0 && (figures.tons ?? 0) <= 0
      return isAbsent && amount >= Limits.supplier * total
    }
    return found.sorted { ($1.amount, $0.origin) < ($0.amount, $1.origin) }.map(\.origin)
  }
}
