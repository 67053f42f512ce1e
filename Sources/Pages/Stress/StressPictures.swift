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
  /// The disruptions that are drawn, those that cost home most first.
  let disruptions: [String]
  /// The disruption that the first screen is about.
  let headline: String?
  /// How many there are, with those that are not drawn.
  private let count: Int

  /// The most cells of all heat maps together, the most markets of one, and the most disruptions of a picture.
  private static let (mostCells, mostMarkets, mostDisruptions) = (480, 24, 30)

  /// - Parameters:
  ///   - outcomes: those that cost home most are drawn, if there are very many.
  ///   - plan: the plan that was tested.
  init(_ outcomes: [StressOutcome], plan: TestedPlan) {
    let name = { (outcome: StressOutcome) in outcome.disruption ?? StressTables.undisturbed }
    let loss = Dictionary(grouping: outcomes, by: name).mapValues { same in
      same.map(\.home.lostMost).max() ?? 0
    }
    let ranked = outcomes.map(name).uniqued().sorted { (loss[$0] ?? 0) > (loss[$1] ?? 0) }
    let shown = Array(ranked.prefix(Self.mostDisruptions))
    self.outcomes = outcomes.filter { shown.contains(name($0)) }
    self.plan = plan
    (disruptions, count) = (shown, ranked.count)
    headline = StressAnswer.worst(
      outcomes.filter { $0.sharing.label == outcomes.first?.sharing.label }
    )
    .map(name)
    tables = StressTables(self.outcomes, instance: plan.instance)
  }

  var instance: Instance { plan.instance }
  var home: Set<String> { Set(instance.home.members.map { instance.regions[$0].id }) }
  var arrangements: [String] { outcomes.map(\.sharing.label).uniqued() }

  /// Those of all disruptions that cost home most: `the 30 of 40 disruptions that cost Japan most`; nil if these are all.
  ///
  /// - Parameter shown: how many are drawn.
  func worst(_ shown: Int) -> String? {
    shown < count
      ? "the \(shown) of \(count) disruptions that cost \(plan.home) most" : nil
  }

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
      !rows.contains { plan.isSeen($0.most) }
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
        sentence: sentence
          + (worst(disruptions.count).map { " Drawn are \($0); all are in stress_home.csv." } ?? "")
      ))
  }

  // MARK: Service of all markets

  private func service(_ sharing: String) -> Picture? {
    let all = tables.markets.rows.filter { $0.text("sharing") == sharing }
    let short = all.filter { plan.isSeen($0.number("shortage") ?? 0) }
    let loss = Dictionary(grouping: short, by: market).mapValues { rows in
      rows.compactMap { $0.number("lost_value") }.max() ?? 0
    }
    let ranked = loss.sorted { first, second in
      (isHome(first.key) ? 0 : 1, -first.value, first.key)
        < (isHome(second.key) ? 0 : 1, -second.value, second.key)
    }.map(\.key)
    let room = Self.mostCells / max(1, disruptions.count * arrangements.count)
    let shown = Array(ranked.prefix(min(Self.mostMarkets, max(1, room))))
    let cells = shown.flatMap { name in all.filter { market($0) == name } }
    let served = Set(disruptions).subtracting(
      cells.filter { plan.isSeen($0.number("shortage") ?? 0) }.map { $0.text("disruption") })
    let rows = cells.filter { !served.contains($0.text("disruption")) }.map { row in
      MarketService.Row(
        disruption: row.text("disruption"), sharing: sharing, region: row.text("region"),
        commodity: row.text("commodity"), market: market(row),
        shortage: row.number("shortage") ?? 0, service: row.number("service") ?? 0)
    }
    let number = arrangements.firstIndex(of: sharing).map { $0 + 1 } ?? 0
    let under = arrangements.count > 1 ? ", sharing \(sharing)" : ""
    let which =
      shown.count < ranked.count
      ? "The \(shown.count) of \(ranked.count) markets that matter most, those of \(plan.home) first; all are in stress.csv."
      : "All markets that go short in \(worst(disruptions.count).map { "one of \($0)" } ?? "some disruption"), "
        + "those of \(plan.home) first."
    let left = leftOut(
      markets: Set(all.map(market)).count - ranked.count, disruptions: served.count)
    return MarketService.picture(
      id: arrangements.count > 1 ? "market-service-\(number)" : "market-service",
      title: "Which markets go short in which disruption\(under)", of: rows,
      sentence: "\(which) The darker a cell, the less of its demand is served.\(left)")
  }

  /// What is left out of a heat map because nothing is short in it.
  private func leftOut(markets: Int, disruptions: Int) -> String {
    let parts = [
      markets == 0 ? nil : markets == 1 ? "1 market" : "\(markets) markets",
      disruptions == 0 ? nil : disruptions == 1 ? "1 disruption" : "\(disruptions) disruptions",
    ].compactMap(\.self)
    guard !parts.isEmpty else { return "" }
    let isOne = markets + disruptions == 1
    return
      " \(parts.joined(separator: " and ")) with 100% everywhere \(isOne ? "is" : "are") left out."
  }

  func market(_ row: ReportTable.Row) -> String {
    "\(row.text("region")) \(row.text("commodity"))"
  }

  private func isHome(_ market: String) -> Bool {
    home.contains { market.hasPrefix("\($0) ") }
  }
}
