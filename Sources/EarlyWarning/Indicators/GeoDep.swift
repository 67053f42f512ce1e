import Importing

/// The criteria of the database GeoDep of CEPII for one good, over the last three years.
///
///     HHI of imports > 0.4,   HHI of the world's exports > 0.4,   imports / exports > 1
///
/// Each must hold in at least two of the three years. A bloc counts as one country: trade between its members is left out.
/// Source: Lefebvre, K. and Wibaux, P., Import dependencies: where does the EU stand?, CEPII Policy Brief 47, 2024.
public struct GeoDep: Sendable, Hashable {
  /// One criterion.
  public struct Criterion: Sendable, Hashable {
    /// The second largest figure of the three years, which is above the limit exactly if at least two years are; of two
    /// years that are known the one nearer to the limit. nil if the years that are known decide nothing, or without exports.
    public let amount: Double?
    /// Whether at least two years are above the limit; nil: not known.
    public let passes: Bool?

    /// A criterion by its figures of three years; nil where the data do not have one, infinite without exports.
    init(_ years: [Double?], limit: Double) {
      let known = years.compactMap(\.self).sorted()
      let above = known.filter { Limits.exceeds($0, limit) }.count
      if above >= 2 {
        passes = true
        amount = Self.finite(known[known.count - 2])
      } else if known.count - above >= 2 {
        passes = false
        amount = Self.finite(known[1])
      } else {
        passes = nil
        amount = nil
      }
    }

    private static func finite(_ amount: Double) -> Double? { amount.isFinite ? amount : nil }
  }

  /// Value or tons.
  public let basis: TradeBasis
  /// The three years: `2022..2024`, or `2022-01..2024-12`.
  public let period: String
  /// The concentration of imports, HHI.
  public let imports: Criterion
  /// The concentration of the world's exports, HHI.
  public let world: Criterion
  /// Imports for each unit of exports.
  public let exports: Criterion

  /// Whether all three criteria hold; nil: not known.
  public var isDependent: Bool? {
    let found = [imports, world, exports].map(\.passes)
    if found.contains(false) { return false }
    return found.contains(nil) ? nil : true
  }

  /// The criteria of a good.
  ///
  /// - Parameters:
  ///   - trade: the trade of the good.
  ///   - window: the last of the three years.
  ///   - basis: value or tons.
  public init(_ trade: GoodTrade, until window: TradeWindow, on basis: TradeBasis) {
    let windows = [window, window.before, window.before.before]
    self.init(
      windows.map { YearOfTrade(trade, in: $0) }, importer: trade.importer, on: basis)
  }

  init(_ years: [YearOfTrade], importer: Importer, on basis: TradeBasis) {
    let figures = years.map { Figures($0, importer: importer, on: basis) }
    self.basis = basis
    let first = years.last?.window.periods.first?.text ?? ""
    period = "\(first)..\(years.first?.window.end.text ?? "")"
    imports = Criterion(figures.map(\.imports), limit: Limits.geoDepConcentration)
    world = Criterion(figures.map(\.world), limit: Limits.geoDepConcentration)
    exports = Criterion(figures.map(\.ratio), limit: Limits.geoDepRatio)
  }

  /// The three figures of one year. All are nil if the files do not have the whole year, or not the world's exports.
  private struct Figures {
    var imports: Double?
    var world: Double?
    /// Infinite if nothing is exported.
    var ratio: Double?

    init(_ year: YearOfTrade, importer: Importer, on basis: TradeBasis) {
      guard year.isComplete, let sellers = year.worldExports else { return }
      let shares = year.shares(on: basis)
      imports = shares.concentration
      var world = sellers.filter { !importer.contains($0.key) }
      world[importer.id] = year.exports
      self.world = OriginShares(world, on: basis).concentration
      guard shares.concentration != nil, let bought = shares.total,
        let sold = year.exports.map({ $0.known(on: basis) }) ?? 0
      else { return }
      ratio = sold > 0 ? bought / sold : .infinity
    }
  }
}
