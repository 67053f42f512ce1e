import Importing

/// How imports of a good in one year differ from those of the year before.
public struct TradeChange: Sendable, Hashable {
  /// tons now / tons before − 1; nil: not known, or nothing before.
  public let tons: Double?
  /// The same of US dollars a ton, of the rows that have a weight.
  public let unitValue: Double?
  /// The share of the largest origin minus that of the largest origin of the year before, by value and by tons, −1 to 1.
  public let largestShare: [TradeBasis: Double]
  /// The HHI of imports minus that of the year before, by value and by tons, −1 to 1.
  public let concentration: [TradeBasis: Double]

  /// The change of a good's imports; all nil or empty unless the files have both years as a whole.
  ///
  /// - Parameters:
  ///   - trade: the trade of the good.
  ///   - window: the later year.
  public init(_ trade: GoodTrade, in window: TradeWindow) {
    self.init(from: YearOfTrade(trade, in: window.before), to: YearOfTrade(trade, in: window))
  }

  init(from before: YearOfTrade, to now: YearOfTrade) {
    guard now.isComplete, before.isComplete else {
      (tons, unitValue, largestShare, concentration) = (nil, nil, [:], [:])
      return
    }
    tons = Self.ratio(
      now.hasImports ? now.allImports.known(on: .tons) : 0, before.allImports.known(on: .tons))
    unitValue = Self.ratio(now.allImports.unitValue, before.allImports.unitValue)
    var shares: [TradeBasis: Double] = [:]
    var indices: [TradeBasis: Double] = [:]
    for basis in TradeBasis.allCases {
      let (later, earlier) = (now.shares(on: basis), before.shares(on: basis))
      if let a = later.largest, let b = earlier.largest { shares[basis] = a.share - b.share }
      if let a = later.concentration, let b = earlier.concentration { indices[basis] = a - b }
    }
    largestShare = shares
    concentration = indices
  }

  private static func ratio(_ now: Double?, _ before: Double?) -> Double? {
    guard let now, let before, before > 0 else { return nil }
    return now / before - 1
  }
}
