import Analysis

/// What is due to the goals: the plan beside the plan without goals.
extension TerminalReport {
  /// Cost, suppliers, orders and support of the two plans. Nothing where there is no plan without goals.
  mutating func addDueToGoals() {
    guard let other = summary.withoutGoals else { return }
    addDueCosts(other)
    addDueSuppliers(other)
    addDueOrders(other)
  }

  // MARK: Cost

  /// The cost by category: plan, without the goals, difference.
  private mutating func addDueCosts(_ other: Summary.WithoutGoals) {
    guard let categories = other.categories, let cost = summary.cost, let base = other.cost else {
      return
    }
    addHeading("What is due to the goals: cost of all regions together, discounted")
    var grid = TextGrid(["category", "plan", "without the goals", "difference"])
    for category in CostCategory.allCases {
      let pair = ofCost(summary.categories[category] ?? 0, without: categories[category] ?? 0)
      guard !isSmall(pair.plan) || !isSmall(pair.withoutGoals) else { continue }
      grid.add([category.words] + cells(of: pair))
    }
    grid.add(["total cost"] + cells(of: ofCost(cost, without: base)))
    add(grid)
    addDueStocks(other)
  }

  /// The value of the stocks that each of the two plans leaves, where it differs.
  private mutating func addDueStocks(_ other: Summary.WithoutGoals) {
    guard let plan = summary.stockHeld, let base = other.stockHeld,
      PlanDifference(plan: plan, withoutGoals: base).difference != 0,
      let last = summary.periods.last
    else { return }
    addBlank()
    add(
      "Stocks of all regions at the end of \(last) are worth \(NumberText.amount(plan)), without the goals "
        + "\(NumberText.amount(base)); not discounted.")
  }

  /// Plan, without the goals, and the difference with its sign.
  private func cells(of pair: PlanDifference) -> [String] {
    [
      NumberText.amount(pair.plan), NumberText.amount(pair.withoutGoals),
      NumberText.signed(pair.difference),
    ]
  }

  /// Two amounts that are parts of the total cost, or two total costs.
  func ofCost(_ plan: Double, without base: Double) -> PlanDifference {
    PlanDifference(
      plan: plan, withoutGoals: base,
      partOf: max(abs(summary.cost ?? 0), abs(summary.withoutGoals?.cost ?? 0)))
  }

  /// Whether an amount that is part of the total cost is rounding.
  func isSmall(_ amount: Double) -> Bool { ofCost(amount, without: 0).difference == 0 }

  // MARK: Suppliers

  /// The shares of home's suppliers in a few periods of the goals, each with the share without the goals.
  private mutating func addDueSuppliers(_ other: Summary.WithoutGoals) {
    for suppliers in summary.suppliers.prefix(Self.mostSupplied) {
      let base = other.suppliers?.first { $0.commodity == suppliers.commodity }
      let periods = shownPeriods(suppliers)
      guard let base, !periods.isEmpty else { continue }
      addHeading(
        "Direct suppliers of \(named(suppliers.commodity)) to \(named(summary.home)), in brackets without the goals"
      )
      add(dueGrid(suppliers, base, periods))
      if periods.contains(where: { marked(summary.periods[$0], suppliers) != summary.periods[$0] })
      {
        addFixedLegend(suppliers)
      }
    }
  }

  /// Positions of at most four periods in which goals hold, the first and the last of them included. Periods that
  /// history fixes are left out where there are others.
  private func shownPeriods(_ suppliers: Suppliers) -> [Int] {
    let held = Set(summary.goals.flatMap(\.periods))
    let periods = summary.periods.indices.filter {
      held.isEmpty || held.contains(summary.periods[$0])
    }
    let free = periods.filter { marked(summary.periods[$0], suppliers) == summary.periods[$0] }
    let chosen = free.isEmpty ? periods : free
    guard chosen.count > 4 else { return chosen }
    return (0..<4).map { chosen[$0 * (chosen.count - 1) / 3] }
  }

  private func dueGrid(_ suppliers: Suppliers, _ base: Suppliers, _ periods: [Int]) -> TextGrid {
    let shares = { (list: Suppliers, region: String) -> [Double] in
      let origin = list.origins.first { $0.region == region }
      return periods.map { origin?.share[$0] ?? 0 }
    }
    let totals = { (list: Suppliers) in
      periods.map { period in list.origins.reduce(0) { $0 + $1.quantity[period] } }
    }
    let regions = (suppliers.largestFirst + base.largestFirst).map(\.region).uniqued()
    let rows = regions.map {
      (name: rowName($0), plan: shares(suppliers, $0), base: shares(base, $0))
    }
    .filter { ($0.plan + $0.base).contains { $0 >= Self.visibleShare } }
    let shown = rows.prefix(rows.count > 9 ? 8 : 9)
    let others = rows.dropFirst(shown.count)

    var texts = [
      zip(totals(suppliers), totals(base)).map { (NumberText.amount($0), NumberText.amount($1)) }
    ]
    texts += shown.map { row in zip(row.plan, row.base).map { (shareText($0), shareText($1)) } }
    if !others.isEmpty {
      texts.append(
        periods.indices.map { place in
          (
            shareText(others.reduce(0) { $0 + $1.plan[place] }),
            shareText(others.reduce(0) { $0 + $1.base[place] })
          )
        })
    }
    var names = ["all, \(unit(suppliers.commodity)) a year"] + shown.map(\.name)
    if !others.isEmpty { names.append("\(others.count) others") }

    var grid = TextGrid(["origin"] + periods.map { marked(summary.periods[$0], suppliers) })
    let columns = periods.indices.map { column in bracketed(texts.map { $0[column] }) }
    for (row, name) in names.enumerated() { grid.add([name] + columns.map { $0[row] }) }
    return grid
  }
}

/// The cells of one column, each a pair as `50.0% (61.2%)`, both texts aligned right; a pair of two empty texts
/// is an empty cell.
func bracketed(_ column: [(String, String)]) -> [String] {
  let width = column.map(\.1.count).max() ?? 0
  return column.map { first, second in
    guard !first.isEmpty || !second.isEmpty else { return "" }
    return "\(first) \(String(repeating: " ", count: width - second.count))(\(second))"
  }
}
