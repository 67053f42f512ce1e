import Scenarios
import Sourcing

/// What each member must buy under an arrangement.
extension StockpileComparison {
  /// A heading, one row for each member and commodity that it stocks, the sum of each commodity, and the sum of all
  /// money.
  func buyListLines(_ sizes: StockpileSizes, _ list: BuyList, width: Int) -> [String] {
    var grid = TextGrid(
      [
        "member", "commodity", "unit", "have", "need", "add", "have, months", "need, months",
        "purchase, once", "keeping a year", "decides",
      ], keyCount: 3)
    for commodity in commodities {
      let entries = list.entries.filter {
        $0.place.commodity == commodity && $0.have + $0.need > 1e-9
      }
      for entry in entries {
        grid.add(
          cells(of: [entry], instance.regions[entry.place.region].id, commodity)
            + [decidesText(entry)])
      }
      if entries.count > 1 { grid.add(cells(of: entries, "all", commodity) + [""]) }
    }
    if commodities.count > 1 {
      grid.add(
        ["all"] + Array(repeating: "", count: 7)
          + [NumberText.amount(list.cost), NumberText.amount(list.keepingCost), ""])
    }
    let heading =
      "Buy list under sharing \(sizes.mode.text): what each member has, needs and must buy"
    var lines = [""] + wrapped(heading, width: width) + grid.lines(width: width)
    if !list.unpriced.isEmpty {
      let names = list.unpriced.map {
        "\(instance.commodities[$0.place.commodity].id) of \(instance.regions[$0.place.region].id)"
      }
      lines += wrapped(
        "The cost of these purchases is not known and is in no sum, because the instance has no price for them: "
          + "\(names.joined(separator: ", ")).", width: width)
    }
    if sizes.mode == shown.first?.mode { lines += Legend.lines(buyListLegend, width: width) }
    return lines
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
      NumberText.amount(sum(\.add)), months(sum(\.have)), months(sum(\.need)),
      costs.count == entries.count ? NumberText.amount(costs.reduce(0, +)) : "no price",
      NumberText.amount(sum(\.keepingCost)),
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
      (
        "months",
        "how long have and need last if the member uses as much as in the plan in "
          + "\(instance.horizon[sizing.stress.period].label); in rows of all: all these members together; -: it uses nothing"
      ),
      ("purchase, once", "add × price; no price: the instance has none"),
      ("keeping a year", "the yearly stock cost of need"),
      (
        "decides",
        "the disruption that needs this stock, of several the first by name and how many more there are: without all of "
          + "them less would do; -: no disruption needs a stock"
      ),
    ]
  }
}
