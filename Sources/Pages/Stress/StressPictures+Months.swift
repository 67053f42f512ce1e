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

  /// The markets that lose most in the disruptions that cost home most, each with all of its months under all arrangements,
  /// as many as there is room for. What is shown first is the disruption in which a column of the first market is greatest
  /// under the first arrangement.
  private func chosen(of markets: [String: [ReportTable.Row]], from column: String) -> Chosen? {
    let order = markets.mapValues { rows in
      (lost: lost(rows), amount: rows.compactMap { $0.number(column) }.max() ?? 0)
    }
    let ranked = order.sorted { first, second in
      (-first.value.lost, -first.value.amount, first.key)
        < (-second.value.lost, -second.value.amount, second.key)
    }.map(\.key)
    let top = ranked.first.flatMap { markets[$0] } ?? []
    let room = Self.mostRows * disruptions.count / max(1, top.count)
    let worst = disruptions.prefix(max(1, room))
    let shown = ranked.prefix(max(1, room / max(1, worst.count)))
    let rows = shown.flatMap { markets[$0] ?? [] }
      .filter { worst.contains($0.text("disruption")) }
    let first = rows.filter {
      market($0) == ranked.first && $0.text("sharing") == arrangements.first
    }
    guard let start = first.max(by: { ($0.number(column) ?? 0) < ($1.number(column) ?? 0) })
    else { return nil }
    let cut = [
      self.worst(worst.count),
      shown.count < ranked.count
        ? "the \(shown.count) of \(ranked.count) markets that \(shown.count == 1 ? "loses" : "lose") most"
        : nil,
    ].compactMap(\.self).joined(separator: " and ")
    return Chosen(
      rows: rows.map(monthRow),
      start: .init(
        disruption: start.text("disruption"), sharing: start.text("sharing"),
        market: monthRow(start).market),
      rest: cut.isEmpty ? "" : " Only \(cut) can be chosen; all are in stress_months.csv.")
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
