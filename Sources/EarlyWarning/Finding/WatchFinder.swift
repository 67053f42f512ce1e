import Analysis
public import Importing
import Parallel
import Scenarios
public import Sourcing
public import Tables

/// Finds what has moved in an importer's trade: the trade of each good, its indicators, what has changed, and the alerts.
public struct WatchFinder: Sendable {
  private let records: TradeRecords
  private let importer: Importer
  private let asOf: TradePeriod
  private let instance: Instance?
  /// The last period for which others report what they sent, if that is after ``asOf`` and nobody asked for it.
  private let unreported: TradePeriod?

  /// A finder for an importer and a period.
  ///
  /// - Parameters:
  ///   - records: the trade.
  ///   - importer: whose imports, with some in the records.
  ///   - asOf: the last period that is looked at; nil: the last one that the importer has reported, or all of its
  ///     countries that buy much; else the last one with imports of any good.
  ///   - instance: has the instability of regions and what they produce; nil: not known.
  /// - Throws: `InputProblems` for a period that the records do not have.
  public init(
    _ records: TradeRecords, importer: Importer, asOf: TradePeriod? = nil, instance: Instance? = nil
  ) throws(InputProblems) {
    self.records = records
    self.importer = importer
    self.instance = instance
    let known = ReportedPeriods(records, of: importer)
    guard let first = known.all.min(), let last = known.all.max() else {
      throw InputProblems([
        Problem("no row has imports into \(importer.id)", file: records.summary.files.first ?? "")
      ])
    }
    self.asOf = asOf ?? known.last ?? last
    guard let asOf else {
      unreported = self.asOf < last ? last : nil
      return
    }
    unreported = nil
    let span = "\(importer.id) has imports from \(first.text) to \(last.text)"
    guard asOf.frequency == records.frequency else {
      let kind = records.frequency == .month ? "months" : "years"
      throw Self.wrong(
        "found `\(asOf.text)`; the files have \(kind): write one such as \(last.text); \(span)")
    }
    guard first <= asOf, asOf <= last else { throw Self.wrong("found `\(asOf.text)`; \(span)") }
  }

  private static func wrong(_ message: String) -> InputProblems {
    InputProblems([Problem(message, file: "--asof")], reason: .wrongArgument)
  }

  // MARK: What is seen

  /// What is seen of one good.
  private struct Found: Sendable {
    var indicators: [Indicator]
    var alerts: [Alert]
    var gaps: [Watch.ReportGap]
    var remarks: [String]
    /// Whether there are enough earlier years to see a change of some origin.
    var hasPast: Bool
  }

  /// What is seen, its alerts not priced.
  ///
  /// - Parameters:
  ///   - leastShare: alerts about origins that usually send a smaller part of the good are left out, which a remark says;
  ///     those about new dependence stay.
  ///   - jobs: the number of threads. The answer does not depend on it.
  public func find(leastShare: Double = 0, jobs: Int = 1) -> Watch {
    let all = GoodTrade.all(of: records, importer: importer)
    let trade = all.filter { !$0.imports.isEmpty }
    let found = concurrently(trade, jobs: jobs) { look(at: $0) }
    let raised = found.flatMap(\.alerts)
    let alerts = raised.filter {
      $0.usualShare ?? 0 >= leastShare || $0.reasons.contains(.dependent)
    }
    let small = raised.count - alerts.count
    let leftOut =
      small == 0
      ? []
      : [
        "\(small) \(small == 1 ? "alert is" : "alerts are") left out: about origins that usually send less than \(ImportSummary.percent(leastShare)) of the good"
      ]
    let missing = all.filter(\.imports.isEmpty).map(\.good.id)
    let absent =
      missing.isEmpty
      ? []
      : [
        "no row has imports into \(importer.id) of \(missing.joined(separator: ", ")), so nothing is said of it"
      ]
    return Watch(
      importer: importer, asOf: asOf, source: records.source, goods: records.goods, trade: trade,
      indicators: found.flatMap(\.indicators),
      alerts: alerts.map { PricedAlert(alert: $0, urgency: $0.urgencyWithoutPlan) }
        .mostUrgentFirst, mirrorGaps: found.flatMap(\.gaps), rows: rows(of: alerts),
      goodsWithoutPast: zip(trade, found).filter { !$1.hasPast }.map(\.0.good.id),
      remarks: (leftOut + late + absent + found.flatMap(\.remarks)).uniqued(),
      summary: records.summary)
  }

