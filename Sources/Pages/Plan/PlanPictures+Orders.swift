import Analysis
import Charts
import Reporting

/// What is built, what it costs, what stocks hold, and what is not served.
extension PlanPictures {
  private static let mostOrders = 120
  private static let mostStocks = 8
  private static let mostShortages = 200

  /// Name of home.
  var home: String { words.home }
  /// Unit of money.
  var money: String { words.unit }

  /// An amount in each year of a period.
  func aYear(_ amount: Double) -> String { "\(words.money(amount)) a year" }

  /// `yttrium oxide, t`
  private func goods(_ ids: Set<String>) -> [String: String] {
    ids.reduce(into: [:]) { $0[$1] = "\(words.named($1)), \(unit($1))" }
  }

  private func unit(_ commodity: String) -> String { summary.units[commodity] ?? "units" }

  // MARK: Costs

  /// The share of all costs beyond which a picture of one category alone says nothing.
  private static let wholeCost = 0.95

  /// What all regions pay in each period, by category of cost; nil if nearly all of it is of one category.
  var costs: Picture? {
    let rows = tables[.costs].rows.map {
      CostByCategory.Row(
        period: $0.text("period"), category: $0.text("category"), cost: $0.number("cost") ?? 0)
    }
    let size = rows.map { abs($0.cost) }.max() ?? 0
    let seen = Set(rows.filter { abs($0.cost) > 1e-6 * size }.map(\.category))
    let shown = rows.filter { seen.contains($0.category) }
    let sums = Dictionary(grouping: shown, by: \.category).values.map { rows in
      rows.reduce(0) { $0 + abs($1.cost) }
    }
    guard (sums.max() ?? 0) <= Self.wholeCost * sums.reduce(0, +) else { return nil }
    guard let last = shown.last?.period,
      let part = shown.filter({ $0.period == last }).max(by: { $0.cost < $1.cost })
    else { return nil }
    let word = CostWords.all[part.category] ?? part.category
    return CostByCategory.picture(
      of: shown, words: CostWords.all, currency: money,
      sentence: "In \(last) the largest part is \(word): \(aYear(part.cost)).")
  }

  // MARK: Orders

  /// What is ordered of projects, and when.
  var orders: Picture? {
    guard let placed = summary.orders else { return nil }
    let wanted = Set(placed.map { "\($0.ordered)\u{0}\($0.project)" })
    let table = tables[.investments].rows
    let outputs = outputs
    let rows = table.filter { wanted.contains("\($0.text("period"))\u{0}\($0.text("project"))") }
      .map { row in
        let text = { (column: String) in row.text(column).isEmpty ? nil : row.text(column) }
        return Orders.Row(
          period: row.text("period"), project: row.text("project"), region: row.text("region"),
          capacity: row.number("capacity") ?? 0, output: outputs[row.text("project")] ?? "units",
          capex: row.number("capex") ?? 0,
          fixedCost: row.number("fixed_cost") ?? 0, support: row.number("support") ?? 0,
          programme: text("programme"), payer: text("payer"), available: text("available"))
      }
    let order = rows.indices.sorted {
      (-rows[$0].capex - rows[$0].fixedCost, $0) < (-rows[$1].capex - rows[$1].fixedCost, $1)
    }
    guard let first = order.first else { return nil }
    let shown = order.prefix(Self.mostOrders).sorted().map { rows[$0] }
    let periods = table.map { $0.text("period") }.uniqued()
    return Orders.picture(
      of: shown, periods: periods, currency: money, regions: regions,
      sentence: sentence(onOrders: rows[first], of: rows.count, shown.count))
  }

  /// `t of yttrium oxide`, the main output of each producer that makes something in the plan.
  private var outputs: [String: String] {
    tables[.production].rows.reduce(into: [:]) { outputs, row in
      let good = row.text("output")
      outputs[row.text("producer")] = "\(unit(good)) of \(words.named(good))"
    }
  }

  private func sentence(onOrders largest: Orders.Row, of count: Int, _ shown: Int) -> String {
    let ready = largest.available.map { ", in operation from \($0)" } ?? ""
    return lead
      + "The largest order is \(largest.project) in \(words.named(largest.region)), placed in \(largest.period): "
      + "capex of \(words.money(largest.capex)) for \(NumberText.amount(largest.capacity)) \(largest.output) a year\(ready)."
      + RowLimit.largest.rest(shown, of: count, "orders", in: "investments.csv")
  }

