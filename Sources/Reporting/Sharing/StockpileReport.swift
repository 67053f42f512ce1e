import Games
import Scenarios
import Sourcing

extension StockpileComparison {
  /// Stocks, costs and savings of each arrangement, by member and commodity, and who pays.
  ///
  /// - Parameter width: the most columns of a line.
  public func report(width: Int = 100) -> [String] {
    var lines = wrapped(title, width: width)
    if let text = sizing.stress.model.parameterText { lines += wrapped(text, width: width) }
    lines.append("")
    lines += totalsGrid.lines(width: width)
    for sizes in everySize where !sizes.isReached {
      for text in shortfallTexts(sizes) { lines += wrapped(text, width: width) }
    }
    lines += ["", "Stock cost a year by member"] + membersGrid.lines(width: width)
    lines += ["", "Stock by member and commodity"] + stocksGrid.lines(width: width)
    for division in divisions {
      lines += [""] + division.lines(currency: instance.currency, width: width)
    }
    return lines
  }

  private var title: String {
    let count = sizing.disruptions.count
    let names = members.map { instance.regions[$0].id }.joined(separator: ", ")
    return "Least-cost stockpiles of \(sizing.members.id) (\(names)) that keep every member at "
      + "\(NumberText.percent(sizing.service)) service in "
      + (count == 1 ? "1 disruption" : "each of \(count) disruptions")
      + ", \(instance.horizon[sizing.stress.period].label). Money in \(instance.currency) a year."
  }

  private var totalsGrid: TextGrid {
    var grid = TextGrid(["sharing", "service", "stock", "stock cost", "saving", "of own"])
    for sizes in shown {
      let saving = saving(sizes)
      let share = own.stockCost > 0 ? saving.map { $0 / own.stockCost } : nil
      grid.add([
        sizes.mode.text, NumberText.percent(sizes.service),
        totalStock(sizes).map(NumberText.amount) ?? "", NumberText.amount(sizes.stockCost),
        saving.map(NumberText.amount) ?? "", share.map(NumberText.percent) ?? "",
      ])
    }
    return grid
  }

  private var membersGrid: TextGrid {
    var grid = TextGrid(["member"] + shown.map(\.mode.text))
    for region in members {
      grid.add(
        [instance.regions[region].id]
          + shown.map { NumberText.amount(amounts($0, regions: [region]).cost) })
    }
    return grid
  }

  private func holds(_ sizes: StockpileSizes, _ commodity: CommodityIndex) -> Bool {
    amounts(sizes, commodity: commodity).stock > 1e-9
  }

  /// Commodities that some arrangement stocks.
  private var stocksGrid: TextGrid {
    var grid = TextGrid(["member", "commodity", "unit"] + shown.map(\.mode.text), keyCount: 3)
    for commodity in commodities where shown.contains(where: { holds($0, commodity) }) {
      let it = instance.commodities[commodity]
      let holders = members.filter { instance.commodities(stockedBy: [$0]).contains(commodity) }
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
    return grid
  }
}

extension StockpileComparison.Division {
  /// What each member pays without sharing and under each split of the saving, and whether the split is in the core.
  fileprivate func lines(currency: String, width: Int) -> [String] {
    var grid = TextGrid(["member", "alone"] + splits.splits.map(\.rule.rawValue))
    for (place, member) in coalitions.members.enumerated() {
      grid.add(
        [member, NumberText.amount(coalitions.ownCosts[place])]
          + splits.splits.map {
            NumberText.amount(coalitions.ownCosts[place] - $0.amounts[place])
          })
    }
    let heading =
      "Who pays under \(mode.text): \(currency) a year after each split of the saving"
    return wrapped(heading, width: width) + grid.lines(width: width) + [""]
      + splits.report(width: width)
  }
}
