import Analysis
import Charts
import Reporting
import Scenarios
import Sourcing

/// The pictures of a comparison of stockpiles, of the rows of its tables.
struct StockpilePictures {
  private let comparison: StockpileComparison
  private let plan: TestedPlan

  init(_ comparison: StockpileComparison, plan: TestedPlan) {
    self.comparison = comparison
    self.plan = plan
  }

  private var instance: Instance { comparison.instance }

  var all: [Picture] {
    ([costs, stocks].compactMap(\.self)) + payers + [shortfalls].compactMap(\.self)
  }

  private var rows: [StockpileMemberRow] {
    comparison.membersTable.rows.map { row in
      StockpileMemberRow(
        sharing: row.text("sharing"), region: row.text("region"), commodity: row.text("commodity"),
        member: plan.names.row(row.text("region")),
        stocked: "\(plan.names.sentence(row.text("commodity"))), \(row.text("unit"))",
        stock: row.number("stock") ?? 0, cost: row.number("stock_cost") ?? 0)
    }
  }

  private var costs: Picture? {
    guard rows.contains(where: { $0.cost > 0 }) else { return nil }
    let own = NumberText.amount(comparison.own.stockCost)
    return StockpileCosts.picture(
      of: rows, money: plan.money,
      regions: RegionColours(
        instance, for: plan.runner.model, of: Set(rows.map(\.region))),
      sentence:
        "Each bar is an arrangement of sharing; its parts are what each member holds of each commodity. Without sharing all stocks "
        + "together cost \(own).")
  }

  private var stocks: Picture? {
    // A commodity that nobody stocks is left out; the one that costs most comes first.
    let stocked = Dictionary(grouping: rows.filter { $0.stock > 1e-9 }, by: \.commodity)
      .mapValues { rows in rows.map(\.cost).max() ?? 0 }
    let order = stocked.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let shown = order.flatMap { good in rows.filter { $0.commodity == good } }
    return StockpileStocks.picture(
      of: shown, money: plan.money,
      sentence: stocked.count > 1
        ? "Choose a commodity: a bar for each arrangement of sharing. Commodities of which nobody needs a stock are left out."
        : "A bar for each arrangement of sharing, by member.")
  }

  private var payers: [Picture] {
    guard let table = comparison.tables.first(where: { $0.name == "stockpile_splits" }) else {
      return []
    }
    let modes = table.rows.map { $0.text("sharing") }.uniqued()
    return modes.enumerated().compactMap { place, mode in
      let rows = table.rows.filter { $0.text("sharing") == mode }.map { row in
        StockpilePayers.Row(
          split: row.text("split"), region: row.text("region"),
          member: plan.names.row(row.text("region")), own: row.number("own_cost") ?? 0,
          pays: row.number("pays") ?? 0)
      }
      let gains = rows.contains { $0.pays < 0 } ? " Below 0 it receives money." : ""
      return StockpilePayers.picture(
        id: "stockpile-payers-\(place + 1)", sharing: mode, of: rows, money: plan.money,
        sentence:
          "What each member pays a year under each split of the saving; the stroke is what its own stocks cost "
          + "without sharing.\(gains)")
    }
  }

  private var shortfalls: Picture? {
    guard let table = comparison.tables.first(where: { $0.name == "stockpile_limits" }) else {
      return nil
    }
    let rows = table.rows.map { row in
      StockpileShortfalls.Row(
        sharing: row.text("sharing"), region: row.text("region"), commodity: row.text("commodity"),
        market: "\(row.text("region")) \(row.text("commodity"))",
        asked: row.number("service_asked") ?? 0, service: row.number("service") ?? 0)
    }
    return StockpileShortfalls.picture(
      of: rows,
      sentence:
        "The bar is the most that the market can be served in every disruption; the stroke is what is asked for."
    )
  }
}
