public import Importing

/// All indicators of a good as of a period, with what a reader must know about them.
///
/// Every figure is blank where the data do not have it; ``remarks`` say why.
public struct IndicatorSet: Sendable {
  /// The figures, in the order of the kinds, by value before by tons.
  public let indicators: [Indicator]
  /// What a reader must know about the figures, one sentence each.
  public let remarks: [String]
  /// The dependence in the year that ends with the period.
  public let dependence: Dependence
  /// The dependence in the year before.
  public let dependenceBefore: Dependence
  /// The criteria of GeoDep, by value and by tons.
  public let geoDep: [TradeBasis: GeoDep]
  /// The geopolitical supply risk; nil: not known.
  public let geoPolRisk: GeoPolRisk?
  /// What has changed against the year before.
  public let change: TradeChange
  /// New and vanished suppliers.
  public let turnover: SupplierTurnover
  /// What origins have sent in the year, by id.
  public let imports: [String: TradeFigures]
  private let mirrorGaps: [String: MirrorGap]

  /// The indicators of a good.
  ///
  /// - Parameters:
  ///   - trade: the trade of the good, for its importer.
  ///   - asOf: the last period; later ones are not looked at. It is of the frequency of the trade.
  ///   - risk: risks and production; nil: not known.
  public init(_ trade: GoodTrade, asOf: TradePeriod, risk: SupplyRisk? = nil) {
    let window = TradeWindow(end: asOf)
    let windows = [window, window.before, window.before.before]
    let years = windows.map { YearOfTrade(trade, in: $0) }
    let (now, before) = (years[0], years[1])
    dependence = Dependence(now)
    dependenceBefore = Dependence(before)
    let bases = TradeBasis.allCases.map { basis in
      (basis, GeoDep(years, importer: trade.importer, on: basis))
    }
    geoDep = Dictionary(bases) { first, _ in first }
    let supply = SuppliedRisk(now, importer: trade.importer, risk: risk)
    geoPolRisk = supply.risk
    change = TradeChange(from: before, to: now)
    turnover = SupplierTurnover(from: before, to: now)
    imports = now.imports
    let gaps = trade.origins.compactMap { origin in
      trade.mirrorGap(of: origin, in: window).map { (origin, $0) }
    }
    mirrorGaps = Dictionary(gaps) { first, _ in first }
    let rows = IndicatorRows(
      good: trade.good.id, importer: trade.importer.id, now: now, dependence: dependence,
      geoDep: geoDep, geoPolRisk: geoPolRisk, change: change, turnover: turnover)
    indicators = rows.all
    let texts = IndicatorRemarks(
      trade: trade, years: years, dependence: dependence, geoDep: geoDep, supply: supply,
      turnover: turnover, mirrorGaps: mirrorGaps)
    remarks = texts.all
  }

  /// How far the reports of the importer and of an origin are apart, in the year; nil if no flow has both.
  public func mirrorGap(of origin: String) -> MirrorGap? { mirrorGaps[origin] }

  /// Whether the good was dependent a year before, on a basis on which it is dependent now. nil: not known, since a year is
  /// not complete or has too few figures.
  public var wasDependent: Bool? {
    guard dependence.isComplete, dependenceBefore.isComplete else { return nil }
    if dependenceBefore.isDependent { return true }
    let now = TradeBasis.allCases.filter { dependence[$0].isDependent == true }
    let compared = now.isEmpty ? TradeBasis.allCases : now
    return compared.contains { dependenceBefore[$0].isDependent == false } ? false : nil
  }

  /// Whether the good is dependent now and was not a year before.
  public var isNewlyDependent: Bool { dependence.isDependent && wasDependent == false }

  /// The origin that sends most, by value or, where that is not known, by tons; nil without imports.
  public var largestOrigin: String? {
    TradeBasis.allCases.lazy.compactMap { OriginShares(imports, on: $0).largest?.origin }.first
  }
}
