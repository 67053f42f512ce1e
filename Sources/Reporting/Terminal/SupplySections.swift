import Analysis

extension TerminalReport {
  /// The direct suppliers of home's focus in each period: the total, then shares.
  mutating func addSuppliers() {
    for suppliers in summary.suppliers.prefix(Self.mostSupplied) {
      addHeading(
        "Direct suppliers of \(suppliers.commodity) to \(summary.home), with its own production")
      add(supplyGrid(suppliers))
    }
    let others = summary.suppliers.dropFirst(Self.mostSupplied).map(\.commodity)
    if !others.isEmpty { add("  and those of \(others.joined(separator: ", ")) in shares.csv") }
  }

  private func supplyGrid(_ suppliers: Suppliers) -> TextGrid {
    let sorted = suppliers.largestFirst.filter { ($0.share.max() ?? 0) >= Self.visibleShare }
    let shown = sorted.count > 9 ? Array(sorted.prefix(8)) : sorted
    let others = sorted.dropFirst(shown.count)

    let periods = summary.periods.indices
    var grid = TextGrid(["origin"] + summary.periods)
    grid.add(
      ["all, \(unit(suppliers.commodity)) a year"]
        + periods.map { period in
          NumberText.amount(suppliers.origins.reduce(0) { $0 + $1.quantity[period] })
        })
    for origin in shown { grid.add([origin.region] + origin.share.map(shareText)) }
    if !others.isEmpty {
      grid.add(
        ["\(others.count) others"]
          + periods.map { period in shareText(others.reduce(0) { $0 + $1.share[period] }) })
    }
    return grid
  }

  private static let visibleShare = 5e-7
  private static let mostSupplied = 3

  private func shareText(_ share: Double) -> String {
    share < Self.visibleShare ? "-" : NumberText.percent(share)
  }

  /// Demand that is not served, at home and elsewhere.
  mutating func addShortages() {
    let unserved = summary.unserved
    guard !unserved.isEmpty else { return }
    addHeading("Shortages: demand that is not served, in units a year")
    var grid = TextGrid(["region, commodity"] + summary.periods)
    for it in unserved.prefix(12) {
      grid.add(
        ["\(it.region) \(it.commodity)"]
          + it.quantity.map { $0.map(NumberText.amount) ?? "-" })
    }
    add(grid)
    if unserved.count > 12 { add("  and \(unserved.count - 12) more in shortages.csv") }
  }
}
