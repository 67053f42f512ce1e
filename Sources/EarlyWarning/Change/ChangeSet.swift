public import Importing

/// How the imports of a good have moved as of a period, origin by origin, against the same month of the 3 to 5 years
/// before, or against these years.
public struct ChangeSet: Sendable {
  /// Id of the good.
  public let good: String
  /// The last period that is looked at.
  public let asOf: TradePeriod
  /// The history of each origin that had at least 0.1 % of the good's imports in the last year or in the up to five years
  /// before, by tons, or by value where there are no tons; by the ids of the origins.
  public let histories: [OriginHistory]
  /// What part of the imports came from each origin in the up to five years before the last one, 0 to 1.
  public let usualShares: [String: Double]
  /// What a reader must know, one sentence each: too few years, periods that are not reported, missing tons.
  public let remarks: [String]

  /// The changes up to a period of the trade's frequency.
  public init(_ trade: GoodTrade, asOf: TradePeriod) {
    good = trade.good.id
    self.asOf = asOf
    let shares = UsualShares(trade, asOf: asOf)
    usualShares = shares.usual
    let histories = trade.origins.filter { shares.largest($0) >= ChangeLimits.share }
      .map { OriginHistory(trade, origin: $0, through: asOf) }
    self.histories = histories
    remarks = ChangeRemarks(trade, asOf: asOf, histories: histories).sentences
  }

  /// The changes of the last period, by the ids of the origins.
  public var changes: [(origin: String, change: OriginChange)] {
    histories.compactMap { history in history.change(in: asOf).map { (history.origin, $0) } }
  }

  /// The change of an origin in the last period; nil if it sends too little to raise an alert.
  public func change(from origin: String) -> OriginChange? {
    histories.first { $0.origin == origin }?.change(in: asOf)
  }
}
