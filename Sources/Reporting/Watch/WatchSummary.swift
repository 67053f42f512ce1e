public import EarlyWarning
public import Foundation
import Importing

/// What `watch --format json` prints, and `watch.json`: indicators, alerts, remarks, and the files and lines read.
public struct WatchSummary: DescribedJSON {
  struct Good: DescribedJSON {
    var id: String
    var name: String
    var codes: [String]

    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, codes }
    static let objectTitle = "Good of watched trade"
  }

  struct Figure: DescribedJSON {
    var good: String
    var period: String
    var basis: String
    var indicator: String
    @Nullable var amount: Double?
    @Nullable var limit: Double?
    @Nullable var passes: Bool?
    @Nullable var origin: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case good, period, basis, indicator, amount, limit, passes, origin
    }
    static let objectTitle = "Indicator"
  }

  /// The plan by which alerts are priced.
  struct Pricing: DescribedJSON, Codable {
    var instance: String
    var model: String
    var home: String
    var currency: String
    var period: String
    var months: Int

    enum CodingKeys: String, CodingKey, CaseIterable {
      case instance, model, home, currency, period, months
    }
    static let objectTitle = "Plan that prices alerts"
  }

  /// What became of rows that were read, for one reason.
  struct Reading: DescribedJSON {
    var fate: String
    var reason: String
    var count: Int
    var first: String

    enum CodingKeys: String, CodingKey, CaseIterable { case fate, reason, count, first }
    static let objectTitle = "Rows read"
  }

  private var importer: String
  private var name: String
  private var members: [String]
  private var asOf: String
  private var source: String
  @Nullable private var mostUrgent: String?
  private var lookAgain: String
  private var goods: [Good]
  @Nullable private var pricing: Pricing?
  private var alerts: [WatchSummaryAlert]
  private var indicators: [Figure]
  private var remarks: [String]
  private var files: [String]
  private var read: Int
  private var kept: Int
  private var rows: [Reading]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case importer, name, members, asOf, source, mostUrgent, lookAgain, goods, pricing, alerts,
      indicators, remarks, files, read, kept, rows
  }
  package static let objectTitle = "Watched trade"

  /// The figures of what was seen.
  public init(_ watch: Watch) {
    importer = watch.importer.id
    name = watch.importer.name
    members = watch.importer.members.sorted()
    asOf = watch.asOf.text
    source = watch.source.rawValue
    mostUrgent = watch.urgency?.rawValue
    lookAgain = watch.interval.rawValue
    goods = watch.goods.map { Good(id: $0.id, name: $0.name, codes: $0.codes) }
    pricing = watch.pricing.map {
      Pricing(
        instance: $0.instance, model: $0.model, home: $0.home, currency: $0.currency,
        period: $0.period, months: $0.months)
    }
    alerts = watch.alerts.map { WatchSummaryAlert($0, of: watch) }
    indicators = watch.indicators.map {
      Figure(
        good: $0.good, period: $0.period, basis: $0.basis.rawValue, indicator: $0.kind.rawValue,
        amount: $0.amount, limit: $0.limit, passes: $0.passes, origin: $0.origin)
    }
    remarks = watch.remarks
    files = watch.summary.files
    read = watch.summary.readCount
    kept = watch.summary.keptCount
    rows = watch.summary.entries.map {
      Reading(fate: $0.fate.rawValue, reason: $0.reason, count: $0.count, first: $0.example)
    }
  }

  /// The JSON text.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data { try snakeCaseJSON(self) }
}
