import Analysis
import Charts
import Reporting
import Scenarios
import Sourcing

/// The pictures of a map of chokepoints, of the rows of its table.
struct ChokepointPictures {
  private let points: [Chokepoint]
  private let table: ReportTable
  private let plan: TestedPlan

  /// The most bars, and the most regions of the heat map.
  private static let (mostBars, mostRegions) = (10, 24)

  init(_ points: [Chokepoint], map: ChokepointMap, plan: TestedPlan) {
    self.points = points
    self.plan = plan
    table = .chokepoints(points, map: map)
  }

  var all: [Picture] { [places, losses].compactMap(\.self) }

  private var rows: [ChokepointRow] {
    table.rows.map { row in
      let stage = row.text("stage")
      return ChokepointRow(
        rank: row.number("rank") ?? 0, region: row.text("region"),
        name: plan.names.row(row.text("region")), stage: stage.isEmpty ? nil : stage,
        world: row.number("lost_value") ?? 0, least: row.number("home_lost_least") ?? 0,
        most: row.number("home_lost_most") ?? 0)
    }
  }

  private func words(_ sentence: String) -> DisruptionLosses.Words {
    DisruptionLosses.Words(home: plan.home, money: plan.money, sentence: sentence)
  }

  private var places: Picture? {
    let rows = rows
    let most = Dictionary(grouping: rows, by: \.region).mapValues { $0.map(\.most).max() ?? 0 }
    let costly = most.filter { plan.isSeen($0.value) }
    let ranked = costly.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let shown = ranked.prefix(Self.mostRegions)
    let stages = plan.instance.processes.map(\.stage).uniqued()
    let count =
      shown.count < ranked.count
      ? "The \(shown.count) of \(ranked.count) regions whose loss costs \(plan.home) most."
      : "Regions whose loss costs \(plan.home) nothing are left out."
    return ChokepointPlaces.picture(
      of: shown.flatMap { region in rows.filter { $0.region == region } }, stages: stages,
      words: words("The darker a cell, the more \(plan.home) loses in its worst case. \(count)"))
  }

  private var losses: Picture? {
    let chosen = Set(
      ChokepointReport.mostImportant(points, limit: Self.mostBars).map(\.node))
    let shown = zip(points, rows).filter { chosen.contains($0.0.node) }.map(\.1)
    let rest = points.count - shown.count
    let count =
      rest > 0 ? " The \(shown.count) largest of \(points.count); the file of --out has all." : ""
    return ChokepointLosses.picture(
      of: shown,
      words: words(
        "The bars are in the order of what all regions lose; the marks on them are what \(plan.home) loses of that, or at "
          + "most if it comes last.\(count)"))
  }
}
