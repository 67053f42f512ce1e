import Games
import Scenarios
import Sourcing

extension StockpileComparison: BlockReport {
  /// Costs and savings of each arrangement, what each member must buy, what members give each other, stocks by member
  /// and commodity, and who pays. Stocks of different commodities are added up in money only.
  public var blocks: [ReportBlock] {
    var report = ReportDocument()
    let stress = sizing.stress
    let texts = [
      title, instance.assumptionText, stress.model.parameterText(in: stress.options), unsizedText,
    ]
    for text in texts.compactMap(\.self) { report.add(text) }
    report.addBlank()
    report.add(totalsGrid)
    for sizes in everySize where !sizes.isReached { addShortfalls(sizes, to: &report) }
    report.addLegend(legend)
    for (sizes, list) in zip(shown, buyLists) {
      addBuyList(list, sizes, to: &report)
      addTransfers(sizes, to: &report)
    }
    addMembers(to: &report)
    addStocks(to: &report)
    for division in divisions { division.add(to: &report, currency: instance.currency) }
    report.addNames(Names(instance))
    return report.blocks
  }

  private var title: String {
    let count = sizing.disruptions.count
    let names = members.map { instance.regions[$0].id }.joined(separator: ", ")
    let options = sizing.stress.options
    return
      "Least-cost stockpiles of \(sizing.members.id) (\(names)) with which every member has a service of "
      + "\(NumberText.percent(sizing.service)) or more in "
      + (count == 1
        ? "the disruption \(sizing.disruptions.first?.id ?? "") that starts in "
        : "each of \(count) disruptions that start in ")
      + "\(instance.horizon[sizing.stress.period].label). A disruption is followed for "
      + "\(options.horizonMonths) months; flows can be rerouted after \(options.rerouteMonths) months. "
      + "\(Legend.allocation(options)) "
      + Legend.money(
        instance.currency,
        "a year, at the prices of \(instance.horizon[sizing.stress.period].label), not discounted; what is paid once is "
          + "said to be so")
  }

  /// Which stocks stay as they are; nil if all stocks of the members are sized.
  private var unsizedText: String? {
    let others = instance.commodities(stockedBy: members).filter { !commodities.contains($0) }
    guard !others.isEmpty else { return nil }
    let names = { (list: [CommodityIndex]) in
      list.map { instance.commodities[$0].id }.joined(separator: ", ")
    }
    return
      "Only stocks of \(names(commodities)) are sized, and only the demand for them and for goods made from them counts. "
      + "Stocks of \(names(others)) stay as they are."
  }

  private var totalsGrid: TextGrid {
    let single = commodities.count == 1 ? commodities.first : nil
    var grid = TextGrid(
      ["sharing", "service"] + (single.map { ["stock, \(instance.commodities[$0].unit)"] } ?? [])
        + ["stock value", "stock cost", "saving", "saving %"])
    for sizes in shown {
      let saving = saving(sizes)
      let share = own.stockCost > 0 ? saving.map { $0 / own.stockCost } : nil
      grid.add(
        [sizes.mode.text, NumberText.percent(sizes.service)]
          + (single == nil ? [] : [totalStock(sizes).map(NumberText.amount) ?? ""])
          + [
            stockValue(sizes).map(NumberText.amount) ?? "no price",
            NumberText.amount(sizes.stockCost), saving.map(NumberText.amount) ?? "",
            share.map(NumberText.percent) ?? "",
          ])
    }
    return grid
  }

  private var legend: [(term: String, meaning: String)] {
    shown.map { ($0.mode.text, $0.mode.sentence) } + [
      ("service", "least share of demand served, of any member and commodity"),
      (
        "stock value",
        "of all members' stocks, each commodity at its price; no price: a commodity in stock has none"
      ),
      (
        "stock cost",
        "of all members' stocks a year: interest on their value, holding cost and what is lost in store"
      ),
      ("saving", "stock cost of own minus that of the row, and as a share of own"),
    ]
  }

  private func holds(_ sizes: StockpileSizes, _ commodity: CommodityIndex) -> Bool {
    amounts(sizes, commodity: commodity).stock > 1e-9
  }

  /// Adds a heading and the stocks of the commodities that some arrangement stocks.
  private func addStocks(to report: inout ReportDocument) {
    let heading = "Stock, by member and commodity"
    guard commodities.contains(where: { good in shown.contains { holds($0, good) } }) else {
      report.addBlank()
      return report.add("\(heading): none")
    }
    var grid = TextGrid(["member", "commodity", "unit"] + shown.map(\.mode.text), keyCount: 3)
    for commodity in commodities where shown.contains(where: { holds($0, commodity) }) {
      let it = instance.commodities[commodity]
      let holders = members.filter { commodities(of: $0).contains(commodity) }
      for region in holders {
        grid.add(
          [instance.regions[region].id, it.id, it.unit]
            + shown.map {
              NumberText.amount(amounts($0, regions: [region], commodity: commodity).stock)
            })
      }
      guard holders.count > 1 else { continue }
      grid.add(
        ["all", it.id, it.unit]
          + shown.map { NumberText.amount(amounts($0, commodity: commodity).stock) })
    }
    report.add(grid, heading: heading)
  }
}
