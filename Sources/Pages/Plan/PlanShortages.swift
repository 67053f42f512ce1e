import Analysis
import Reporting

/// Who is short of what in a plan, and when, in a sentence.
struct PlanShortages {
  private let words: PlanWords
  private var summary: Summary { words.summary }
  private static let mostNamed = 2

  init(_ words: PlanWords) { self.words = words }

  /// `The United States gets less yttrium than it needs in 2022, without the goals too.`; nil if all demand is served.
  var sentence: String? {
    let home = summary.unserved.filter { $0.region == summary.home }
    let all = home + summary.unserved.filter { $0.region != summary.home }
    guard !all.isEmpty else { return nil }
    let named = all.prefix(Self.mostNamed).map { short in
      "\(words.named(short.region)) gets less \(words.named(short.commodity)) than it needs "
        + "in \(periods(short))"
    }.joined(separator: ", ")
    let rest = all.count - Self.mostNamed
    let more =
      rest > 0 ? "; \(rest) \(rest == 1 ? "market is" : "markets are") short too" : ""
    return "\(capitalised(named))\(more)\(compared(all))."
  }

  /// `2022`, `2022 to 2025`, or `2022, 2025`.
  private func periods(_ short: UnservedDemand) -> String {
    let places = summary.periods.indices.filter {
      $0 < short.quantity.count && short.quantity[$0] != nil
    }
    guard let first = places.first, let last = places.last else { return "" }
    if places.count > 1, last - first == places.count - 1 {
      return "\(summary.periods[first]) to \(summary.periods[last])"
    }
    return periodRange(places.map { summary.periods[$0] })
  }

  /// Whether the same markets are short in the plan without goals.
  private func compared(_ all: [UnservedDemand]) -> String {
    guard let without = summary.withoutGoals?.unserved else { return "" }
    let market = { (short: UnservedDemand) in [short.region, short.commodity] }
    let alone = Set(without.map(market))
    switch all.count(where: { alone.contains(market($0)) }) {
    case all.count:
      return all.count == 1 ? ", without the goals too" : "; all without the goals too"
    case 0: return all.count == 1 ? ", but not without the goals" : "; none without the goals"
    case let both: return "; \(both) of \(all.count) without the goals too"
    }
  }
}
