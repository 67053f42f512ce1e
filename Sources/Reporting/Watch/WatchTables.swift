public import EarlyWarning
import Importing

/// The tables of watched trade: `alerts.csv`, `indicators.csv` and `imports.csv`.
public struct WatchTables: Sendable {
  /// The alerts, the most urgent first.
  public let alerts: ReportTable
  /// The figures of each good.
  public let indicators: ReportTable
  /// The imports from each origin in each period.
  public let imports: ReportTable

  /// All, in the order in which they are written.
  public var all: [ReportTable] { [alerts, indicators, imports] }

  /// The tables of what was seen.
  public init(_ watch: Watch) {
    alerts = Self.alerts(watch)
    indicators = Self.indicators(watch)
    imports = Self.imports(watch)
  }

  /// What separates several reasons in a cell.
  static let separator = "; "

  private static func alerts(_ watch: Watch) -> ReportTable {
    var table = ReportTable(.watchAlerts)
    for priced in watch.alerts {
      let (alert, price) = (priced.alert, priced.price)
      let other = price?.withoutGoals
      table.add(
        .text(priced.urgency.rawValue), .text(alert.good), .text(alert.origin),
        .text(alert.since.text), .text(alert.reasons.map(\.rawValue).joined(separator: separator)),
        .number(ifAny: alert.fall), .number(ifAny: alert.z), .number(ifAny: alert.cusum),
        months(price?.plan, price), .number(ifAny: price?.plan.lostMost),
        .number(ifAny: price?.plan.serviceLeast), .number(ifAny: price?.coveredShare),
        text(WatchWords.covers(price?.covers ?? [])),
        .number(ifAny: price?.plan.lostLeast), .number(ifAny: price?.plan.serviceMost),
        months(other, price), .number(ifAny: other?.lostMost), .number(ifAny: other?.lostLeast),
        .number(ifAny: alert.usualShare), .text(alert.isDependent ? "yes" : "no"),
        .number(ifAny: watch.mirrorGap(of: alert.good, from: alert.origin)),
        text(priced.unpriced ?? ""))
    }
    return table
  }

  private static func months(
    _ figures: AlertPrice.Figures?, _ price: AlertPrice?
  ) -> ReportTable.Cell {
    guard let figures, let price else { return .blank }
    return .months(figures.monthsToShortage, of: price.horizonMonths)
  }

  private static func text(_ text: String) -> ReportTable.Cell {
    text.isEmpty ? .blank : .text(text)
  }

  private static func indicators(_ watch: Watch) -> ReportTable {
    var table = ReportTable(.watchIndicators)
    for indicator in watch.indicators {
      table.add(
        .text(indicator.good), .text(indicator.importer), .text(indicator.period),
        .text(indicator.basis.rawValue), .text(indicator.kind.rawValue),
        .number(ifAny: indicator.amount), .number(ifAny: indicator.limit),
        indicator.passes.map { .text($0 ? "yes" : "no") } ?? .blank,
        text(indicator.origin ?? ""))
    }
    return table
  }

  /// Nothing of a later period. An origin of which nothing has come has a row in the periods of its alerts.
  private static func imports(_ watch: Watch) -> ReportTable {
    var table = ReportTable(.watchImports)
    let alerts = Dictionary(grouping: watch.alerts.map(\.alert), by: \.good)
    for trade in watch.trade {
      var marked: [TradePeriod: Set<String>] = [:]
      for alert in alerts[trade.good.id] ?? [] where alert.since <= alert.asOf {
        for step in 0...alert.since.distance(to: alert.asOf) {
          marked[alert.since.advanced(by: step), default: []].insert(alert.origin)
        }
      }
      for period in Set(trade.imports.keys).union(marked.keys).sorted() where period <= watch.asOf {
        let marked = marked[period] ?? []
        var found = trade.imports[period] ?? [:]
        for origin in marked where found[origin] == nil {
          found[origin] = trade.figures(from: origin, in: period)
        }
        for (origin, figures) in found.sorted(by: { $0.key < $1.key }) {
          let isNothing = figures.value == 0 && figures.tons == 0
          table.add(
            .text(trade.good.id), .text(watch.importer.id), .text(origin), .text(period.text),
            figures.value > 0 || isNothing ? .number(figures.value) : .blank,
            .number(ifAny: figures.tons), .number(ifAny: figures.unitValue),
            .text(marked.contains(origin) ? "yes" : "no"))
        }
      }
    }
    return table
  }
}
