extension TerminalReport {
  /// Who supplies home with what the goals are about, in each period: total, then shares.
  mutating func addSuppliers() {
    let shares = tables[.shares]
    for commodity in focus {
      let rows = shares.rows(where: ["destination": summary.home, "commodity": commodity])
      guard !rows.isEmpty else { continue }
      addHeading("Who supplies \(summary.home) with \(commodity)")
      add(supplyGrid(rows, commodity))
    }
  }

  /// What the goals are about; without any, what home demands (up to three).
  private var focus: [String] {
    if !summary.focus.isEmpty { return summary.focus }
    let shortages = tables[.shortages]
    let own = (0..<shortages.rowCount).filter { shortages.text($0, "region") == summary.home }
    var seen: Set<String> = []
    let demanded = own.map { shortages.text($0, "commodity") }.filter { seen.insert($0).inserted }
    return Array(demanded.prefix(3))
  }

  private func supplyGrid(_ rows: [Int], _ commodity: String) -> TextGrid {
    let shares = tables[.shares]
    let periods = shares.distinct("period")
    var share: [String: [String: Double]] = [:]
    var quantity: [String: Double] = [:]
    var largest: [String: Double] = [:]
    var total: [String: Double] = [:]
    for row in rows {
      let (origin, period) = (shares.text(row, "origin"), shares.text(row, "period"))
      let amount = shares.number(row, "quantity") ?? 0
      share[origin, default: [:]][period] = shares.number(row, "share_of_supply")
      quantity[origin, default: 0] += amount
      largest[origin] = max(largest[origin] ?? 0, share[origin]?[period] ?? 0)
      total[period, default: 0] += amount
    }
    let suppliers = quantity.keys.filter { (largest[$0] ?? 0) >= Self.visibleShare }.sorted {
      quantity[$0] == quantity[$1] ? $0 < $1 : (quantity[$0] ?? 0) > (quantity[$1] ?? 0)
    }
    let shown = suppliers.count > 9 ? Array(suppliers.prefix(8)) : suppliers
    let others = suppliers.dropFirst(shown.count)

    var grid = TextGrid(["origin"] + periods)
    grid.add(
      ["all, \(unit(commodity)) a year"] + periods.map { NumberText.amount(total[$0] ?? 0) })
    for origin in shown {
      grid.add([origin] + periods.map { shareText(share[origin]?[$0] ?? 0) })
    }
    if !others.isEmpty {
      grid.add(
        ["\(others.count) others"]
          + periods.map { period in
            shareText(others.reduce(0) { $0 + (share[$1]?[period] ?? 0) })
          })
    }
    return grid
  }

  private static let visibleShare = 5e-7

  private func shareText(_ share: Double) -> String {
    share < Self.visibleShare ? "-" : NumberText.percent(share)
  }

  /// What goes unserved at home and elsewhere, where anything does.
  mutating func addShortages() {
    let shortages = tables[.shortages]
    var short: [String: [String: Double]] = [:]
    var keys: [String] = []
    for row in 0..<shortages.rowCount {
      let amount = shortages.number(row, "shortage") ?? 0
      guard amount > 1e-6 * max(1, shortages.number(row, "demand") ?? 0) else { continue }
      let key = "\(shortages.text(row, "region")) \(shortages.text(row, "commodity"))"
      if short[key] == nil { keys.append(key) }
      short[key, default: [:]][shortages.text(row, "period")] = amount
    }
    guard !keys.isEmpty else { return }
    addHeading("Demand that goes unserved, in units a year")
    let periods = shortages.distinct("period")
    var grid = TextGrid(["region, commodity"] + periods)
    for key in keys.prefix(12) {
      grid.add([key] + periods.map { short[key]?[$0].map(NumberText.amount) ?? "-" })
    }
    add(grid)
    if keys.count > 12 { add("  and \(keys.count - 12) more in shortages.csv") }
  }
}
