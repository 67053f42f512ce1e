import Analysis
import Charts
import Reporting
import Scenarios
import Sourcing

/// The pictures of a stress run, of the rows of its tables.
struct StressPictures {
  let outcomes: [StressOutcome]
  let tables: StressTables
  let plan: TestedPlan
  /// How many disruptions are not drawn.
  private let leftOut: Int

  /// The most cells of all heat maps together, the most markets of one, and the most disruptions of a picture.
  private static let (mostCells, mostMarkets, mostDisruptions) = (480, 24, 30)

  /// - Parameters:
  ///   - outcomes: those that cost home most are drawn, if there are very many.
  ///   - plan: the plan that was tested.
  init(_ outcomes: [StressOutcome], plan: TestedPlan) {
    let loss = Dictionary(grouping: outcomes, by: \.disruption).mapValues { same in
      same.map(\.home.lostMost).max() ?? 0
    }
    let ranked = outcomes.map(\.disruption).uniqued().sorted { (loss[$0] ?? 0) > (loss[$1] ?? 0) }
    let shown = Set(ranked.prefix(Self.mostDisruptions))
    self.outcomes = outcomes.filter { shown.contains($0.disruption) }
    self.plan = plan
    leftOut = ranked.count - shown.count
    tables = StressTables(self.outcomes, instance: plan.instance)
  }

  var instance: Instance { plan.instance }
  var home: Set<String> { Set(instance.home.members.map { instance.regions[$0].id }) }
  var arrangements: [String] { outcomes.map(\.sharing.label).uniqued() }

  var all: [Picture] {
    [losses].compactMap(\.self) + months + arrangements.compactMap(service)
  }

  // MARK: What each disruption costs home

  private var losses: Picture? {
    guard instance.hasDemand(in: instance.home, plan.runner.period) else { return nil }
    let rows = tables.home.rows.map { row in
      DisruptionLosses.Row(
        disruption: row.text("disruption"), sharing: row.text("sharing"),
        least: row.number("home_lost_least") ?? 0, most: row.number("home_lost_most") ?? 0,
        world: row.number("lost_value") ?? 0)
    }
    let open = rows.filter {
      NumberText.amount($0.least) != NumberText.amount($0.most)
    }
    let sentence =
      rows.allSatisfy { NumberText.amount($0.most) == "0" }
      ? "\(plan.home) loses nothing in any disruption."
      : open.isEmpty
        ? "The best and the worst case of each disruption are the same to the digits shown: who is served first changes "
          + "nothing for \(plan.home)."
        : "Where the circle and the diamond are apart, it depends on who is served first how much \(plan.home) loses: most of "
          + "all in \(open.max { $0.most - $0.least < $1.most - $1.least }?.disruption ?? "")."
    return DisruptionLosses.picture(
      of: rows,
      words: DisruptionLosses.Words(
        home: plan.home, money: plan.money,
        sentence: leftOut > 0
          ? "\(sentence) The \(Self.mostDisruptions) disruptions that cost \(plan.home) most are drawn; all are in stress_home.csv."
          : sentence))
  }

  // MARK: Service of all markets

  private func service(_ sharing: String) -> Picture? {
    let all = tables.markets.rows.filter { $0.text("sharing") == sharing }
    let short = all.filter { ($0.number("shortage") ?? 0) > 0 }
    let loss = Dictionary(grouping: short, by: market).mapValues { rows in
      rows.compactMap { $0.number("lost_value") }.max() ?? 0
    }
    let ranked = loss.sorted { first, second in
      (isHome(first.key) ? 0 : 1, -first.value, first.key)
        < (isHome(second.key) ? 0 : 1, -second.value, second.key)
    }.map(\.key)
    let disruptions = Set(all.map { $0.text("disruption") }).count
    let room = Self.mostCells / max(1, disruptions * arrangements.count)
    let shown = Array(ranked.prefix(min(Self.mostMarkets, max(1, room))))
    let rows = shown.flatMap { name in all.filter { market($0) == name } }.map { row in
      MarketService.Row(
        disruption: row.text("disruption"), sharing: sharing, region: row.text("region"),
        commodity: row.text("commodity"), market: market(row),
        shortage: row.number("shortage") ?? 0, service: row.number("service") ?? 0)
    }
    let number = arrangements.firstIndex(of: sharing).map { $0 + 1 } ?? 0
    let under = arrangements.count > 1 ? ", sharing \(sharing)" : ""
    let count =
      shown.count < ranked.count
      ? "The \(shown.count) of \(ranked.count) markets that matter most, those of \(plan.home) first; all are in stress.csv."
      : "All markets that go short in some disruption, those of \(plan.home) first."
    return MarketService.picture(
      id: arrangements.count > 1 ? "market-service-\(number)" : "market-service",
      title: "Which markets go short in which disruption\(under)", of: rows,
      sentence: "\(count) The darker a cell, the less of its demand is served.")
  }

  func market(_ row: ReportTable.Row) -> String {
    "\(row.text("region")) \(row.text("commodity"))"
  }

  private func isHome(_ market: String) -> Bool {
    home.contains { market.hasPrefix("\($0) ") }
  }
}
