import Scenarios
import Sourcing

/// The figures of one run in a study's comparison, all worked out from the run's own tables.
struct RunFigures {
  private(set) var values: [(name: String, value: Double)] = []
  private(set) var texts: [String: String] = [:]

  init(_ run: PlannedRun, tables: PlanTables, stress: ReportTable, coordination: ReportTable?) {
    let instance = run.instance
    let last = instance.horizon[instance.horizon.last].label
    addCosts(tables.costs)
    addInvestments(tables, last: last)
    addGoals(tables.goals)
    addSources(tables.allocation, instance, last: last)
    addStocks(tables.stocks, .prices(instance), last: last)
    addStress(stress)
    if let coordination { addCoordination(coordination) }
  }

  private mutating func add(_ name: String, _ value: Double) {
    if value.isFinite { values.append((name, value)) }
  }

  private mutating func addCosts(_ table: ReportTable) {
    var byCategory: [String: Double] = [:]
    for row in 0..<table.rowCount {
      byCategory[table.text(row, "category"), default: 0] += table.number(row, "discounted") ?? 0
    }
    let categories = PlanCosts.Category.allCases.map(\.rawValue)
    add("cost", categories.reduce(0) { $0 + (byCategory[$1] ?? 0) })
    for category in categories { add("cost_\(category)", byCategory[category] ?? 0) }
  }

  /// Capital and public support; capacity of projects that stands idle in the last period, and its capex.
  private mutating func addInvestments(_ tables: PlanTables, last: String) {
    let orders = tables.investments
    var (capex, support) = (0.0, 0.0)
    var unitCapex: [String: Double] = [:]
    for row in 0..<orders.rowCount {
      let paid = orders.number(row, "capex") ?? 0
      capex += paid + (orders.number(row, "fixed_cost") ?? 0)
      support += orders.number(row, "support") ?? 0
      let (id, capacity) = (orders.text(row, "project"), orders.number(row, "capacity") ?? 0)
      unitCapex[id] = capacity > 0 ? paid / capacity : unitCapex[id] ?? 0
    }
    add("capex", capex)
    add("support", support)
    var (idle, idleCapex) = (0.0, 0.0)
    for row in tables.production.rows(where: ["period": last]) {
      guard let unit = unitCapex[tables.production.text(row, "producer")] else { continue }
      let unused =
        (tables.production.number(row, "capacity") ?? 0)
        - (tables.production.number(row, "quantity") ?? 0)
      idle += max(0, unused)
      idleCapex += max(0, unused) * unit
    }
    add("unused_capacity", idle)
    add("unused_capex", idleCapex)
  }

  /// How many goals there are and are met in every row, and what each achieves in its last row.
  private mutating func addGoals(_ table: ReportTable) {
    let names = table.distinct("goal")
    var met = 0
    var achieved: [String] = []
    for name in names {
      let rows = table.rows(where: ["goal": name])
      let isMet = rows.allSatisfy { row in
        let target = table.number(row, "target") ?? 0
        return (table.number(row, "slack") ?? 0) >= -1e-6 * max(1, abs(target))
      }
      if isMet { met += 1 }
      if let row = rows.last, let value = table.number(row, "achieved") {
        achieved.append("\(name): \(NumberText.amount(value))")
      }
    }
    add("goals", Double(names.count))
    add("goals_met", Double(met))
    texts["achieved"] = achieved.joined(separator: "; ")
  }

  /// Reliance of home upon the rival, the largest source outside home and HHI of the focus commodity in the
  /// last period, all as shares of supply.
  private mutating func addSources(_ flows: ReportTable, _ instance: Instance, last: String) {
    guard let focus = instance.parameters["focus"].flatMap(instance.commodityGroup) else { return }
    let goods = Set(focus.members.map { instance.commodities[$0].id })
    let home = Set(instance.home.members.map { instance.regions[$0].id })
    var bySource: [String: Double] = [:]
    for row in flows.rows(where: ["period": last])
    where goods.contains(flows.text(row, "commodity"))
      && home.contains(flows.text(row, "destination"))
    {
      bySource[flows.text(row, "origin"), default: 0] += flows.number(row, "quantity") ?? 0
    }
    let origins = instance.regions.map(\.id)
    let total = origins.reduce(0) { $0 + (bySource[$1] ?? 0) }
    let shares = origins.map { PlanShares.share(bySource[$0] ?? 0, of: total) }
    if let rival = instance.parameters["rival"].flatMap(instance.regionSet) {
      add("reliance", rival.members.reduce(0) { $0 + shares[$1] })
    }
    let abroad = origins.indices.filter { !home.contains(origins[$0]) && shares[$0] > 0 }
    if let largest = abroad.min(by: {
      shares[$0] == shares[$1] ? origins[$0] < origins[$1] : shares[$0] > shares[$1]
    }) {
      texts["largest_source"] = origins[largest]
      add("largest_share", shares[largest])
    } else {
      add("largest_share", 0)
    }
    add("hhi", shares.reduce(0) { $0 + $1 * $1 })
  }

