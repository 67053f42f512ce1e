import Games
import Scenarios
import Sourcing

extension StockpileComparison {
  /// Stocks, costs and savings of each arrangement, by member and commodity, and who pays.
  ///
  /// - Parameter width: the most columns of a line.
  public func report(width: Int = 100) -> [String] {
    var lines = wrapped(title, width: width)
    let stress = sizing.stress
    if let text = stress.model.parameterText(in: stress.options) {
      lines += wrapped(text, width: width)
    }
    lines.append("")
    lines += totalsGrid.lines(width: width)
    for sizes in everySize where !sizes.isReached {
      for text in shortfallTexts(sizes) { lines += wrapped(text, width: width) }
    }
    lines += Legend.lines(legend, width: width)
    lines += ["", "Stock cost a year, by member"] + membersGrid.lines(width: width)
    lines += ["", "Stock, by member and commodity"] + stocksGrid.lines(width: width)
    for division in divisions {
      lines += [""] + division.lines(currency: instance.currency, width: width)
    }
    return lines + Names(instance).legend(for: lines, width: width)
  }

  private var title: String {
    let count = sizing.disruptions.count
    let names = members.map { instance.regions[$0].id }.joined(separator: ", ")
    let options = sizing.stress.options
    return
      "Least-cost stockpiles of \(sizing.members.id) (\(names)) with which every member has a service of "
      + "\(NumberText.percent(sizing.service)) or more in "
      + (count == 1
        ? "the disruption \(sizing.disruptions.first?.id ?? "")" : "each of \(count) disruptions")
      + " that starts in \(instance.horizon[sizing.stress.period].label). A disruption is followed for "
      + "\(options.horizonMonths) months; flows can be rerouted after \(options.rerouteMonths) months. "
      + "\(Legend.allocation(options)) "
      + Legend.money(instance.currency, "a year, not discounted")
  }

  private var totalsGrid: TextGrid {
    var grid = TextGrid(["sharing", "service", "stock", "stock cost", "saving", "saving %"])
    for sizes in shown {
      // Rounding errors are shown as 0.
      let saving = saving(sizes).map { abs($0) > 1e-7 * own.stockCost ? $0 : 0 }
      let share = own.stockCost > 0 ? saving.map { $0 / own.stockCost } : nil
      grid.add([
        sizes.mode.text, NumberText.percent(sizes.service),
        totalStock(sizes).map(NumberText.amount) ?? "", NumberText.amount(sizes.stockCost),
        saving.map(NumberText.amount) ?? "", share.map(NumberText.percent) ?? "",
      ])
    }
    return grid
  }

  private var legend: [(term: String, meaning: String)] {
    [
      ("sharing", "own: no sharing; the other rules are explained by plusone help stockpile"),
      ("service", "least share of demand served, of any member and commodity"),
      (
        "stock",
        "of all members and commodities together, in \(stockUnit); blank where commodities have different units"
      ),
      (
        "stock cost",
        "of all members' stocks a year: interest on their value, holding cost and what is lost in store"
      ),
      ("saving", "stock cost of own minus that of the row, and as a share of own"),
    ]
  }

  private var stockUnit: String {
    let units = Set(commodities.map { instance.commodities[$0].unit })
    return units.count == 1 ? units.first ?? "units" : "units"
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
    var grid = TextGrid(["member", "own cost"] + splits.splits.map(\.rule.rawValue))
    for (place, member) in coalitions.members.enumerated() {
      grid.add(
        [member, NumberText.amount(coalitions.ownCosts[place])]
          + splits.splits.map {
            NumberText.amount(coalitions.ownCosts[place] - $0.amounts[place])
          })
    }
    let money = currency.isEmpty ? "money" : currency
    let heading =
      "Who pays under sharing \(mode.text), for each split of the saving (\(money) a year; a negative "
      + "number: the member receives money)"
    return wrapped(heading, width: width) + grid.lines(width: width)
      + Legend.lines([("own cost", "what the member's stocks cost without sharing")], width: width)
      + [""]
      + splits.report(width: width)
  }
}
