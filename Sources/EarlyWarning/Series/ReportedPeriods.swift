public import Importing

/// For which periods an importer's trade is known, so that an origin without a figure has sent nothing.
///
/// A member of a bloc reports a period if it has an import of any good there. After its last report it has not reported
/// yet: the bloc's imports then miss what it buys. A member that bought less than 1 % of the bloc's imports, by value,
/// in the year that ends with its last report does not count. BACI has no such gaps: it takes the exporters' reports
/// where an importer is silent.
public struct ReportedPeriods: Sendable, Hashable {
  /// Members that bought less than this part of the bloc's imports may be missing.
  static let smallPart = 0.01

  /// The periods with an import of any good, whoever reports it.
  public let all: Set<TradePeriod>
  /// The periods that all members that count have reported.
  public let whole: Set<TradePeriod>
  /// The members that had not yet reported, in order, of each period of ``all`` with any.
  public let missing: [TradePeriod: [String]]
  /// The periods in which each origin reports exports of any good to anywhere.
  private let byOrigin: [String: Set<TradePeriod>]

  /// The periods of an importer.
  public init(_ records: TradeRecords, of importer: Importer) {
    var all: Set<TradePeriod> = []
    var own: [String: [TradePeriod: Double]] = [:]
    var byOrigin: [String: Set<TradePeriod>] = [:]
    for record in records.records {
      if record.exports != nil { byOrigin[record.origin, default: []].insert(record.period) }
      guard importer.contains(record.destination), !importer.contains(record.origin),
        record.best != nil
      else { continue }
      all.insert(record.period)
      if let imports = record.imports {
        own[record.destination, default: [:]][record.period, default: 0] += imports.value
      }
    }
    self.all = all
    self.byOrigin = byOrigin
    let missing = records.source == .baci ? [:] : Self.missing(own, of: all)
    self.missing = missing
    let reported = Set(own.values.flatMap(\.keys))
    whole = reported.filter { missing[$0] == nil }
  }

  /// The last period that all members that count have reported; nil if there is none.
  public var last: TradePeriod? { whole.max() }

  /// Whether an origin without a figure in a period has sent nothing: the importer has reported the period, or else the
  /// origin has.
  public func isKnown(_ origin: String, in period: TradePeriod) -> Bool {
    if whole.contains(period) { return true }
    return missing[period] == nil && byOrigin[origin]?.contains(period) == true
  }

  /// Which members have not yet reported a period, of those that buy enough.
  private static func missing(
    _ own: [String: [TradePeriod: Double]], of all: Set<TradePeriod>
  ) -> [TradePeriod: [String]] {
    var missing: [TradePeriod: [String]] = [:]
    // What is sent to a single importer is then known from the origins.
    guard own.count > 1 else { return [:] }
    for (member, values) in own {
      guard let last = values.keys.max() else { continue }
      let year = TradeWindow(end: last).periods
      let bought = year.reduce(0) { $0 + (values[$1] ?? 0) }
      let whole = own.values.reduce(0) { sum, other in
        year.reduce(sum) { $0 + (other[$1] ?? 0) }
      }
      guard bought > smallPart * whole else { continue }
      for period in all where period > last { missing[period, default: []].append(member) }
    }
    return missing.mapValues { $0.sorted() }
  }
}