  /// Value of all stocks at the end of the last period.
  private mutating func addStocks(_ stocks: ReportTable, _ prices: ReportTable, last: String) {
    var price: [String: Double] = [:]
    for row in 0..<prices.rowCount {
      price[prices.text(row, "commodity")] = prices.number(row, "price")
    }
    add(
      "stock_held",
      stocks.rows(where: ["period": last]).reduce(0) {
        $0 + (price[stocks.text($1, "commodity")] ?? 1) * (stocks.number($1, "level") ?? 0)
      })
  }

  // MARK: Stress

  private mutating func addStress(_ table: ReportTable) {
    for sharing in table.distinct("sharing") {
      let rows = table.rows(where: ["sharing": sharing])
      let column = { (name: String) in rows.map { table.number($0, name) ?? 0 } }
      let suffix = Self.suffix(sharing)
      let probability = column("probability")
      let (service, home, lost) = (column("service"), column("home_service"), column("lost_value"))
      if probability.contains(where: { $0 > 0 }) {
        let expected = { (values: [Double]) in
          zip(probability, values).reduce(0) { $0 + $1.0 * $1.1 }
        }
        add("service_expected_\(suffix)", 1 - expected(service.map { 1 - $0 }))
        add("home_service_expected_\(suffix)", 1 - expected(home.map { 1 - $0 }))
        add("lost_expected_\(suffix)", expected(lost))
        let level = column("cvar_level").first ?? 0.9
        add(
          "lost_cvar_\(suffix)",
          Self.conditionalValueAtRisk(lost, probability: probability, level: level))
      }
      add("service_worst_\(suffix)", service.min() ?? 1)
      add("home_service_worst_\(suffix)", home.min() ?? 1)
      add("lost_worst_\(suffix)", lost.max() ?? 0)
      add("time_to_survive_\(suffix)", column("time_to_survive").min() ?? 0)
      add("stock_shared_\(suffix)", column("stock_shared").max() ?? 0)
    }
  }

  /// A sharing arrangement's label as the end of a column's name.
  static func suffix(_ label: String) -> String {
    label.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
      .joined(separator: "_")
  }

  /// min over η ≥ 0 of η + (1/(1−α))·Σ p·max(L − η, 0); nothing is lost with probability 1 − Σp. The least
  /// is at 0 or at one of the losses.
  static func conditionalValueAtRisk(
    _ losses: [Double], probability: [Double], level: Double
  ) -> Double {
    ([0] + losses).map { threshold in
      threshold
        + zip(losses, probability).reduce(0) { $0 + $1.1 * max($1.0 - threshold, 0) } / (1 - level)
    }.min() ?? 0
  }

  // MARK: Coordination

  /// The price of not coordinating, and investment beyond the joint plan's.
  private mutating func addCoordination(_ table: ReportTable) {
    let figure = { (plan: String, goals: String, column: String) in
      table.rows(where: ["plan": plan, "goals": goals]).first
        .flatMap { table.number($0, column) } ?? 0
    }
    let extra = { (plan: String) in figure(plan, "with", "cost") - figure(plan, "without", "cost") }
    add("joint_cost", figure("joint", "with", "cost"))
    add("price_of_not_coordinating", extra("sum") - extra("joint"))
    for name in ["capex", "unused_capacity", "unused_capex"] {
      let added = figure("sum", "with", name) - figure("joint", "with", name)
      add(name == "capex" ? "duplicated_capex" : "\(name)_beyond_joint", added)
    }
  }
}
