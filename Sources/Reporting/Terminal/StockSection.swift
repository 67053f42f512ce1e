import Analysis

extension TerminalReport {
  /// The stockpiles whose levels matter, at the end of each period, in units and, in a table of its own, in
  /// days of use.
  mutating func addStocks() {
    let stocks = (summary.stocks ?? []).filter { stock in
      ([stock.initial] + stock.level).contains { NumberText.amount($0) != "0" }
    }
    guard !stocks.isEmpty else { return }
    var levels = TextGrid(["stockpile", "unit", "before"] + summary.periods, keyCount: 2)
    var days = TextGrid(["stockpile"] + summary.periods)
    let shown = stocks.prefix(Self.mostStocks)
    for stock in shown {
      let name = "\(stock.stockpile) (\(stock.commodity) in \(stock.region))"
      levels.add(
        [name, unit(stock.commodity)] + ([stock.initial] + stock.level).map(NumberText.amount))
      days.add([name] + stock.days.map { $0.map(NumberText.amount) ?? "-" })
    }
    add(levels, heading: "Stocks at the end of each period, in the unit of the row")
    addRest(stocks.count - Self.mostStocks, in: "stocks.csv")
    addLegend([("before", "level before the first period")])
    guard shown.contains(where: { $0.days.contains { $0 != nil } }) else { return }
    add(days, heading: "Stocks at the end of each period, in days of use")
    addLegend([
      (
        "days of use",
        "how long the stock lasts if the region uses as much of the commodity as in that period; -: it uses nothing"
      )
    ])
  }

  private static let mostStocks = 10
}
