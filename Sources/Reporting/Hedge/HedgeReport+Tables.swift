import Sourcing
import Studies

/// The tables of the report on what to order now.
extension HedgeReport {
  // MARK: Orders

  /// The common orders.
  mutating func addOrders(_ hedge: Hedge) {
    guard let until = words.until, !hedge.commonOrders.isEmpty else { return }
    var grid = TextGrid(
      ["project", "region", "ordered", "ready", "capacity", "capex"], keyCount: 2)
    let orders = hedge.commonOrders
    // The orders that cost most, in their order.
    let shown = orders.indices.sorted {
      (-hedge.outlay(of: orders[$0]), $0) < (-hedge.outlay(of: orders[$1]), $1)
    }.prefix(Self.mostRows).sorted()
    for order in shown.map({ orders[$0] }) {
      grid.add(
        named(order, in: hedge) + [
          ready(order, in: hedge.instance), NumberText.amount(order.capacity),
          NumberText.amount(hedge.outlay(of: order)),
        ])
    }
    grid.add([
      "all together", "", "", "", "",
      NumberText.amount(orders.reduce(0) { $0 + hedge.outlay(of: $1) }),
    ])
    add(grid, heading: "What to order up to \(until), in all worlds the same")
    addRest(orders.count - shown.count, in: "hedge.csv")
    addLegend([
      ("ready", "the first period in which the capacity is in operation, if nothing is delayed"),
      ("capacity", "units of the project's main output a year"),
      (
        "capex",
        "what the order costs by the numbers of the instance as it is, fixed cost included, not discounted"
      ),
    ])
  }

  /// The orders that each world decides by itself.
  mutating func addLaterOrders(_ hedge: Hedge) {
    let orders = hedge.laterOrders
    guard !orders.isEmpty else { return }
    var grid = TextGrid(
      ["project", "region", "ordered", "expected capacity", "least", "greatest"], keyCount: 2)
    let shown = orders.indices.sorted {
      (-hedge.outlay(of: orders[$0]), $0) < (-hedge.outlay(of: orders[$1]), $1)
    }.prefix(Self.mostRows / 2).sorted()
    for order in shown.map({ orders[$0] }) {
      grid.add(
        named(order, in: hedge) + [
          NumberText.amount(order.capacity), NumberText.amount(order.least),
          NumberText.amount(order.greatest),
        ])
    }
    let when = words.until == nil ? "Orders" : "Later orders"
    add(grid, heading: "\(when), which each world decides by itself")
    addRest(orders.count - shown.count, in: "hedge.csv")
  }

  /// Project, region, and the period of the order.
  private func named(_ order: Hedge.Order, in hedge: Hedge) -> [String] {
    let project = hedge.instance.projects[order.project]
    return [
      project.id, hedge.instance.regions[project.region].id,
      hedge.instance.horizon[order.period].label,
    ]
  }

  private func ready(_ order: Hedge.Order, in instance: Instance) -> String {
    let project = instance.projects[order.project]
    let periods = project.operation(orderedIn: order.period, horizon: instance.horizon)
    return periods.first.map { instance.horizon[$0].label } ?? "later"
  }

  // MARK: Worlds

  /// What each world costs.
  mutating func addWorlds(_ hedge: Hedge) {
    var grid = TextGrid(["world", "probability", "own cost", "with these orders", "regret"])
    let worlds = hedge.worlds
    // The worlds that regret most, in the order of the study.
    let shown = worlds.indices.sorted {
      (-worlds[$0].regret, $0) < (-worlds[$1].regret, $1)
    }.prefix(Self.mostRows).sorted()
    for world in shown.map({ worlds[$0] }) {
      grid.add([
        world.name, NumberText.percent(world.probability), NumberText.amount(world.ownCost),
        NumberText.amount(world.cost), NumberText.amount(world.regret),
      ])
    }
    add(grid, heading: "What it costs in each world")
    if worlds.count > shown.count { addNote("the worlds that regret most are shown") }
    addRest(worlds.count - shown.count, in: "regrets.csv")
    addLegend([
      ("own cost", "of the world's own best plan, which is made as if the world were known"),
      ("with these orders", "of its best plan with the common orders"),
      ("regret", "the difference of the two"),
    ])
  }

