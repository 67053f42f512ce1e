import Analysis
import Charts
import Reporting
import Scenarios
import Sourcing

/// The pictures of a back-test, of the rows of its tables.
struct BackTestPictures {
  private let instance: Instance
  private let model: Model
  private let tables: BackTestTables
  private let names: Names

  /// The most rows of shares, and the most origins of a supply.
  private static let (mostRows, mostOrigins) = (500, 8)

  init(_ test: BackTest, of instance: Instance, _ model: Model) {
    self.instance = instance
    self.model = model
    tables = BackTestTables(test, of: instance)
    names = Names(instance)
  }

  var all: [Picture] { [errors, shares].compactMap(\.self) }

  private var focus: String? { Focus.name(in: instance) }
  private var home: Set<String> { Set(instance.home.members.map { instance.regions[$0].id }) }

  /// Supplies in the order in which a list shows them: of the focus first, to home first.
  private func ranked(_ supplies: [Supply]) -> [Supply] {
    supplies.uniqued().sorted { first, second in
      (rank(first), first.commodity, first.destination)
        < (rank(second), second.commodity, second.destination)
    }
  }

  private func rank(_ supply: Supply) -> Int {
    (home.contains(supply.destination) || supply.destination == "*" ? 0 : 2)
      + (supply.commodity == focus ? 0 : 1)
  }

  private struct Supply: Hashable {
    var commodity: String
    var destination: String

    init(_ row: ReportTable.Row) {
      commodity = row.text("commodity")
      destination = row.text("destination")
    }
  }

  private func name(_ supply: Supply) -> String {
    let into = supply.destination == "*" ? "all destinations" : names.short(supply.destination)
    return "\(names.short(supply.commodity)) (\(supply.commodity)) into \(into)"
  }

  // MARK: Errors

  private var errors: Picture? {
    let all = Dictionary(grouping: tables.errors.rows, by: Supply.init)
    let order = ranked(Array(all.keys))
    let shown = fitting(order.map { all[$0] ?? [] })
    let rows = shown.joined().map { row in
      ForecastErrors.Row(
        commodity: row.text("commodity"), destination: row.text("destination"),
        supply: name(Supply(row)), ahead: row.number("ahead") ?? 0, plan: row.number("plan") ?? 0,
        stay: row.number("stay") ?? 0, trend: row.number("trend") ?? 0)
    }
    return ForecastErrors.picture(
      of: rows,
      sentence:
        "The lower a bar, the nearer the forecast was. Where the grey bar is lowest, who supplied last told more than "
        + "the plan.\(rest(shown.count, of: order.count, in: "backtest_errors"))")
  }

  // MARK: Shares

  private var shares: Picture? {
    let all = Dictionary(grouping: tables.shares.rows, by: Supply.init)
    let order = ranked(Array(all.keys))
    let supplies = order.map { all[$0] ?? [] }
    let shown = fitting(supplies.map(largest))
    let rows = Array(shown.joined())
    let origins =
      zip(shown, supplies).contains { $0.count < $1.count }
      ? " Of each supply the \(Self.mostOrigins) largest origins are shown." : ""
    return ObservedShares.picture(
      of: rows.map(shareRow),
      regions: RegionColours(instance, for: model, of: Set(rows.map { $0.text("region") })),
      sentence:
        "The lines are what was observed, the broken lines what the chosen forecast expected for the same "
        + "period.\(rest(shown.count, of: order.count, in: "backtest"))\(origins)")
  }

  /// The rows of the first supplies, as many as there is room for.
  private func fitting(_ supplies: [[ReportTable.Row]]) -> ArraySlice<[ReportTable.Row]> {
    var count = 0
    return supplies.prefix { rows in
      defer { count += rows.count }
      return count == 0 || count + rows.count <= Self.mostRows
    }
  }

  private func rest(_ shown: Int, of all: Int, in table: String) -> String {
    shown < all ? " \(shown) of \(all) supplies can be chosen; all are in \(table).csv." : ""
  }

  /// The rows of the largest origins.
  private func largest(_ rows: [ReportTable.Row]) -> [ReportTable.Row] {
    let most = Dictionary(grouping: rows) { $0.text("region") }.mapValues { rows in
      rows.flatMap { [$0.number("observed") ?? 0, $0.number("plan") ?? 0] }.max() ?? 0
    }
    let kept = Set(
      most.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostOrigins).map(\.key))
    return rows.filter { kept.contains($0.text("region")) }
  }

  private func shareRow(_ row: ReportTable.Row) -> ObservedShares.Row {
    ObservedShares.Row(
      asOf: row.text("as_of"), period: row.text("period"), ahead: row.number("ahead") ?? 0,
      commodity: row.text("commodity"), destination: row.text("destination"),
      supply: name(Supply(row)), region: row.text("region"),
      observed: row.number("observed") ?? 0, plan: row.number("plan") ?? 0,
      stay: row.number("stay") ?? 0, trend: row.number("trend") ?? 0)
  }
}
