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
    guard let chosen = chosen(of: markets, by: [\.lost, \.demand]) else { return nil }
    return DisruptionMonths.picture(
      title: "\(plan.home), month by month", of: chosen.rows, from: chosen.start,
      sentence:
        "Choose a disruption and a market: up to the line of demand is what serves it and what is short. Bars that are "
        + "higher are what goes on into other goods, or to others.\(chosen.rest)")
  }

  private var stockByMonth: Picture? {
    let markets = markets { $0.number("level") ?? 0 > 1e-9 * max(1, Self.flow($0)) }
    guard let chosen = chosen(of: markets, by: [\.draw, \.stock]) else { return nil }
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

  /// What is demanded or flows in, whichever is more: units in the month. A stock that is less than 1e-9 of it is rounding
  /// of the solver.
  private static func flow(_ row: ReportTable.Row) -> Double {
    max(row.number("demand") ?? 0, row.number("inflow") ?? 0)
  }

  /// What a picture draws: rows, what is shown first, and a sentence on what is left out.
  private struct Chosen {
    var rows: [DisruptionMonths.Row]
    var start: DisruptionMonths.Start
    var rest: String
  }

  /// One market in one disruption under one arrangement.
  private struct Window: Hashable {
    var disruption: String
    var sharing: String
    var market: String
  }

  /// How much there is to see in a window.
  private struct Weight {
    /// What the market loses, money.
    var lost = 0.0
    /// What it demands in a month at most.
    var demand = 0.0
    /// What its stock holds at most, in months of the largest demand or inflow.
    var stock = 0.0
    /// What is drawn in a month at most from a stock of which something is left, in the same unit.
    var draw = 0.0
  }

  /// The markets that lose most in the disruptions that cost home most, each with all of its months under all arrangements,
  /// as many as there is room for. What is shown first is the window of greatest weight, of the disruption that the
  /// page is about if it has one.
  private func chosen(
    of markets: [String: [ReportTable.Row]], by order: [KeyPath<Weight, Double>]
  ) -> Chosen? {
    let months = markets.values.first?.count ?? 1
    let room = Self.mostRows * disruptions.count / max(1, months)
    let worst = disruptions.prefix(max(1, room))
    let windows = weights(of: markets).filter { worst.contains($0.key.disruption) }
    guard let start = start(of: windows, by: order) else { return nil }
    let most = Dictionary(grouping: windows, by: \.key.market).mapValues { windows in
      (lost: windows.map(\.value.lost).max() ?? 0, stock: windows.map(\.value.stock).max() ?? 0)
    }
    let ranked = most.sorted { first, second in
      (first.key == start.market ? 0 : 1, -first.value.lost, -first.value.stock, first.key)
        < (second.key == start.market ? 0 : 1, -second.value.lost, -second.value.stock, second.key)
    }.map(\.key)
    let shown = ranked.prefix(max(1, room / max(1, worst.count)))
    let rows = shown.flatMap { markets[$0] ?? [] }
      .filter { worst.contains($0.text("disruption")) }
    guard let first = rows.first(where: { market($0) == start.market }) else { return nil }
    let cut = [
      self.worst(worst.count),
      shown.count < ranked.count
        ? "the \(shown.count) of \(ranked.count) markets that \(shown.count == 1 ? "matters" : "matter") most"
        : nil,
    ].compactMap(\.self).joined(separator: " and ")
    return Chosen(
      rows: rows.map(monthRow),
      start: .init(
        disruption: start.disruption, sharing: start.sharing, market: monthRow(first).market),
      rest: cut.isEmpty ? "" : " Only \(cut) can be chosen; all are in stress_months.csv.")
  }

  /// The window that is shown first: the one of greatest weight in the disruption that the page is about, or else in any.
  ///
  /// - Parameter weights: what counts first, and what counts where that is 0 everywhere.
  private func start(
    of windows: [Window: Weight], by weights: [KeyPath<Weight, Double>]
  ) -> Window? {
    let first = windows.filter { $0.key.sharing == arrangements.first }
    for some in [first.filter { $0.key.disruption == headline }, first, windows] {
      for weight in weights {
        let seen = some.filter { $0.value[keyPath: weight] > 1e-9 }
        let most = seen.min { first, second in
          (-first.value[keyPath: weight], first.key.disruption, first.key.market)
            < (-second.value[keyPath: weight], second.key.disruption, second.key.market)
        }
        if let most { return most.key }
      }
    }
    return nil
  }

  private func weights(of markets: [String: [ReportTable.Row]]) -> [Window: Weight] {
    let window = { (row: ReportTable.Row) in
      Window(
        disruption: row.text("disruption"), sharing: row.text("sharing"), market: market(row))
    }
    let lost = Dictionary(
      tables.markets.rows.map { (window($0), $0.number("lost_value") ?? 0) }, uniquingKeysWith: max)
    let windows = Dictionary(grouping: markets.values.joined(), by: window)
    return Dictionary(
      uniqueKeysWithValues: windows.map { key, rows in
        let flow = max(1e-9, rows.map(Self.flow).max() ?? 0)
        let level = rows.compactMap { $0.number("level") }.max() ?? 0
        let draw = rows.compactMap { $0.number("draw") }.max() ?? 0
        let hasStock = level > 1e-9 * max(1, flow)
        return (
          key,
          Weight(
            lost: lost[key] ?? 0, demand: rows.compactMap { $0.number("demand") }.max() ?? 0,
            stock: hasStock ? level / flow : 0, draw: hasStock ? draw / flow : 0)
        )
      })
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