  /// That there are later periods, of which only a part of the imports is known.
  private var late: [String] {
    guard let unreported else { return [] }
    let who =
      importer.members.count > 1 || records.reporters[importer.id].map { $0.count > 1 } ?? false
      ? "not all that buy much for \(importer.name) have" : "\(importer.name) has not"
    return [
      "\(who) reported what comes after \(asOf.text); others report what they sent until \(unreported.text), which "
        + "--asof \(unreported.text) looks at."
    ]
  }

  private func look(at trade: GoodTrade) -> Found {
    let risk = instance.map {
      SupplyRisk(
        of: trade.good.id, in: $0, period: AlertPricer.period(for: asOf, in: $0).index)
    }
    let set = IndicatorSet(trade, asOf: asOf, risk: risk)
    let change = ChangeSet(trade, asOf: asOf)
    let alerts = Alert.raised(
      by: change, isDependent: set.dependence.isDependent, newlyDependentOn: set.newlyDependentOn)
    let gaps = trade.origins.compactMap { origin -> Watch.ReportGap? in
      guard let gap = set.mirrorGap(of: origin), gap.isLarge, let amount = gap.largest else {
        return nil
      }
      return Watch.ReportGap(good: trade.good.id, origin: origin, gap: amount)
    }
    return Found(
      indicators: set.indicators, alerts: alerts, gaps: gaps,
      remarks: set.remarks + change.remarks,
      hasPast: change.changes.contains { $0.change.fall != nil || $0.change.z != nil })
  }

  // MARK: Rows of files

  /// A good that comes from an origin.
  private struct Flow: Hashable {
    var good: String
    var origin: String
  }

  /// The rows that each alert rests on: those of its periods, or else the last one before.
  private func rows(of alerts: [Alert]) -> [Alert: [FilePlace]] {
    let flows = Set(alerts.map { Flow(good: $0.good, origin: $0.origin) })
    var known: [Flow: [(period: TradePeriod, place: FilePlace)]] = [:]
    for record in records.records
    where importer.contains(record.destination) && record.period <= asOf {
      let flow = Flow(good: record.good, origin: record.origin)
      if flows.contains(flow) { known[flow, default: []].append((record.period, record.place)) }
    }
    var found: [Alert: [FilePlace]] = [:]
    for alert in alerts {
      let all = (known[Flow(good: alert.good, origin: alert.origin)] ?? [])
        .sorted { ($0.period, $0.place) < ($1.period, $1.place) }
      let within = all.filter { $0.period >= alert.since }
      found[alert] = (within.isEmpty ? Array(all.suffix(1)) : within).map(\.place)
    }
    return found
  }
}

extension Watch {
  /// The same with its alerts priced by a plan, the most urgent first. What a plan loses is home's, so imports of others are
  /// not priced: each alert says so and keeps its class, and there is no ``pricing``.
  ///
  /// - Parameters:
  ///   - pricer: prices them by the plan of an instance.
  ///   - jobs: the number of threads. The answer does not depend on it.
  /// - Throws: as ``AlertPricer/price(_:jobs:)``.
  public func priced(by pricer: AlertPricer, jobs: Int = 1) throws -> Watch {
    let plan = pricer.plan.instance
    guard importer.members == Set(plan.home.members.map { plan.regions[$0].id }) else {
      var watch = self
      for place in alerts.indices {
        watch.alerts[place].unpriced =
          "these are imports of \(importer.id), and what the plan loses is that of \(plan.home.id)"
      }
      watch.remarks.append(
        "The plan prices imports of \(plan.home.id), and these are imports of \(importer.id): no alert has a price."
      )
      return watch
    }
    let found = try pricer.price(
      alerts.map { (alert: $0.alert, urgency: $0.urgency) }, jobs: jobs)
    let (instance, model) = (pricer.plan.instance, pricer.plan.model)
    let period = pricer.period ?? AlertPricer.period(for: asOf, in: instance).index
    let home = instance.home.id
    let name = instance.regions.first { $0.id == home }?.name ?? ""
    var watch = self
    watch.alerts = found.mostUrgentFirst
    watch.pricing = Pricing(
      instance: instance.name, model: model.name, home: home, homeName: name.isEmpty ? home : name,
      currency: instance.currency, period: instance.horizon[period].label, months: pricer.months)
    watch.remarks += found.flatMap { $0.price?.remarks ?? [] }.uniqued()
    return watch
  }
}
