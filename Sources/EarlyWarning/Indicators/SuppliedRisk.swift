import Importing
import Sourcing

/// The geopolitical supply risk of a year of trade, and what it was made from.
struct SuppliedRisk: Sendable {
  /// Where the production of the importer and of the world comes from.
  enum Production: Sendable, Hashable {
    /// Facilities of the instance.
    case facilities
    /// Exports, for a reason in words.
    case exports(String)
  }

  /// The risk; nil: not known.
  let risk: GeoPolRisk?
  /// Where the production comes from; nil if there is none.
  let production: Production?
  /// The origins in the year without a risk of their own, the largest first.
  let originsWithoutRisk: [String]

  init(_ year: YearOfTrade, importer: Importer, risk given: SupplyRisk?) {
    let shares = year.shares(on: .tons)
    let supply =
      given ?? SupplyRisk(risks: [:], production: nil, missingProduction: "there is no instance")
    originsWithoutRisk =
      shares.amounts.filter { supply.risks[$0.origin] == nil }
      .sorted { ($1.amount, $0.origin) < ($0.amount, $1.origin) }.map(\.origin)
    let source: Production
    let world: [Double]
    let own: Double?
    if let made = supply.production {
      source = .facilities
      world = made.sorted { $0.key < $1.key }.map(\.value)
      own = made.sorted { $0.key < $1.key }
        .reduce(0) { importer.contains($1.key) ? $0 + $1.value : $0 }
    } else if let sellers = year.worldExports {
      source = .exports(supply.missingProduction ?? "no production is given")
      let sold = OriginShares(sellers, on: .tons)
      world = sold.total == nil ? [] : sold.amounts.map(\.amount)
      own = year.exports.map { $0.known(on: .tons) } ?? 0
    } else {
      (risk, production) = (nil, nil)
      return
    }
    production = source
    guard year.isComplete, let imports = shares.total, imports > 0, let own, !world.isEmpty else {
      risk = nil
      return
    }
    risk = GeoPolRisk(
      worldConcentration: PlanShares.concentration(of: world), ownProduction: own,
      weightedImports: shares.amounts.reduce(0) { $0 + supply.risk(of: $1.origin) * $1.amount },
      imports: imports)
  }
}
