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

  /// A finder for an importer and a period.
  ///
  /// - Parameters:
  ///   - records: the trade.
  ///   - importer: whose imports, with some in the records.
  ///   - asOf: the last period that is looked at; nil: the last one with imports of any good.
  ///   - instance: has the instability of regions and what they produce; nil: not known.
  /// - Throws: `InputProblems` for a period that the records do not have.
  public init(
    _ records: TradeRecords, importer: Importer, asOf: TradePeriod? = nil, instance: Instance? = nil
  ) throws(InputProblems) {
    self.records = records
    self.importer = importer
    self.instance = instance
    let periods = Set(
      records.records.lazy.filter { importer.contains($0.destination) }.map(\.period))
    guard let first = periods.min(), let last = periods.max() else {
      throw InputProblems([
        Problem("no row has imports into \(importer.id)", file: records.summary.files.first ?? "")
      ])
    }
    self.asOf = asOf ?? last
    guard let asOf else { return }
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
  /// - Parameter jobs: the number of threads. The answer does not depend on it.
  public func find(jobs: Int = 1) -> Watch {
    let all = GoodTrade.all(of: records, importer: importer)
    let trade = all.filter { !$0.imports.isEmpty }
    let found = concurrently(trade, jobs: jobs) { look(at: $0) }
    let alerts = found.flatMap(\.alerts)
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
      remarks: (absent + found.flatMap(\.remarks)).uniqued(), summary: records.summary)
  }

  private func look(at trade: GoodTrade) -> Found {
    let risk = instance.map {
      SupplyRisk(
        of: trade.good.id, in: $0, period: AlertPricer.period(for: asOf, in: $0).index)
    }
    let set = IndicatorSet(trade, asOf: asOf, risk: risk)
    let change = ChangeSet(trade, asOf: asOf)
    let alerts = Alert.raised(
      by: change, trade: trade, isDependent: set.dependence.isDependent,
      wasDependent: set.wasDependent)
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
  /// The same with its alerts priced by a plan, the most urgent first.
  ///
  /// - Parameters:
  ///   - pricer: prices them by the plan of an instance.
  ///   - jobs: the number of threads. The answer does not depend on it.
  /// - Throws: as ``AlertPricer/price(_:jobs:)``.
  public func priced(by pricer: AlertPricer, jobs: Int = 1) throws -> Watch {
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
