import Analysis
import Sourcing

/// The sentence on many goals of one kind: how many are met, how many only with shortages or without the goals too, and
/// which one is the tightest.
struct FoldedVerdict {
  private let standings: [GoalStanding]
  private let verdict: VerdictText

  /// - Parameters:
  ///   - standings: of goals of one kind that limit something, at least one.
  ///   - verdict: for the words.
  init(_ standings: [GoalStanding], in verdict: VerdictText) {
    self.standings = standings
    self.verdict = verdict
  }

  var sentence: VerdictText.Sentence {
    let titles = standings.map(\.title).uniqued()
    let missed = Set(standings.filter { !$0.missed.isEmpty }.map(\.title))
    let met = standings.filter { !missed.contains($0.title) }
    let kind = standings.first?.kindInWords ?? ""
    var text = "\(titles.count - missed.count) of \(titles.count) \(kind) goals met"
    let shared = Set(standings.map(\.periods))
    if missed.isEmpty, shared.count == 1, let periods = shared.first, !periods.isEmpty {
      text += " \(verdict.when(periods))"
    }
    let short = met.filter { $0.entries.contains(where: \.isMetByServingLess) }
    if !short.isEmpty { text += shortage(short, isAll: short.count == met.count) }
    text += ease(met)
    let state: VerdictText.State = met.isEmpty ? .missed : short.isEmpty ? .met : .servingLess
    return .init(text + tightest(met) + ".", state)
  }

  /// `, but 2 of them with shortages in 2028 (10.0% of demand): a, b`.
  private func shortage(_ short: [GoalStanding], isAll: Bool) -> String {
    let count = Set(short.map(\.title)).count
    let how = verdict.shortage(short.flatMap(\.entries).filter(\.isMetByServingLess))
    let names = short.map(\.title).uniqued()
    let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
    let who = isAll ? "" : " (\(count) of them: \(names.prefix(3).joined(separator: ", "))\(rest))"
    return how + who
  }

  private func ease(_ met: [GoalStanding]) -> String {
    let titles = Set(met.map(\.title))
    let hard = Set(
      met.filter { !$0.entries.allSatisfy { $0.withoutGoals?.isMet == true } }.map(\.title))
    let easy = titles.count - hard.count
    guard easy > 0 else { return "" }
    guard easy == titles.count else {
      return "; \(easy) of them \(easy == 1 ? "holds" : "hold") without the goals too"
    }
    let binds = met.contains { $0.entries.contains(where: \.isBinding) }
    return "; all hold without the goals too" + (binds ? "" : " (they do not bind)")
  }

  /// The bound with the least slack; of those that bind the one with the largest shadow price.
  private func tightest(_ met: [GoalStanding]) -> String {
    let all = met.flatMap { goal in goal.entries.map { (goal: goal, entry: $0) } }
    let size = { (entry: GoalStanding.Entry) in entry.isBinding ? 0 : entry.slack }
    let tightest = all.min { a, b in
      let (first, second) = (size(a.entry), size(b.entry))
      return first == second
        ? abs(a.entry.shadowPrice ?? 0) > abs(b.entry.shadowPrice ?? 0) : first < second
    }
    guard let (goal, entry) = tightest else { return "" }
    let place = entry.period.map { " in \($0)" } ?? ""
    return "; tightest: \(goal.title)\(place), \(goal.boundInWords(entry.target)), achieved "
      + goal.text(entry.achieved) + (entry.isBinding ? " (binding)" : "")
  }
}
