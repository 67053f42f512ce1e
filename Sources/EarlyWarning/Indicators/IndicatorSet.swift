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
  private let now: YearOfTrade
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
    self.now = now
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

  /// The largest origin of a good that is dependent now and was not a year before, on the basis on which that is so, by
  /// value if it is on both. Nil if the good is not newly dependent, or if this is not known, since a year is not complete or
  /// has too few figures.
  public var newlyDependentOn: String? {
    guard dependence.isComplete, dependenceBefore.isComplete, !dependenceBefore.isDependent else {
      return nil
    }
    let basis = TradeBasis.allCases.first {
      dependence[$0].isDependent == true && dependenceBefore[$0].isDependent == false
    }
    return basis.flatMap { now.shares(on: $0).largest?.origin }
  }
}
