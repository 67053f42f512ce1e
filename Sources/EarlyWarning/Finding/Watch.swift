public import Importing

/// What is seen of an importer's trade as of a period: indicators of every good, and alerts, the most urgent first.
public struct Watch: Sendable {
  /// Whose imports.
  public var importer: Importer
  /// The last period that is looked at.
  public var asOf: TradePeriod
  /// Where the figures come from.
  public var source: TradeRecords.Source
  /// The goods.
  public var goods: [TradeGood]
  /// The trade of each good that the importer has imported, in the order of ``goods``.
  public var trade: [GoodTrade]
  /// All figures, by good and in the order of the kinds.
  public var indicators: [Indicator]
  /// The alerts, the most urgent first.
  public var alerts: [PricedAlert]
  /// Pairs of a good and an origin of which importer and exporter report very different amounts.
  public let mirrorGaps: [ReportGap]
  /// The same by good and origin.
  private let gaps: [String: [String: Double]]
  /// The rows of the files that an alert rests on: those from its first period to its last, or if nothing came in
  /// these, the last one before.
  public var rows: [Alert: [FilePlace]]
  /// The plan by which alerts are priced; nil: none was given.
  public var pricing: Pricing?
  /// Ids of the goods with too few earlier years to see a change.
  public var goodsWithoutPast: [String]
  /// What a reader must know about the figures, one sentence each.
  public var remarks: [String]
  /// What was read of the files.
  public var summary: ImportSummary

  /// The plan by which alerts are priced.
  public struct Pricing: Sendable, Hashable {
    /// Name of the instance.
    public var instance: String
    /// Name of the plan's model.
    public var model: String
    /// Id of home, whose losses are told.
    public var home: String
    /// Name of home; its id if it has none.
    public var homeName: String
    /// The unit of money; empty if the instance names none.
    public var currency: String
    /// Label of the period of the instance.
    public var period: String
    /// Months that a fall is assumed to go on.
    public var months: Int

    /// A plan that prices alerts.
    public init(
      instance: String, model: String, home: String, homeName: String, currency: String,
      period: String, months: Int
    ) {
      self.instance = instance
      self.model = model
      self.home = home
      self.homeName = homeName
      self.currency = currency
      self.period = period
      self.months = months
    }
  }

  /// How far the reports of importer and exporter are apart.
  public struct ReportGap: Sendable, Hashable {
    /// Id of the good.
    public var good: String
    /// The origin.
    public var origin: String
    /// |reported imports − reported exports| / the larger of both, 0 to 1.
    public var gap: Double

    /// A gap between two reports.
    public init(good: String, origin: String, gap: Double) {
      self.good = good
      self.origin = origin
      self.gap = gap
    }
  }

  /// What is seen.
  public init(
    importer: Importer, asOf: TradePeriod, source: TradeRecords.Source, goods: [TradeGood],
    trade: [GoodTrade], indicators: [Indicator], alerts: [PricedAlert],
    mirrorGaps: [ReportGap] = [], rows: [Alert: [FilePlace]] = [:], pricing: Pricing? = nil,
    goodsWithoutPast: [String] = [], remarks: [String], summary: ImportSummary
  ) {
    self.importer = importer
    self.asOf = asOf
    self.source = source
    self.goods = goods
    self.trade = trade
    self.indicators = indicators
    self.alerts = alerts
    self.mirrorGaps = mirrorGaps
    gaps = mirrorGaps.reduce(into: [:]) { $0[$1.good, default: [:]][$1.origin] = $1.gap }
    self.rows = rows
    self.pricing = pricing
    self.goodsWithoutPast = goodsWithoutPast
    self.remarks = remarks
    self.summary = summary
  }

  /// The class of the most urgent alert; nil without alerts.
  public var urgency: Alert.Class? { alerts.map(\.urgency).min() }

  /// Whether an alert is so urgent that a scheduled job is to tell somebody: class A or B.
  public var isUrgent: Bool { urgency.map { $0 <= .b } ?? false }

  /// How often to look again: what the most urgent alert asks for; without alerts as for one of class D.
  public var interval: Alert.Class.Interval { (urgency ?? .d).interval(for: asOf.frequency) }

  /// The gap between both reports of a good from an origin; nil: it is small or not known.
  public func mirrorGap(of good: String, from origin: String) -> Double? {
    gaps[good]?[origin]
  }
}
