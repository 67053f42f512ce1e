import Importing

/// The figures of a good as rows: one for each kind and basis, blank where the data do not have it.
struct IndicatorRows {
  let good: String
  let importer: String
  let now: YearOfTrade
  let dependence: Dependence
  let geoDep: [TradeBasis: GeoDep]
  let geoPolRisk: GeoPolRisk?
  let change: TradeChange
  let turnover: SupplierTurnover

  /// All rows, in the order of the kinds.
  var all: [Indicator] {
    Indicator.Kind.allCases.flatMap { kind in bases(of: kind).map { row(kind, $0) } }
  }

  /// The bases on which a kind is counted.
  private func bases(of kind: Indicator.Kind) -> [TradeBasis] {
    switch kind {
    case .geopolrisk, .tonsChange: [.tons]
    case .unitValueChange: [.value]
    case .newSuppliers, .vanishedSuppliers: [turnover.basis]
    case .cdi1, .cdi2, .cdi3, .geodepImports, .geodepWorld, .geodepExports, .largestShareChange,
      .hhiChange, .largestShare:
      TradeBasis.allCases
    }
  }

  private func row(_ kind: Indicator.Kind, _ basis: TradeBasis) -> Indicator {
    let largest = now.shares(on: basis).largest
    let make = { (amount: Double?, origin: String?) in
      Indicator(
        good: good, importer: importer, period: now.window.text, basis: basis, kind: kind,
        amount: amount, origin: origin)
    }
    switch kind {
    case .cdi1, .cdi2, .cdi3:
      var row = make(dependence[basis].amount(kind), nil)
      row.limit = Dependence.limit(of: kind)
      row.passes = dependence[basis].passes(kind)
      return row
    case .geodepImports: return geoDepRow(make(nil, nil), \.imports, Limits.geoDepConcentration)
    case .geodepWorld: return geoDepRow(make(nil, nil), \.world, Limits.geoDepConcentration)
    case .geodepExports: return geoDepRow(make(nil, nil), \.exports, Limits.geoDepRatio)
    case .geopolrisk: return make(geoPolRisk?.amount, nil)
    case .tonsChange: return make(change.tons, nil)
    case .unitValueChange: return make(change.unitValue, nil)
    case .largestShareChange: return make(change.largestShare[basis], largest?.origin)
    case .hhiChange: return make(change.concentration[basis], nil)
    case .largestShare: return make(largest?.share, largest?.origin)
    case .newSuppliers: return make(turnover.new.map { Double($0.count) }, turnover.new?.first)
    case .vanishedSuppliers:
      return make(turnover.vanished.map { Double($0.count) }, turnover.vanished?.first)
    }
  }

  private func geoDepRow(
    _ row: Indicator, _ criterion: KeyPath<GeoDep, GeoDep.Criterion>, _ limit: Double
  ) -> Indicator {
    var row = row
    row.limit = limit
    guard let found = geoDep[row.basis] else { return row }
    row.period = found.period
    row.amount = found[keyPath: criterion].amount
    row.passes = found[keyPath: criterion].passes
    return row
  }
}
