import Analysis

/// What stands beside home's bill: tariffs, contracts with a price, and the content.
extension TerminalReport {
  /// Tariffs on what arrives at home, and home's bill minus these; empty where there are none.
  func tariffText(_ bills: BillFigures) -> String {
    guard bills.tariffs > 0 || (bills.tariffsWithoutGoals ?? 0) > 0 else { return "" }
    let net = bills.home - bills.tariffs
    var text =
      " Tariffs on what arrives at \(summary.home), which are its revenue: "
      + amount(bills.tariffs, without: bills.tariffsWithoutGoals)
      + ". Its bill minus these: \(NumberText.amount(net))"
    if let bill = bills.homeWithoutGoals, let tariffs = bills.tariffsWithoutGoals {
      text += ", \(comparison(net, with: bill - tariffs))"
    }
    return text + "."
  }

  /// What home pays and gets beyond cost under contracts with a price, one sentence; nothing where there is none.
  mutating func addContracts(_ bills: BillFigures) {
    let size = { (payment: ContractPayment) in
      max(abs(payment.amount), abs(payment.amountWithoutGoals ?? 0))
    }
    let payments = bills.contracts.filter { !isSmall(size($0)) }
      .sorted { (size($1), $0.region) < (size($0), $1.region) }
    var parts: [String] = []
    if !payments.isEmpty {
      let sum = payments.reduce(0) { $0 + $1.amount }
      let without = payments.reduce(0) { $0 + ($1.amountWithoutGoals ?? 0) }
      let isCompared = bills.homeWithoutGoals != nil
      let shown = payments.prefix(4).map {
        "\($0.region) \(amount($0.amount, without: $0.amountWithoutGoals))"
      }
      let more = payments.count > 4 ? ["and \(payments.count - 4) more"] : []
      let paid = amount(sum, without: isCompared ? without : nil)
      parts.append(
        payments.count == 1
          ? "of its bill it pays \(payments[0].region) \(paid) above cost"
          : "of its bill it pays \(paid) above cost: "
            + (shown + more).joined(separator: ", "))
    }
    if !isSmall(bills.contractRevenue) || !isSmall(bills.contractRevenueWithoutGoals ?? 0) {
      let revenue = amount(bills.contractRevenue, without: bills.contractRevenueWithoutGoals)
      parts.append("it gets \(revenue) above cost from other regions")
    }
    guard !parts.isEmpty else { return }
    add("Contracts with a price of \(summary.home): \(parts.joined(separator: "; ")).")
  }

  /// `3,731 (without goals 0)`.
  private func amount(_ amount: Double, without: Double?) -> String {
    let text = { (value: Double) in NumberText.amount(isSmall(value) ? 0 : value) }
    return text(amount) + (without.map { " (without goals \(text($0)))" } ?? "")
  }

  /// Where the money goes that home pays for goods.
  mutating func addContent(_ bills: BillFigures) {
    let parts = bills.content.parts
    guard !parts.isEmpty else { return }
    let texts = parts.map { part in
      let without = part.shareWithoutGoals.map { " (\(NumberText.percent($0)))" } ?? ""
      return "\(NumberText.percent(part.share))\(without) \(Self.place(part))"
    }
    let isCompared = parts.contains { $0.shareWithoutGoals != nil }
    add(
      "Content of what \(named(summary.home)) pays for goods, by where the money was spent along the chain, without "
        + "tariffs, shortages and what contracts pay above cost\(isCompared ? " (without goals in brackets)" : ""): "
        + "\(texts.joined(separator: ", ")).\(pricesInLanes)")
  }

  /// Why the content says little where nearly all cost is that of lanes, as in instances from statistics of trade; else
  /// nothing.
  private var pricesInLanes: String {
    let transport = summary.categories[.transport] ?? 0
    let all = [CostCategory.production, .transport, .capital].reduce(0) {
      $0 + (summary.categories[$1] ?? 0)
    }
    guard all > 0, transport > 0.9 * all else { return "" }
    return
      " \(NumberText.percent(transport / all)) of the cost of all regions is that of lanes, which counts where goods "
      + "arrive: the lanes seem to have the prices of the goods, so these shares do not say whose goods home buys."
  }

  /// `in the rest of asean`.
  private static func place(_ part: Content.Part) -> String {
    switch part.part {
    case "home": "at home"
    case "elsewhere": "elsewhere"
    default:
      "in \(part.isRest ? "the rest of " : "")\(part.bloc == "world" ? "the world" : part.bloc)"
    }
  }
}
