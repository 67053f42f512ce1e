import Analysis

extension TerminalReport {
  /// What is built, by which programme, when it is available.
  mutating func addInvestments() {
    let table = tables[.investments]
    guard table.rowCount > 0 else { return }
    let orders = (0..<table.rowCount).filter { (table.number($0, "capacity") ?? 0) > 1e-6 }
    guard !orders.isEmpty else { return addHeading("Nothing is built.") }
    addHeading("What is built (capex and support undiscounted)")
    var grid = TextGrid(
      ["project", "region", "paid by", "ordered", "ready", "capacity", "capex", "support"],
      keyCount: 3)
    for row in orders.prefix(20) {
      let programme = table.text(row, "programme")
      let capex = (table.number(row, "capex") ?? 0) + (table.number(row, "fixed_cost") ?? 0)
      grid.add([
        table.text(row, "project"), table.text(row, "region"),
        programme.isEmpty ? "-" : "\(programme) (\(table.text(row, "payer")))",
        table.text(row, "period"), table.text(row, "available"),
        NumberText.amount(table.number(row, "capacity") ?? 0), NumberText.amount(capex),
        NumberText.amount(table.number(row, "support") ?? 0),
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
