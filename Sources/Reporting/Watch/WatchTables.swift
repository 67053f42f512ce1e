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

  private static func imports(_ watch: Watch) -> ReportTable {
    var table = ReportTable(.watchImports)
    for trade in watch.trade {
      let alerts = watch.alerts.map(\.alert).filter { $0.good == trade.good.id }
      for period in trade.imports.keys.sorted() {
        for (origin, figures) in (trade.imports[period] ?? [:]).sorted(by: { $0.key < $1.key }) {
          let isAlert = alerts.contains {
            $0.origin == origin && $0.since <= period && period <= $0.asOf
          }
          table.add(
            .text(trade.good.id), .text(watch.importer.id), .text(origin), .text(period.text),
            figures.value > 0 ? .number(figures.value) : .blank, .number(ifAny: figures.tons),
            .number(ifAny: figures.unitValue), .text(isAlert ? "yes" : "no"))
        }
      }
    }
    return table
  }
}
