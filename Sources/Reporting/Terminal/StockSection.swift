import Analysis

extension TerminalReport {
  /// The stockpiles whose levels matter, at the end of each period, in units and in days of use.
  mutating func addStocks() {
    let stocks = (summary.stocks ?? []).filter { stock in
      ([stock.initial] + stock.level).contains { NumberText.amount($0) != "0" }
    }
    guard !stocks.isEmpty else { return }
    addHeading("Stocks at the end of each period")
    var grid = TextGrid(["stockpile", "before"] + summary.periods)
    for stock in stocks.prefix(Self.mostStocks) {
      let unit = unit(stock.commodity)
      let name =
        "\(stock.stockpile) (\(stock.commodity) in \(stock.region)), \(unit)"
      grid.add([name] + ([stock.initial] + stock.level).map(NumberText.amount))
      guard stock.days.contains(where: { $0 != nil }) else { continue }
      grid.add(["  days of use", ""] + stock.days.map { $0.map(NumberText.amount) ?? "-" })
    }
    add(grid)
    addRest(stocks.count - Self.mostStocks, in: "stocks.csv")
    addLegend([
      ("before", "level before the first period"),
      (
        "days of use",
        "how long the stock lasts if the region uses as much of the commodity as in that period"
      ),
    ])
  }

  private static let mostStocks = 10
}
