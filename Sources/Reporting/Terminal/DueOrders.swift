import Analysis

/// Orders of the plan beside those of the plan without goals.
extension TerminalReport {
  /// The projects that one of the two plans orders: first what is due to the goals, then what is ordered in other
  /// periods, then what is built without the goals too; the sums; and the support by payer.
  mutating func addDueOrders(_ other: Summary.WithoutGoals) {
    guard let orders = summary.orders, let base = other.orders else { return }
    let compared = ComparedOrders.all(orders, withoutGoals: base, periods: summary.periods)
    guard !compared.isEmpty else {
      return addHeading("Neither the plan nor the plan without goals orders new capacity.")
    }
    let due = compared.filter { !$0.isSame }
    addHeading(
      due.isEmpty
        ? "No order is due to the goals: new capacity in all regions, the same without the goals"
        : "New capacity in all regions: first what is due to the goals")
    let shown = due.prefix(20) + compared.dropFirst(due.count).prefix(8)
    add(orderGrid(Array(shown), compared))
    addRest(compared.count - shown.count, in: "investments.csv and summary.json")
    addLegend([
      (
        "capacity, capex",
        "units of the project's main output a year; all that the orders cost, fixed cost included, not discounted; "
          + "in brackets what is built without the goals"
      ),
      ("due", "the plan minus the plan without goals, which is due to the goals"),
      (
        "ordered, ready",
        "the period of the order and the first in operation; in brackets without the goals, where it differs"
      ),
      (
        "paid by",
        "the payer of the programme and its share of capex; the rest is paid by the project in its region, which "
          + "earns it from its customers"
      ),
    ])
    addDueSupport(other)
  }

  private func orderGrid(_ shown: [ComparedOrders], _ all: [ComparedOrders]) -> TextGrid {
    var grid = TextGrid(
      [
        "project", "region", "capacity (without)", "due (capacity)", "capex (without)",
        "due (capex)", "ordered", "ready", "paid by",
      ],
      keyCount: 2)
    let capex = PlanDifference(
      plan: all.reduce(0) { $0 + $1.outlay.plan },
      withoutGoals: all.reduce(0) { $0 + $1.outlay.withoutGoals })
    let pair = { (it: PlanDifference) in
      (NumberText.amount(it.plan), NumberText.amount(it.withoutGoals))
    }
    let capacities = bracketed(shown.map { pair($0.capacity) })
    let outlays = bracketed(shown.map { pair($0.outlay) } + [pair(capex)])
    for (row, it) in shown.enumerated() {
      grid.add([
        it.id, it.region, capacities[row], NumberText.signed(it.capacity.difference),
        outlays[row], NumberText.signed(it.outlay.difference),
        periods(it) { $0.ordered }, periods(it) { $0.ready ?? "later" }, payers(of: it),
      ])
    }
    grid.add([
      "all together", "", "", "", outlays[shown.count], NumberText.signed(capex.difference), "", "",
      "",
    ])
    return grid
  }

  /// Periods of the plan's orders; in brackets those of the plan without goals, where it has other ones.
  private func periods(_ it: ComparedOrders, _ period: (PlacedOrder) -> String) -> String {
    let plan = it.orders.map(period).uniqued().joined(separator: ", ")
    let base = it.ordersWithoutGoals.map(period).uniqued().joined(separator: ", ")
    if base.isEmpty || plan == base { return plan }
    return "\(plan.isEmpty ? "-" : plan) (\(base))"
  }

  /// Who pays: `JPN 51%, AUS 49%`, `JPN (programme 51%)`, or the region alone.
  private func payers(of it: ComparedOrders) -> String {
    guard let payer = it.payer else { return it.region }
    let share = it.supportedShare
    guard payer != it.region else {
      return "\(payer) (programme \(NumberText.wholePercent(share)))"
    }
    let paid = "\(payer) \(NumberText.wholePercent(share))"
    return share < 1 ? "\(paid), \(it.region) \(NumberText.wholePercent(1 - share))" : paid
  }

  /// What each payer pays of the orders of the two plans.
  private mutating func addDueSupport(_ other: Summary.WithoutGoals) {
    let compared = PayerSupport.compared(summary.support ?? [], withoutGoals: other.support ?? [])
      .filter { max($0.support.plan, $0.support.withoutGoals) > 0 }
    guard !compared.isEmpty else { return }
    addHeading("Support: the part of capex that programmes pay, by payer, not discounted")
    var grid = TextGrid(["payer", "plan", "without the goals", "due to the goals"])
    for (payer, support) in compared {
      grid.add([
        payer, NumberText.amount(support.plan), NumberText.amount(support.withoutGoals),
        NumberText.signed(support.difference),
      ])
    }
    add(grid)
  }
}