  /// The few worlds that decide.
  mutating func addDeciding(_ hedge: Hedge) {
    addHeading("The worlds that decide")
    guard let deciding = hedge.deciding else {
      return add("The time limit came before they were found.", .bad)
    }
    guard !deciding.isEmpty else {
      return add("None: no world regrets these orders.")
    }
    add(
      deciding.count == 1
        ? "Over this world alone the least largest regret would be as large."
        : "Over these \(deciding.count) worlds alone the least largest regret would be as large, and without any one of them "
          + "smaller.")
    for world in deciding { addItem("\(world): \(changes.text(of: world))", .dash) }
    if deciding.contains(where: { name in question.study.worlds?.names.contains(name) ?? false }) {
      addNote(
        "the numbers are places z of assumptions: -1 is the low end of a range, 0 the number of the table, 1 the high end"
      )
    }
  }

  // MARK: Other orders

  /// What it is worth that later orders wait.
  mutating func addWaiting(_ hedge: Hedge) {
    guard let until = words.until else { return }
    var grid = TextGrid(["orders that are the same in all worlds", words.criterion])
    grid.add(["none", NumberText.amount(hedge.valueWithoutCommonOrders)])
    let last = hedge.instance.horizon.last
    let proof = hedge.isProven ? "" : " (not proven)"
    if question.until != last {
      grid.add(["up to \(until)", NumberText.amount(hedge.value) + proof])
    }
    grid.add(["all", allCommonText(hedge)])
    add(grid, heading: "What it is worth to wait")
    guard question.until != last, let all = hedge.allCommon else { return }
    guard let value = hedge.valueOfWaiting else {
      return add("No orders of all periods are possible in all worlds, so some must wait.")
    }
    guard value > 1e-9 * abs(hedge.expectedCost) else {
      return add(
        "Nothing is lost if orders after \(until) are fixed now too: waiting with them is worth nothing."
      )
    }
    add(
      "That orders after \(until) wait until the world is known lowers the \(words.criterion) by "
        + "\(NumberText.amount(value))\(all.isProven && hedge.isProven ? "" : " (not proven)"): this is the value of waiting."
    )
  }

  private func allCommonText(_ hedge: Hedge) -> String {
    guard let all = hedge.allCommon else { return "not found in time" }
    guard let value = all.value else { return "not possible" }
    return NumberText.amount(value) + (all.isProven ? "" : " (not proven)")
  }

  /// How the own orders of each option would have fared.
  mutating func addOptions(_ hedge: Hedge) {
    guard words.until != nil else { return }
    addHeading("If nothing is ordered, or the orders of a plan for the instance as it is")
    guard hedge.ownOrders != nil else {
      return add("The time limit came before these were worked out.", .bad)
    }
    var grid = TextGrid(
      ["orders of", "largest regret", "met in", "expected cost", "worlds without a plan"])
    grid.add([
      "(these orders)", NumberText.amount(hedge.worstRegret), hedge.worst.first?.name ?? "-",
      NumberText.amount(hedge.expectedCost), "0",
    ])
    for own in hedge.fixedOrders {
      let name = own.option ?? HedgeTexts.nothing
      guard own.hasPlan else {
        grid.add([name, "has no plan", "-", "-", "-"])
        continue
      }
      guard own.isCompared else {
        grid.add([name, "orders other projects", "-", "-", "-"])
        continue
      }
      grid.add([
        name, own.worstRegret.map(NumberText.amount) ?? "no plan",
        hedge.worstWorld(of: own)?.name ?? "-",
        own.expectedCost.map(NumberText.amount) ?? "-", "\(own.impossible.count)",
      ])
    }
    add(grid)
    addLegend([
      (
        "orders of",
        "(nothing): no \(words.orders); else the option whose plan for the instance as it is gives them. The worlds then "
          + "follow the model of \(option.name) in all else"
      ),
      (
        "orders other projects",
        "up to then, which the model of \(option.name) chooses in no world"
      ),
      ("met in", "the world of the largest regret, the first one of several"),
      ("worlds without a plan", "in which the model's goals cannot be met with these orders"),
    ])
  }
}
