import Charts
import Reporting
import Sourcing

/// Home's markets month by month.
extension StressPictures {
  /// The most rows of each picture.
  private static let mostRows = 400

  /// What serves demand in each month and what is short; and what is left in stock, where there is a stock.
  var months: [Picture] {
    [demandByMonth, stockByMonth].compactMap(\.self)
  }

  private var demandByMonth: Picture? {
    let markets = markets { ($0.number("demand") ?? 0) > 0 }
    guard let chosen = chosen(of: markets, from: "shortage") else { return nil }
    return DisruptionMonths.picture(
      title: "\(plan.home), month by month", of: chosen.rows, from: chosen.start,
      sentence:
        "Choose a disruption and a market: up to the line of demand is what serves it and what is short. Bars that are "
        + "higher are what goes on into other goods, or to others.\(chosen.rest)")
  }

  private var stockByMonth: Picture? {
    let markets = markets { row in
      // What is smaller is rounding of the solver.
      let amounts = ["demand", "inflow", "draw", "level"].map { row.number($0) ?? 0 }
      return amounts[3] > 1e-9 * (amounts.max() ?? 0) && amounts[3] > 1e-9
    }
    guard let chosen = chosen(of: markets, from: "draw") else { return nil }
    return DisruptionStocks.picture(
      title: "\(plan.home)'s stocks, month by month", of: chosen.rows, from: chosen.start,
      sentence:
        "What is left of a stock at the end of each month of the chosen disruption.\(chosen.rest)")
  }

  /// The rows of each market of home in which some row fulfils a test.
  private func markets(where test: (ReportTable.Row) -> Bool) -> [String: [ReportTable.Row]] {
    let rows = tables.months.rows.filter { home.contains($0.text("region")) }
    return Dictionary(grouping: rows, by: market).filter { $0.value.contains(where: test) }
  }

  /// What a picture draws: rows, what is shown first, and a sentence on what is left out.
  private struct Chosen {
    var rows: [DisruptionMonths.Row]
    var start: DisruptionMonths.Start
    var rest: String
  }

  /// The markets that lose most, as many as there is room for. What is shown first is the disruption in which a column of
  /// the first market is greatest under the first arrangement.
  private func chosen(of markets: [String: [ReportTable.Row]], from column: String) -> Chosen? {
    let order = markets.mapValues { rows in
      (lost: lost(rows), amount: rows.compactMap { $0.number(column) }.max() ?? 0)
    }
    let ranked = order.sorted { first, second in
      (-first.value.lost, -first.value.amount, first.key)
        < (-second.value.lost, -second.value.amount, second.key)
    }.map(\.key)
    guard let top = ranked.first.flatMap({ markets[$0] }), let one = top.first else { return nil }
    let shown = ranked.prefix(max(1, Self.mostRows / max(1, top.count)))
    let rows = shown.flatMap { (markets[$0] ?? []).prefix(Self.mostRows) }.map(monthRow)
    let first = top.prefix(Self.mostRows).filter { $0.text("sharing") == arrangements.first }
      .max { ($0.number(column) ?? 0) < ($1.number(column) ?? 0) }
    return Chosen(
      rows: rows,
      start: .init(
        disruption: (first ?? one).text("disruption"), sharing: (first ?? one).text("sharing"),
        market: monthRow(one).market),
      rest: shown.count < ranked.count || top.count > Self.mostRows
        ? " The \(shown.count) of \(ranked.count) markets that lose most can be chosen; all are in stress_months.csv."
        : "")
  }

  /// The most that the market of some rows loses in a disruption, money.
  private func lost(_ rows: [ReportTable.Row]) -> Double {
    guard let name = rows.first.map(market) else { return 0 }
    return tables.markets.rows.filter { market($0) == name }
      .compactMap { $0.number("lost_value") }.max() ?? 0
  }

  private func monthRow(_ row: ReportTable.Row) -> DisruptionMonths.Row {
    let (region, commodity) = (row.text("region"), row.text("commodity"))
    let unit = instance.commodities.first { $0.id == commodity }?.unit ?? ""
    let place = home.count > 1 ? "\(region) " : ""
    let amount = { (column: String) in row.number(column) ?? 0 }
    return DisruptionMonths.Row(
      disruption: row.text("disruption"), sharing: row.text("sharing"), month: amount("month"),
      region: region, commodity: commodity,
      market: "\(place)\(plan.names.sentence(commodity)), \(unit)", demand: amount("demand"),
      shortage: amount("shortage"), inflow: amount("inflow"), draw: amount("draw"),
      received: amount("received"), level: amount("level"))
  }
}
