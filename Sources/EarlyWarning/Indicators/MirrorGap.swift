public import Importing

/// How far what an importer reports of its imports from an origin is from what the origin reports of its exports there.
///
///     gap = |imports − exports| / max(imports, exports)
///
/// Only flows that both report count.
public struct MirrorGap: Sendable, Hashable {
  /// What the importer reports.
  public let imports: TradeFigures
  /// What the origin reports.
  public let exports: TradeFigures

  /// The gap of two reports of the same trade.
  public init(imports: TradeFigures, exports: TradeFigures) {
    self.imports = imports
    self.exports = exports
  }

  /// The gap on a basis, 0 to 1; nil if one of them does not have enough figures, or both are 0.
  public func amount(on basis: TradeBasis) -> Double? {
    guard let own = imports.known(on: basis), let other = exports.known(on: basis),
      max(own, other) > 0
    else { return nil }
    return abs(own - other) / max(own, other)
  }

  /// The basis on which the gap is larger; value if both are equal, nil if neither is known.
  public var largerBasis: TradeBasis? {
    let found = TradeBasis.allCases.compactMap { basis in amount(on: basis).map { (basis, $0) } }
    return found.reduce(found.first) { best, next in
      next.1 > (best?.1 ?? 0) ? next : best
    }?.0
  }

  /// The larger gap of both bases, 0 to 1; nil if neither is known.
  public var largest: Double? { largerBasis.flatMap { amount(on: $0) } }

  /// Whether it is so large, above 0.3, that figures of the pair must be shown with it.
  public var isLarge: Bool { largest.map { Limits.exceeds($0, Limits.mirrorGap) } ?? false }
}

extension GoodTrade {
  /// How far the reports of both sides are apart in a window; nil if no flow has both.
  public func mirrorGap(of origin: String, in window: TradeWindow) -> MirrorGap? {
    let pairs = window.periods.compactMap { mirror[$0]?[origin] }
    guard !pairs.isEmpty else { return nil }
    let imports = pairs.reduce(into: TradeFigures.none) { $0 += $1.imports }
    let exports = pairs.reduce(into: TradeFigures.none) { $0 += $1.exports }
    return MirrorGap(imports: imports, exports: exports)
  }
}
