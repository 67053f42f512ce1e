/// A figure of a year or a month that a country reports to the UN: its imports from or exports to a partner.
struct ComtradeReport: Sendable {
  /// The direction that is reported.
  enum Flow: String, Hashable {
    case imports, exports
    case reexports = "re-exports"
  }

  /// The pair of areas, by their codes in the file, with direction and period.
  struct Pair: Hashable {
    var reporter: String
    var partner: String
    var flow: Flow
    var period: TradePeriod
  }

  /// What two rows have in common that are about the same: the codes in the file. Two codes that the map joins in one
  /// region are two observations.
  struct Identity: Hashable {
    var pair: Pair
    var code: String
  }

  var identity: Identity
  /// The period it counts for: its own, or the year of its month.
  var period: TradePeriod
  var reporter: Country
  var partner: TradeArea
  /// The edition of the HS: 6 for `H6`; nil: not told.
  var edition: Int?
  /// The edition is the one in which the country reports.
  var isOriginal: Bool
  /// The row is a total over second partners, customs procedures, modes of transport and of supply.
  var isTotal: Bool
  /// Net weight in metric tons; nil: not known.
  var tons: Double?
  /// US dollars: of imports CIF, of exports FOB; nil: not known.
  var value: Double?
  /// The weight was estimated by the UN.
  var isEstimated: Bool
  var place: FilePlace

  var flow: Flow { identity.pair.flow }

  /// The trade with a partner that is a country.
  func trade(with partner: Country) -> CountryTrade {
    CountryTrade(
      code: identity.code, origin: flow == .imports ? partner : reporter,
      destination: flow == .imports ? reporter : partner, period: period)
  }
}
