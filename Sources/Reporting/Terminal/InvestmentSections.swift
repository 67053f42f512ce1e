import Analysis

extension TerminalReport {
  /// What is built, by which programme, when it is available.
  mutating func addInvestments() {
    guard let orders = summary.orders else { return }
    guard !orders.isEmpty else { return addHeading("Nothing is built.") }
    addHeading("What is built (capex and support undiscounted)")
    var grid = TextGrid(
      ["project", "region", "paid by", "ordered", "ready", "capacity", "capex", "support"],
      keyCount: 3)
    for order in orders.prefix(20) {
      grid.add([
        order.project, order.region,
        order.programme.map { "\($0) (\(order.payer ?? ""))" } ?? "-", order.ordered,
        order.ready ?? "", NumberText.amount(order.capacity), NumberText.amount(order.outlay),
        NumberText.amount(order.support),
      ])
    }
    add(grid)
    if orders.count > 20 { add("  and \(orders.count - 20) more in investments.csv") }
  }

  /// What in the data holds the plan back most.
  mutating func addBottlenecks() {
    guard !summary.bottlenecks.isEmpty else { return }
    addHeading("What binds (saving: by one more unit in all those periods)")
    var grid = TextGrid(["limit", "periods", "saving", "saving x limit"], keyCount: 2)
    for limit in summary.bottlenecks {
      grid.add([
        limit.what, periodRange(limit.periods), NumberText.amount(limit.saving),
        NumberText.amount(limit.rent),
      ])
    }
    add(grid)
  }
}
