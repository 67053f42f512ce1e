import Analysis

extension TerminalReport {
  /// The direct suppliers of home's focus in each period: the total, then shares.
  mutating func addSuppliers() {
    for suppliers in summary.suppliers.prefix(Self.mostSupplied) {
      addHeading(
        "Direct suppliers of \(named(suppliers.commodity)) to \(named(summary.home)), with its own production"
      )
      add(supplyGrid(suppliers))
      addFixedLegend(suppliers)
    }
    let others = summary.suppliers.dropFirst(Self.mostSupplied).map(\.commodity)
    if !others.isEmpty { add("  and those of \(others.joined(separator: ", ")) in shares.csv") }
  }

  /// A period's label, marked where history fixes the flows of all suppliers.
  func marked(_ period: String, _ suppliers: Suppliers) -> String {
    suppliers.fixedByHistory?.contains(period) == true ? "\(period)*" : period
  }

  mutating func addFixedLegend(_ suppliers: Suppliers) {
    guard let fixed = suppliers.fixedByHistory, !fixed.isEmpty else { return }
    addLegend([("*", "history fixes these flows, so that no plan can change them")])
  }

  private func supplyGrid(_ suppliers: Suppliers) -> TextGrid {
    let sorted = suppliers.largestFirst.filter { ($0.share.max() ?? 0) >= Self.visibleShare }
    let shown = sorted.count > 9 ? Array(sorted.prefix(8)) : sorted
    let others = sorted.dropFirst(shown.count)

    let periods = summary.periods.indices
    var grid = TextGrid(["origin"] + summary.periods.map { marked($0, suppliers) })
    grid.add(
      ["all, \(unit(suppliers.commodity)) a year"]
        + periods.map { period in
          NumberText.amount(suppliers.origins.reduce(0) { $0 + $1.quantity[period] })
        })
    for origin in shown { grid.add([rowName(origin.region)] + origin.share.map(shareText)) }
    if !others.isEmpty {
      grid.add(
        ["\(others.count) others"]
          + periods.map { period in shareText(others.reduce(0) { $0 + $1.share[period] }) })
    }
    return grid
  }

  func named(_ id: String) -> String { summary.names?.sentence(id) ?? id }

  func rowName(_ region: String) -> String { summary.names?.row(region) ?? region }

  static let visibleShare = 5e-7
  static let mostSupplied = 3

  func shareText(_ share: Double) -> String {
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
    addRest(unserved.count - 12, in: "shortages.csv")
  }
}
