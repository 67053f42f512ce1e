import Analysis

extension TerminalReport {
  /// What is paid under the contracts with a price into and out of home, beside what the goods cost.
  mutating func addContractPrices() {
    guard let prices = summary.bills?.contractPrices, !prices.isEmpty else { return }
    addHeading("Contracts with a price, into and out of \(named(summary.home))")
    var grid = TextGrid(
      [
        "contract", "goods", "from", "to", "period", "quantity", "price", "average cost",
        "above cost",
      ],
      keyCount: 5)
    let rows = contractRows(prices)
    for row in rows.prefix(Self.mostContractRows) {
      let it = row.price
      grid.add(
        [it.contract, it.commodity, it.origin, it.destination, periodRange(row.periods)]
          + row.cells)
    }
    add(grid)
    addRest(rows.count - Self.mostContractRows, in: "contract_prices.csv")
    addLegend([
      ("quantity", "the contract's part of the flow, units of the goods a year"),
      (
        "price, average cost",
        "of a unit where it is shipped, without transport and tariff; average cost is without what contracts move"
      ),
      (
        "above cost",
        "quantity × (price - average cost), money a year, not discounted; those who use the goods "
          + "pay it, and the region that made them gets it"
      ),
    ])
  }

  private static let mostContractRows = 20

  private struct ContractRow {
    var price: ContractPrice
    var periods: [String]
    var cells: [String]
  }

  /// A row for each contract and the periods that follow each other in which its figures read the same.
  private func contractRows(_ prices: [ContractPrice]) -> [ContractRow] {
    let ofContract = Dictionary(grouping: prices, by: \.contract)
    var rows: [ContractRow] = []
    for contract in prices.map(\.contract).uniqued() {
      for (place, price) in (ofContract[contract] ?? []).enumerated() {
        let cells = [
          NumberText.amount(price.quantity), NumberText.amount(price.price),
          NumberText.amount(price.averageCost),
          NumberText.amount(isSmall(price.aboveCost) ? 0 : price.aboveCost),
        ]
        if place > 0, let last = rows.last, last.cells == cells,
          areAdjacent(last.periods.last, price.period)
        {
          rows[rows.count - 1].periods.append(price.period)
        } else {
          rows.append(ContractRow(price: price, periods: [price.period], cells: cells))
        }
      }
    }
    return rows
  }

  private func areAdjacent(_ first: String?, _ second: String) -> Bool {
    guard let place = summary.periods.firstIndex(of: second), place > 0 else { return false }
    return summary.periods[place - 1] == first
  }
}