  /// What the goals change of the orders: `The goals change no order: both projects are built without them too. `; empty
  /// if no plan without goals is known.
  private var lead: String {
    guard let others = summary.withoutGoals?.orders, let orders = summary.orders else { return "" }
    let projects = Set(orders.map(\.project))
    let alone = Set(others.map(\.project))
    let both = projects.intersection(alone).count
    let text = { (order: PlacedOrder) in
      "\(order.project) \(order.ordered) \(NumberText.amount(order.capacity))"
    }
    let isSame = Set(orders.map(text)) == Set(others.map(text))
    let all =
      switch projects.count {
      case 1: "the project is"
      case 2: "both projects are"
      default: "all \(projects.count) projects are"
      }
    if isSame { return "The goals change no order: \(all) built without them too. " }
    if both == projects.count {
      return "\(capitalised(all)) built without the goals too, but not at the same time or size. "
    }
    guard projects.count > 1 else { return "The project is not built without the goals. " }
    return both == 0
      ? "None of the \(projects.count) projects is built without the goals. "
      : "Of \(projects.count) projects \(both) \(both == 1 ? "is" : "are") built without the goals too. "
  }

  // MARK: Stocks

  /// The levels of the stockpiles that tell something about the plan.
  var stocks: Picture? {
    let told = (summary.stocks ?? []).filter { stock in
      ([stock.initial] + stock.level).contains { NumberText.amount($0) != "0" }
    }
    let change = { (stock: HeldStock) -> Double in
      let end = stock.level.last ?? stock.initial
      return abs(end - stock.initial) / max(end, stock.initial, 1e-9)
    }
    let chosen = told.indices.sorted { (-change(told[$0]), $0) < (-change(told[$1]), $1) }
      .prefix(Self.mostStocks).map { told[$0] }
    guard let stock = chosen.first, let level = stock.level.last, let last = summary.periods.last,
      let start = summary.periods.first
    else { return nil }
    let ids = Set(chosen.map(\.stockpile))
    let rows = tables[.stocks].rows.filter { ids.contains($0.text("stockpile")) }.map {
      StockLevels.Row(
        period: $0.text("period"), stockpile: $0.text("stockpile"), region: $0.text("region"),
        commodity: $0.text("commodity"), level: $0.number("level") ?? 0)
    }
    let days = (stock.days.last ?? nil).map { ", \(NumberText.amount($0)) days of use" } ?? ""
    let rest = RowLimit.some.rest(
      chosen.count, of: told.count, "stockpiles that matter", in: "stocks.csv")
    // The list of goods begins with that of the sentence.
    return StockLevels.picture(
      of: rows.filter { $0.commodity == stock.commodity }
        + rows.filter { $0.commodity != stock.commodity }, goods: goods(Set(rows.map(\.commodity))),
      regions: regions,
      sentence: "At the end of \(last) \(stock.stockpile) holds \(NumberText.amount(level)) "
        + "\(unit(stock.commodity)) of \(words.named(stock.commodity))\(days); before \(start) it held "
        + "\(NumberText.amount(stock.initial)).\(rest)")
  }

  // MARK: Shortages

  /// Demand that is not served; nil if all is.
  var shortages: Picture? {
    let rows = tables[.shortages].rows.map {
      Shortages.Row(
        period: $0.text("period"), region: $0.text("region"), commodity: $0.text("commodity"),
        demand: $0.number("demand") ?? 0, shortage: $0.number("shortage") ?? 0,
        cost: $0.number("cost") ?? 0)
    }.filter { $0.shortage > 1e-6 * $0.demand }
    let isHome = { (row: Shortages.Row) in regions.role(row.region) == .home }
    // Home's shortages first, then those that are worth most.
    let order = rows.indices.sorted { a, b in
      isHome(rows[a]) != isHome(rows[b])
        ? isHome(rows[a]) : (-rows[a].cost, a) < (-rows[b].cost, b)
    }
    guard let first = order.first else { return nil }
    let goodsInOrder = order.map { rows[$0].commodity }.uniqued()
    let place = Dictionary(uniqueKeysWithValues: goodsInOrder.enumerated().map { ($1, $0) })
    let shown = order.prefix(Self.mostShortages)
      .sorted { (place[rows[$0].commodity] ?? 0, $0) < (place[rows[$1].commodity] ?? 0, $1) }
      .map { rows[$0] }
    let row = rows[first]
    let served = NumberText.amount(max(0, row.demand - row.shortage))
    let rest = RowLimit.some.rest(
      shown.count, of: rows.count, "shortages", in: "shortages.csv")
    return Shortages.picture(
      of: shown, periods: summary.periods, goods: goods(Set(goodsInOrder)), currency: money,
      regions: regions,
      sentence: "In \(row.period) \(words.named(row.region)) gets \(served) of the "
        + "\(NumberText.amount(row.demand)) \(unit(row.commodity)) of \(words.named(row.commodity)) "
        + "that it needs in a year.\(rest)")
  }
}
