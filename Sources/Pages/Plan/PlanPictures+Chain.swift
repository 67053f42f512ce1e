import Analysis
import Charts
import Reporting

/// The chain of what home uses, from mine to use.
extension PlanPictures {
  private static let mostLinks = 150

  /// The chain in the first period, in the first between in which a goal begins to hold, and in the last one, which is
  /// shown first.
  var chain: [Picture] {
    let rows = chainRows
    guard let first = summary.periods.first, let last = summary.periods.last else { return [] }
    let starts = Set(summary.goals.compactMap(\.periods.first)).subtracting([first, last])
    let start = summary.periods.first(where: starts.contains)
    let periods = [first, start, last].compactMap(\.self).uniqued()
    let commodities = Set(rows.map(\.commodity))
    let picture = Chain.picture(
      id: "chain", of: rows, periods: periods, limit: Self.mostLinks, regions: regions,
      words: .init(
        home: home, currency: summary.currency, units: summary.units,
        commodities: Dictionary(uniqueKeysWithValues: commodities.map { ($0, words.named($0)) }),
        sentence: chainSentence(rows, in: last)))
    return [picture].compactMap(\.self)
  }

  /// What costs most of all that comes to home from other regions.
  private func chainSentence(_ rows: [ChainRow], in period: String) -> String {
    let arriving = rows.filter {
      $0.period == period && $0.link == "flow" && $0.homeQuantity > 0 && isHome($0.destination)
        && !isHome($0.origin)
    }
    let first = arriving.max { ($0.homeCost, $1.commodity) < ($1.homeCost, $0.commodity) }
    let fact: String? =
      switch first {
      case nil: "In \(period) nothing comes to \(home) from other regions."
      case let first? where first.homeCost > 0:
        "In \(period), of all that comes to \(home), \(words.named(first.commodity)) from "
          + "\(words.named(first.origin)) has cost most by then: \(aYear(first.homeCost))."
      default: nil
      }
    let width =
      "Each region adds to what the goods have cost, so ribbons become wider on their way."
    return [fact, width].compactMap(\.self).joined(separator: " ")
  }

  /// Whether a region is home, or one of home's.
  func isHome(_ region: String) -> Bool { region == summary.home || regions.role(region) == .home }
}
