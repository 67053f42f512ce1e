import EarlyWarning
import Importing

/// An alert in JSON.
struct WatchSummaryAlert: DescribedJSON {
  /// What home loses under one plan.
  struct Losses: DescribedJSON, Codable {
    var monthsToShortage: Int
    var lostLeast: Double
    var lostMost: Double
    var serviceLeast: Double
    var serviceMost: Double

    enum CodingKeys: String, CodingKey, CaseIterable {
      case monthsToShortage, lostLeast, lostMost, serviceLeast, serviceMost
    }
    static let objectTitle = "Losses of home in an alert"

    init(_ figures: AlertPrice.Figures) {
      monthsToShortage = figures.monthsToShortage
      lostLeast = figures.lostLeast
      lostMost = figures.lostMost
      serviceLeast = figures.serviceLeast
      serviceMost = figures.serviceMost
    }
  }

  /// What meets a part of the fall.
  struct Cover: DescribedJSON, Codable {
    var kind: String
    var id: String
    var amount: Double
    @Nullable var ready: String?

    enum CodingKeys: String, CodingKey, CaseIterable { case kind, id, amount, ready }
    static let objectTitle = "What meets an alert"
  }

  /// What the alert would cost.
  struct Price: DescribedJSON, Codable {
    var period: String
    var horizonMonths: Int
    var factor: Double
    var plan: Losses
    @Nullable var undisturbed: Losses?
    @Nullable var withoutGoals: Losses?
    var missing: Double
    @Nullable var covered: Double?
    var covers: [Cover]

    enum CodingKeys: String, CodingKey, CaseIterable {
      case period, horizonMonths, factor, plan, undisturbed, withoutGoals, missing, covered, covers
    }
    static let objectTitle = "Price of an alert"
  }

  var `class`: String
  var good: String
  var origin: String
  var since: String
  var what: [String]
  @Nullable var fall: Double?
  @Nullable var z: Double?
  @Nullable var cusum: Double?
  @Nullable var usualShare: Double?
  var dependent: Bool
  @Nullable var mirrorGap: Double?
  @Nullable var price: Price?
  @Nullable var unpriced: String?
  var lines: [String]

  enum CodingKeys: String, CodingKey, CaseIterable {
    case `class`, good, origin, since, what, fall, z, cusum, usualShare, dependent, mirrorGap,
      price,
      unpriced, lines
  }
  static let objectTitle = "Alert"

  init(_ priced: PricedAlert, of watch: Watch) {
    let alert = priced.alert
    `class` = priced.urgency.rawValue
    good = alert.good
    origin = alert.origin
    since = alert.since.text
    what = alert.reasons.map(\.rawValue)
    fall = alert.fall
    z = alert.z
    cusum = alert.cusum
    usualShare = alert.usualShare
    dependent = alert.isDependent
    mirrorGap = watch.mirrorGap(of: alert.good, from: alert.origin)
    price = priced.price.map(Price.init)
    unpriced = priced.unpriced
    lines = (watch.rows[alert] ?? []).map(\.text)
  }
}

extension WatchSummaryAlert.Price {
  fileprivate init(_ price: AlertPrice) {
    period = price.period
    horizonMonths = price.horizonMonths
    factor = price.factor
    plan = WatchSummaryAlert.Losses(price.plan)
    undisturbed = price.undisturbed.map(WatchSummaryAlert.Losses.init)
    withoutGoals = price.withoutGoals.map(WatchSummaryAlert.Losses.init)
    missing = price.missing
    covered = price.coveredShare
    covers = price.covers.map { cover in
      WatchSummaryAlert.Cover(
        kind: cover.kind.rawValue, id: cover.id, amount: cover.amount,
        ready: cover.ready.isEmpty ? nil : cover.ready)
    }
  }
}
