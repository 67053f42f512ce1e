import Importing
import Sourcing

extension TradeBasis {
  /// The least part of some trade that must have a figure on a basis; with less, figures on it are not known.
  static let leastCovered = 0.9
}

extension TradeFigures {
  /// The part of the trade that has a figure on a basis, 0 to 1: of the value the part with a weight, of the weight the
  /// part with a value.
  func covered(on basis: TradeBasis) -> Double {
    switch basis {
    case .tons: value > 0 ? min(1, weighedValue / value) : tons == nil ? 0 : 1
    case .value: (tons ?? 0) > 0 ? min(1, pricedTons / (tons ?? 0)) : 1
    }
  }

  /// The amount on a basis; nil if none is known, or if too small a part of the trade has one.
  func known(on basis: TradeBasis) -> Double? {
    covered(on: basis) >= TradeBasis.leastCovered ? basis.amount(of: self) : nil
  }
}

/// What each origin of a good sends, counted on one basis.
struct OriginShares: Sendable {
  /// The amounts above 0, by origin.
  let amounts: [(origin: String, amount: Double)]
  /// Their sum; nil if nothing is known on this basis, or too little.
  let total: Double?

  /// The shares of origins.
  init(_ figures: [String: TradeFigures], on basis: TradeBasis) {
    let all = figures.sorted { $0.key < $1.key }
    amounts = all.compactMap { origin, figures in
      let amount = basis.amount(of: figures) ?? 0
      return amount > 0 ? (origin, amount) : nil
    }
    let sum = all.reduce(into: TradeFigures.none) { $0 += $1.value }
    total = sum.known(on: basis)
  }

  /// Herfindahl-Hirschman index, Σ share²; nil if nothing is sent or known.
  var concentration: Double? {
    guard let total, total > 0 else { return nil }
    return PlanShares.concentration(of: amounts.map(\.amount))
  }

  /// The part of an origin, 0 to 1; nil if nothing is sent or known.
  func share(of origin: String) -> Double? {
    guard let total, total > 0 else { return nil }
    return (amounts.first { $0.origin == origin }?.amount ?? 0) / total
  }

  /// The origin that sends most, the first by id of equal ones, and its part; nil if nothing is sent or known.
  var largest: (origin: String, share: Double)? {
    guard let total, total > 0, let most = amounts.map(\.amount).max(),
      let found = amounts.first(where: { $0.amount == most })
    else { return nil }
    return (found.origin, most / total)
  }
}
