import Analysis

extension TerminalReport {
  /// The capacity that the plan orders, the programmes that support it, and when it is in operation. Beside a plan
  /// without goals ``addDueOrders()`` shows the orders.
  mutating func addInvestments() {
    guard summary.withoutGoals?.orders == nil, let orders = summary.orders else { return }
    guard !orders.isEmpty else { return addHeading("The plan orders no new capacity.") }
    addHeading("New capacity that the plan orders, in all regions")
    var grid = TextGrid(
      [
        "project", "region", "programme (payer)", "ordered", "ready", "capacity", "capex",
        "support",
      ],
      keyCount: 3)
    // The orders that cost most, in their order.
    let largest = orders.indices.sorted {
      (-orders[$0].outlay, $0) < (-orders[$1].outlay, $1)
    }
    for order in largest.prefix(Self.mostOrders).sorted().map({ orders[$0] }) {
      grid.add([
        order.project, order.region,
        order.programme.map { "\($0) (\(order.payer ?? ""))" } ?? "-", order.ordered,
        order.ready ?? "", NumberText.amount(order.capacity), NumberText.amount(order.outlay),
        NumberText.amount(order.support),
      ])
    }
    add(grid)
    addRest(orders.count - Self.mostOrders, in: "investments.csv")
    addLegend([
      ("ready", "the first period in which the capacity is in operation"),
      ("capacity", "units of the project's main output a year"),
      ("capex", "all that the order costs, fixed cost included, not discounted"),
      ("support", "the part of capex that the programme pays, not discounted"),
    ])
  }

  private static let mostOrders = 20

  /// The limits in the data that cost the plan most.
  mutating func addBottlenecks() {
    guard !summary.bottlenecks.isEmpty else { return }
    addHeading("Limits that raise the total cost most")
    var grid = TextGrid(["limit", "periods", "saving per unit", "scarcity value"], keyCount: 2)
    for limit in summary.bottlenecks {
      grid.add([
        limit.what, limit.periods.isEmpty ? "all together" : periodRange(limit.periods),
        NumberText.amount(limit.saving),
        NumberText.amount(limit.rent),
      ])
    }
    add(grid)
    addLegend([
      (
        "saving per unit",
        "how much the total cost falls if the limit is one unit higher in each of these periods"
      ),
      (
        "scarcity value",
        "saving per unit × limit; it only ranks the limits, no change saves that much"
      ),
    ])
  }
}
