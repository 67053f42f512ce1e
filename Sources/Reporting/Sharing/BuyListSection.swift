import Scenarios
import Sourcing

/// What each member must buy under an arrangement.
extension StockpileComparison {
  /// Adds a heading, one row for each member and commodity that it stocks, the sum of each commodity, and the sum of all
  /// money.
  func addBuyList(_ list: BuyList, _ sizes: StockpileSizes, to report: inout ReportDocument) {
    var grid = TextGrid(
      [
        "member", "commodity", "unit", "have", "need", "add", "spare", "have, months",
        "need, months",
        "purchase, once", "stock cost", "decides",
      ], keyCount: 3)
    let all = list.entries.filter { $0.have + $0.need > 1e-9 }
    for commodity in commodities {
      let entries = all.filter { $0.place.commodity == commodity }
      for entry in entries {
        grid.add(
          cells(of: [entry], instance.regions[entry.place.region].id, commodity)
            + [decidesText(entry)])
      }
      if entries.count > 1 { grid.add(cells(of: entries, "all", commodity) + [""]) }
    }
    if commodities.count > 1 {
      grid.add(
        ["all"] + Array(repeating: "", count: 8)
          + [NumberText.amount(list.cost), NumberText.amount(list.stockCost), ""])
    }
    let heading = "Buy list under sharing \(sizes.mode.text)"
    guard !all.isEmpty else {
      report.addBlank()
      report.add("\(heading): none. No member has a stock or needs one.")
      return addMissing(sizes, to: &report)
    }
    report.add(grid, heading: "\(heading): what each member has, needs and must buy")
    for text in spareTexts(all) { report.add(text) }
    addMissing(sizes, to: &report)
    if !list.unpriced.isEmpty {
      let names = list.unpriced.map {
        "\(instance.commodities[$0.place.commodity].id) of \(instance.regions[$0.place.region].id)"
      }
      report.add(
        "The cost of these purchases is not known and is in no sum, because the instance has no price for them: "
          + "\(names.joined(separator: ", ")).")
    }
    if sizes.mode == shown.first?.mode { report.addLegend(buyListLegend) }
  }

  /// A sentence for each commodity of which a member must buy while the members together have enough.
  private func spareTexts(_ entries: [BuyList.Entry]) -> [String] {
    commodities.compactMap { commodity in
      let entries = entries.filter { $0.place.commodity == commodity }
      let sum = { (figure: (BuyList.Entry) -> Double) in entries.reduce(0) { $0 + figure($1) } }
      guard sum(\.add) > 0, sum(\.spare) >= sum(\.add) else { return nil }
      let it = instance.commodities[commodity]
      return
        "The members together have enough \(it.id): \(NumberText.amount(sum(\.have))) \(it.unit), and they need "
        + "\(NumberText.amount(sum(\.need))) \(it.unit). What one member must buy, another one has to spare."
    }
  }

  /// Adds what is not known because windows of disruptions were not solved; nothing if all were.
  private func addMissing(_ sizes: StockpileSizes, to report: inout ReportDocument) {
    let missing = sizes.uses.count { $0 == nil }
    guard missing > 0 else { return }
    report.add(
      "What \(missing) of \(sizes.uses.count) disruptions need was not found, because of the time limit or a failure of "
        + "the solver. So the disruptions that decide are not known"
        + (sizes.mode == .own ? "." : ", and transfers in these disruptions are missing below."),
      .bad)
  }

  /// All cells of a row but the last: sums of entries of one commodity.
  private func cells(of entries: [BuyList.Entry], _ name: String, _ commodity: CommodityIndex)
    -> [String]
  {
    let sum = { (figure: (BuyList.Entry) -> Double) in entries.reduce(0) { $0 + figure($1) } }
    let months = { (amount: Double) in
      BuyList.months(amount, use: sum(\.use)).map(NumberText.amount) ?? "-"
    }
    let costs = entries.compactMap(\.cost)
    let it = instance.commodities[commodity]
    return [
      name, it.id, it.unit, NumberText.amount(sum(\.have)), NumberText.amount(sum(\.need)),
      NumberText.amount(sum(\.add)), NumberText.amount(sum(\.spare)), months(sum(\.have)),
      months(sum(\.need)),
      costs.count == entries.count ? NumberText.amount(costs.reduce(0, +)) : "no price",
      NumberText.amount(sum(\.stockCost)),
    ]
  }

  private static let longestName = 24

  private func decidesText(_ entry: BuyList.Entry) -> String {
    guard let deciding = entry.deciding else { return "not found" }
    guard let first = firstDeciding(entry) else { return "-" }
    let name =
      first.count > Self.longestName
      ? first.prefix(Self.longestName - 9) + "…" + first.suffix(8) : first
    return name + (deciding.count > 1 ? " +\(deciding.count - 1)" : "")
  }

  private var buyListLegend: [(term: String, meaning: String)] {
    [
      ("have", "what is in stock at the start, as the instance has it, in the unit of the row"),
      ("need", "the least-cost stock at the start of every disruption, in the same unit"),
      ("add", "need minus have, if that is above 0: what must be bought"),
      ("spare", "have minus need, if that is above 0"),
      (
        "months",
        "how long have and need last if the member uses as much as in the plan in "
          + "\(instance.horizon[sizing.stress.period].label); in rows of all: all these members together; -: it uses nothing"
      ),
      ("purchase, once", "add × price; no price: the instance has none"),
      ("stock cost", "of need, a year"),
      (
        "decides",
        "the disruption that needs this stock, of several the first by name and how many more there are: without all of "
          + "them less would do; -: no disruption needs a stock"
      ),
    ]
  }
}
