import Foundation

/// Disruptions, checks and ranges: what plans are asked.
extension CountryTables {
  var disruptionTable: PlainTable {
    var table = PlainTable(
      "disruption", "effect", "region", "commodity", "partner", "factor", "months")
    if let rival = regions.rival {
      for (word, factor, note) in [
        ("stops", "0", "it sends nothing to home for a year"),
        ("halves", "0.5", "it sends home half for a year"),
      ] {
        table.add(
          "\(rival)-\(word)", "exports", rival, "", question.home, factor, "12", basis: .assumption,
          note: "a question, no forecast: \(note)")
      }
    }
    if let other = regions.origins.first(where: { $0 != regions.rival }) {
      table.add(
        "\(other)-outage", "production", other, "", "", "0", "6", basis: .assumption,
        note: "a question, no forecast: home's largest other origin makes nothing for half a year")
    }
    return table
  }

  /// The imports of home in the base year, by origin, in tons; the largest first.
  func shares(_ good: String) -> [(origin: String, tons: Double, share: Double)] {
    let found = flows.filter {
      $0.key.good == good && $0.key.destination == question.home && $0.key.year == base
    }
    let all = found.reduce(0) { $0 + $1.flow.tons }
    return found.map { ($0.key.origin, $0.flow.tons, $0.flow.tons / all) }
      .sorted { ($1.tons, $0.origin) < ($0.tons, $1.origin) }
  }

  /// The shares of home's origins in the base year, which a plan must have.
  var checkTable: PlainTable {
    var table = PlainTable(
      "check", "kind", "commodity", "region", "partner", "period", "published", "tolerance")
    for good in goods {
      let balance = balances.balance(
        GoodBalances.Place(good: good, region: question.home), base)
      let supply = balance.imports + balance.own
      // A smaller share is within the tolerance even if it is 0.
      for (origin, tons, share) in shares(good) where share > 0.001 {
        table.add(
          "\(good)-\(origin)", "supply_share", good, question.home, origin, String(base),
          numberText(tons / supply), "0.001", basis: .derived,
          source: sources.trade("k=\(codes(good)) \(origin) to \(question.home) \(base)"),
          note:
            "\(shortText(tons)) of \(shortText(supply)) t: imports of \(shortText(balance.imports)) t and own goods of \(shortText(balance.own)) t"
        )
      }
    }
    return table
  }

  // MARK: Ranges

  var assumptionTable: String {
    var table = PlainTable(
      "assumption", "table", "where", "column", "low", "high", "distribution", "title")
    for good in goods { addGrowth(good, to: &table) }
    let assumed = CountrySources.assumed
    for good in goods {
      let made = process(.production, good)
      let makers = Set(balances.producers.filter { $0.good == good }.map(\.region))
      if let rival = regions.rival, makers.contains(rival) {
        table.add(
          "rival_output_\(good)", "facilities", "process=\(made);region=\(rival)", "capacity",
          "0.7",
          "1.2", "triangular", "What \(name(rival)) can make", basis: .assumption, source: assumed,
          note: "quotas and licences on one side, new plants on the other")
      }
      if makers.contains(where: { $0 != regions.rival }) {
        let but = regions.rival.map { ";region!=\($0)" } ?? ""
        table.add(
          "other_output_\(good)", "facilities", "process=\(made)\(but)", "capacity", "0.9", "1.2",
          "triangular", "What others can make", basis: .assumption, source: assumed,
          note: "around last year's output and a tenth more")
      }
      if let rival = regions.rival,
        costs.lanes.contains(where: { $0.lane.good == good && $0.lane.origin == rival })
      {
        table.add(
          "rival_cost_\(good)", "lanes", "commodity=\(good);origin=\(rival);destination!=\(rival)",
          "unit_cost",
          "0.8", "1.5", "triangular", "What goods of \(name(rival)) cost", basis: .assumption,
          source: assumed, note: "the unit values of the recent years move so from year to year")
      }
    }
    for (column, low, high, title, note) in [
      ("capex", "0.5", "2", "Cost of new plants", "no project is known: half to twice"),
      ("lead_years", "0.6", "2", "Time to build", "3 to 10 years"),
      (
        "unit_cost", "0", "3", "Running cost of new plants",
        "no dearer, to three times as much dearer"
      ),
    ] where !projects.isEmpty {
      table.add(
        "project_\(column)", "projects", "kind=overseas", column, low, high, "triangular", title,
        basis: .assumption, source: assumed, note: note)
    }
    return table.text
  }

  /// A row for each later year, so that the range widens with time.
  private func addGrowth(_ good: String, to table: inout PlainTable) {
    let (low, high, note) = growth(good)
    for year in laterYears where balances.places.contains(where: { $0.good == good }) {
      let years = Double(year - balances.dataYear(year))
      guard years > 0 else { continue }
      table.add(
        "demand_\(good)", "demands", "commodity=\(good);period=\(year)", "quantity",
        numberText(power(1 + low, years)), numberText(power(1 + high, years)), "triangular",
        year == laterYears.lowerBound ? "Growth of demand for \(good)" : "",
        basis: .assumption, source: sources.trade("k=\(codes(good)) world trade"),
        note: note)
    }
  }

  private func power(_ factor: Double, _ years: Double) -> Double {
    (0..<Int(years)).reduce(1) { product, _ in product * factor }
  }

  /// The least and the greatest growth of the world's trade over five years, by year; at most so much that they mean
  /// anything.
  private func growth(_ good: String) -> (low: Double, high: Double, note: String) {
    let span = 5
    let trade = trade[good, default: [:]].filter { $0.key <= base }
    let rates = trade.keys.compactMap { year -> Double? in
      guard let from = trade[year], let to = trade[year + span], from > 0, to > 0 else {
        return nil
      }
      return (to / from).fifthRoot - 1
    }
    guard let least = rates.min(), let most = rates.max(), least < 0 || most > 0 else {
      return (-0.02, 0.04, "-2 % to 4 % a year: the files have too few years to tell")
    }
    let (low, high) = (min(0, max(-0.04, least)), max(0, min(0.08, most)))
    return (
      significant(low), significant(high),
      "\(shortText(100 * low)) % to \(shortText(100 * high)) % a year: trade grew by \(shortText(100 * least)) % to \(shortText(100 * most)) % a year over 5 years, of which at most -4 % and 8 % are taken"
    )
  }
}

extension Double {
  /// The number whose fifth power it is.
  fileprivate var fifthRoot: Double { pow(self, 0.2) }
}
