import Games
import Scenarios
import Sourcing

/// What each member's stocks cost under each arrangement, what it saves, and who pays.
extension StockpileComparison {
  /// Adds a heading and one row for each member, and all together.
  func addMembers(to report: inout ReportDocument) {
    let shared = everySize.filter { $0.mode != own.mode }
    var grid = TextGrid(
      ["member", own.mode.text] + shared.flatMap { [$0.mode.text, "\($0.mode.text) saves"] })
    for region in members {
      grid.add(
        [
          instance.regions[region].id,
          NumberText.amount(amounts(own, regions: [region]).cost),
        ]
          + shared.flatMap {
            [
              NumberText.amount(amounts($0, regions: [region]).cost),
              saving($0, of: region, commodity: nil).map(NumberText.amount) ?? "-",
            ]
          })
    }
    grid.add(
      ["all", NumberText.amount(own.stockCost)]
        + shared.flatMap { sizes in
          [
            NumberText.amount(sizes.stockCost), saving(sizes).map(NumberText.amount) ?? "-",
          ]
        })
    let heading =
      "Stock cost a year of what each member holds under each arrangement"
      + (shared.isEmpty
        ? ""
        : ", and what it saves against own (a negative number: it holds more for the others)")
    report.add(grid, heading: heading)
  }
}

extension StockpileComparison.Division {
  /// Adds what each member's stocks cost without sharing and under the arrangement, what it pays under each split of the
  /// saving, and whether the split is in the core.
  func add(to report: inout ReportDocument, currency: String) {
    let held = "\(mode.text) cost"
    var grid = TextGrid(["member", "own cost", held] + splits.splits.map(\.rule.rawValue))
    let pays = splits.splits.map { split in
      zip(coalitions.ownCosts, split.amounts).map { $0 - $1 }
    }
    for (place, member) in coalitions.members.enumerated() {
      grid.add(
        [
          member, NumberText.amount(coalitions.ownCosts[place]),
          NumberText.amount(heldCosts[place]),
        ] + pays.map { NumberText.amount($0[place]) })
    }
    grid.add(
      ["all"]
        + ([coalitions.ownCosts, heldCosts] + pays).map { NumberText.amount($0.reduce(0, +)) })
    let money = currency.isEmpty ? "money" : currency
    let heading =
      "Who pays under sharing \(mode.text), for each split of the saving (\(money) a year; a negative "
      + "number: the member receives money)"
    report.add(grid, heading: heading)
    report.addLegend([
      ("own cost", "what the member's stocks cost without sharing"),
      (
        held,
        "what the stocks that it holds under \(mode.text) cost. It pays the others the difference to what it pays under "
          + "the split, or receives it"
      ),
    ])
    report.addBlank()
    report.addAll(of: splits.report(weight: "demand × shortage cost"))
  }
}
