import Analysis

extension TerminalReport {
  /// Who pays: home, then the other regions; and where home's money goes.
  mutating func addBills() {
    guard let bills = summary.bills else { return }
    addHomeBill(bills)
    addContracts(bills)
    addUseAtMarginalCosts()
    addOtherBills(bills)
    addContent(bills)
    add(
      "Bills are discounted, as the total cost is, and add up to it. Equally cheap plans may split the cost in another way. "
        + "bills.csv (with --out) has all of them."
    )
  }

  private mutating func addHomeBill(_ bills: BillFigures) {
    var text =
      "Bill of \(named(summary.home)), its part of the total cost, \(NumberText.amount(bills.home))"
    if let without = bills.homeWithoutGoals {
      text += ": " + comparison(bills.home, with: without)
    }
    add(text + "." + tariffText(bills) + shortageText(bills))
  }

  /// What of home's bill is the cost of its shortages.
  private func shortageText(_ bills: BillFigures) -> String {
    let without = bills.shortagesWithoutGoals
    guard !isSmall(bills.shortages) || !isSmall(without ?? 0) else { return "" }
    let compared =
      without.map { " (without goals \(NumberText.amount(isSmall($0) ? 0 : $0)))" } ?? ""
    let amount = NumberText.amount(isSmall(bills.shortages) ? 0 : bills.shortages)
    return
      " Of its bill \(amount)\(compared) is the cost of its shortages, which nobody pays in money."
  }

  /// An amount beside that of the plan without goals, in words.
  func comparison(_ amount: Double, with without: Double) -> String {
    let more = ofCost(amount, without: without).difference
    guard more != 0 else { return "the same as without goals" }
    let share = without > 0 ? " (\(NumberText.change(abs(more) / without)))" : ""
    return
      "\(NumberText.amount(abs(more)))\(share) \(more > 0 ? "more" : "less") than without goals "
      + "(\(NumberText.amount(without)))"
  }

  private static let shownPayers = 4

  /// What the regions outside home pay; beside the plan without goals, what they pay more or less, the largest first.
  private mutating func addOtherBills(_ bills: BillFigures) {
    let size = { (payer: BillFigures.Payer) in abs(payer.change ?? payer.bill) }
    let paying = bills.others.filter { !isSmall(size($0)) }
      .sorted { (size($1), $0.payer) < (size($0), $1.payer) }
    guard !bills.others.isEmpty else { return }
    let sum = bills.others.reduce(0) { $0 + $1.bill }
    guard !paying.isEmpty || bills.homeWithoutGoals != nil else {
      add("The other regions pay nothing.")
      return
    }
    guard bills.homeWithoutGoals != nil else {
      let shown = paying.prefix(Self.shownPayers).map {
        "\($0.payer) \(NumberText.amount($0.bill))"
      }
      let rest = paying.dropFirst(Self.shownPayers)
      add(
        "Bills of the other regions: \(NumberText.amount(sum)) together: "
          + listed(shown, rest.reduce(0) { $0 + $1.bill }, rest.count) { NumberText.amount($0) }
          + ".")
      return
    }
    guard !paying.isEmpty else {
      add("Each of the other regions pays the same as without goals.")
      return
    }
    let shown = paying.prefix(Self.shownPayers).map { "\($0.payer) \(moreOrLess($0.change ?? 0))" }
    let rest = paying.dropFirst(Self.shownPayers)
    add(
      "The other regions pay \(NumberText.amount(sum)) together. Compared with the plan without goals: "
        + listed(shown, rest.reduce(0) { $0 + ($1.change ?? 0) }, rest.count) { moreOrLess($0) }
        + ".")
  }

  private func moreOrLess(_ change: Double) -> String {
    "\(NumberText.amount(abs(change))) \(change < 0 ? "less" : "more")"
  }

  private func listed(
    _ shown: [String], _ rest: Double, _ count: Int, _ text: (Double) -> String
  ) -> String {
    let others =
      count == 0 ? [] : ["\(count) other\(count == 1 ? "" : "s") \(text(rest))"]
    return (shown + others).joined(separator: ", ")
  }
}
