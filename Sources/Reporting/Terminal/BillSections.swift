import Analysis

extension TerminalReport {
  /// Who pays: home, then the other regions; and where home's money goes.
  mutating func addBills() {
    guard let bills = summary.bills else { return }
    addHomeBill(bills)
    addUseAtMarginalCosts()
    addOtherBills(bills)
    addContent(bills)
    add(
      "Bills are discounted, as the total cost is, and add up to it. Equally cheap plans may split it in another way. "
        + "bills.csv has all of them."
    )
  }

  private mutating func addHomeBill(_ bills: BillFigures) {
    let home = summary.home
    var text =
      "Bill of \(named(home)), its part of the total cost, \(NumberText.amount(bills.home))"
    if let without = bills.homeWithoutGoals {
      text += ": " + comparison(bills.home, with: without)
    }
    var tariffs = ""
    if bills.tariffs > 0 || (bills.tariffsWithoutGoals ?? 0) > 0 {
      tariffs = " Tariffs on what arrives at \(home): \(NumberText.amount(bills.tariffs))"
      if let without = bills.tariffsWithoutGoals {
        tariffs += " (without goals \(NumberText.amount(without)))"
      }
      tariffs += ", which are paid to \(home)."
    }
    add(text + "." + tariffs)
  }

  /// An amount beside that of the plan without goals, in words.
  private func comparison(_ amount: Double, with without: Double) -> String {
    let more = amount - without
    guard !isSmall(more) else { return "the same as without goals" }
    let share = without > 0 ? " (\(NumberText.change(abs(more) / without)))" : ""
    return
      "\(NumberText.amount(abs(more)))\(share) \(more > 0 ? "more" : "less") than without goals "
      + "(\(NumberText.amount(without)))"
  }

  /// Whether an amount is rounding, compared with the total cost.
  private func isSmall(_ amount: Double) -> Bool {
    abs(amount) <= 1e-9 * abs(summary.cost ?? 0)
  }

  private static let shownPayers = 4

  /// What the regions outside home pay; beside the plan without goals, what they pay more or less, the largest first.
  private mutating func addOtherBills(_ bills: BillFigures) {
    let size = { (payer: BillFigures.Payer) in abs(payer.change ?? payer.bill) }
    let paying = bills.others.filter { !isSmall(size($0)) }
      .sorted { (size($1), $0.payer) < (size($0), $1.payer) }
    guard !bills.others.isEmpty else { return }
    let sum = bills.others.reduce(0) { $0 + $1.bill }
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

  /// Where the money goes that home pays for goods.
  private mutating func addContent(_ bills: BillFigures) {
    let parts = bills.content.parts
    guard !parts.isEmpty else { return }
    let texts = parts.map { part in
      let place =
        switch part.part {
        case "home": "at home"
        case "elsewhere": "elsewhere"
        default: "in \(part.bloc)"
        }
      return "\(NumberText.percent(part.share)) \(place)"
    }
    add(
      "Of the money that \(named(summary.home)) pays for goods, with all that was spent on them along the chain, without tariffs: "
        + texts.joined(separator: ", ")
        + (texts.count > 3 ? "; each region counts once, in this order." : "."))
  }
}
