import Analysis
import Charts
import Reporting

/// The chain of what home uses, from mine to use.
extension PlanPictures {
  private static let mostLinks = 150

  /// The chain in the first period, in those in which a goal begins to hold, and in the last one, which is shown first.
  var chain: [Picture] {
    let rows = chainRows
    guard let first = summary.periods.first, let last = summary.periods.last else { return [] }
    let deadlines = summary.goals.compactMap { $0.periods.first }.filter {
      ![first, last].contains($0)
    }
    let periods = first == last ? [last] : [first] + deadlines.uniqued().prefix(1) + [last]
    let commodities = Set(rows.map(\.commodity))
    let picture = Chain.picture(
      id: "chain", of: rows, periods: periods, limit: Self.mostLinks, regions: regions,
      words: .init(
        home: words.named(summary.home), currency: summary.currency, units: summary.units,
        commodities: Dictionary(uniqueKeysWithValues: commodities.map { ($0, words.named($0)) }),
        sentence: chainSentence(rows, in: last)))
    return [picture].compactMap(\.self)
  }

  /// The rows of `chain.csv`.
  var chainRows: [ChainRow] {
    tables[.chain].rows.map {
      ChainRow(
        period: $0.text("period"), link: $0.text("link"), commodity: $0.text("commodity"),
        process: $0.text("process"), stage: $0.text("stage"), origin: $0.text("origin"),
        destination: $0.text("destination"), homeQuantity: $0.number("home_quantity") ?? 0,
        homeCost: $0.number("home_cost") ?? 0)
    }
  }

  /// What costs most of all that comes to home from other regions.
  private func chainSentence(_ rows: [ChainRow], in period: String) -> String {
    let home = words.named(summary.home)
    let links = rows.filter { $0.period == period && $0.homeCost > 0 }
    let arriving = links.filter {
      $0.link == "flow" && isHome($0.destination) && !isHome($0.origin)
    }
    let first = arriving.max { ($0.homeCost, $1.commodity) < ($1.homeCost, $0.commodity) }
    let fact =
      first.map {
        "In \(period), of all that comes to \(home), \(words.named($0.commodity)) from \(words.named($0.origin)) has cost "
          + "most by then: \(words.money($0.homeCost)) a year."
      } ?? "In \(period), all that \(home) uses is made there."
    return fact
      + " Each region adds to what the goods have cost, so ribbons become wider on their way."
  }

  /// Whether a region is home, or one of home's.
  func isHome(_ region: String) -> Bool { region == summary.home || regions.role(region) == .home }
}
