import Analysis
import Sourcing

/// Whether the goals are met, in sentences: one for each goal, or one for all goals of a kind if there are more than
/// two.
package struct VerdictText {
  /// One sentence.
  package struct Sentence {
    /// With a full stop.
    package var text: String
    /// What it says.
    package var state: State
  }

  /// What a sentence says, the most important first.
  package enum State: Int, Comparable {
    /// In this order of importance.
    case missed, servingLess, withoutEffect, met

    /// The more important is less.
    package static func < (a: State, b: State) -> Bool { a.rawValue < b.rawValue }
  }

  /// Labels of all periods of the plan.
  let periods: [String]
  /// The most goals of a kind that are named one by one, each in a sentence.
  static let mostNamed = 2
  /// The most missed goals of a kind that are named.
  private static let mostMissed = 5

  /// The sentences on some goals, the most important first. Goals that limit nothing have none.
  func sentences(_ standings: [GoalStanding]) -> [Sentence] {
    let shown = standings.filter { $0.isIdle || $0.isLimiting }
    let all = shown.map(\.kind).uniqued().flatMap { kind -> [Sentence] in
      let ofKind = shown.filter { $0.kind == kind }
      let idle = folded(ofKind.filter(\.isIdle)) { "Goal without effect: \($0); see the warning." }
      return idle + sentences(ofLimiting: ofKind.filter(\.isLimiting))
    }
    return all.enumerated().sorted { ($0.element.state, $0.offset) < ($1.element.state, $1.offset) }
      .map(\.element)
  }

  private func sentences(ofLimiting standings: [GoalStanding]) -> [Sentence] {
    let missed = standings.filter { !$0.missed.isEmpty }.map {
      Sentence(sentence(onMissed: $0), .missed)
    }
    let met = standings.filter(\.missed.isEmpty)
    guard Set(standings.map(\.title)).count > Self.mostNamed else {
      return missed + met.map(single)
    }
    var all = Array(missed.prefix(Self.mostMissed))
    if missed.count > all.count {
      all.append(
        Sentence("And \(missed.count - all.count) more goals missed; see goals.csv.", .missed))
    }
    return all + [FoldedVerdict(standings, in: self).sentence]
  }

  /// Goals without effect: the first ones, and how many more.
  private func folded(_ idle: [GoalStanding], _ text: (String) -> String) -> [Sentence] {
    let shown = idle.prefix(Self.mostMissed).map { Sentence(text($0.title), .withoutEffect) }
    let rest = idle.count - shown.count
    return rest > 0
      ? shown + [Sentence("And \(rest) more goals without effect; see goals.csv.", .withoutEffect)]
      : shown
  }

  private func sentence(onMissed goal: GoalStanding) -> String {
    let missed = goal.missed.compactMap(\.period)
    let place = missed.isEmpty ? "" : " \(when(missed))"
    return
      "Goal missed\(place): \(goal.title), \(goal.targetText)\(goal.underAttack); achieved \(goal.worstText)."
  }

  private func single(_ goal: GoalStanding) -> Sentence {
    let place = goal.periods.isEmpty ? "" : " \(when(goal.periods))"
    let less = goal.entries.filter(\.isMetByServingLess)
    let how = less.isEmpty ? ease(goal) : shortage(less)
    return Sentence(
      "Goal met\(place)\(how): \(goal.title), \(goal.targetText)\(goal.underAttack).",
      less.isEmpty ? .met : .servingLess)
  }

  /// `, but with shortages in 2028 (10.0% of demand; without the goals 0.0%)`.
  func shortage(_ entries: [GoalStanding.Entry]) -> String {
    let share = Self.range(entries.map { $0.unservedShare ?? 0 })
    let alone = entries.compactMap { $0.withoutGoals?.unservedShare }
    let compared = alone.isEmpty ? "" : "; without the goals \(Self.range(alone))"
    let isAll = entries.allSatisfy { ($0.unservedShare ?? 0) > 1 - 1e-6 }
    let how = isAll ? ", but only by serving no demand" : ", but with shortages"
    return "\(how) \(when(entries.compactMap(\.period).uniqued())) (\(share) of demand\(compared))"
  }

  /// `, and holds without the goals too`; with periods if that is true of some.
  private func ease(_ goal: GoalStanding) -> String {
    let easy = goal.entries.filter { $0.withoutGoals?.isMet == true }
    guard !easy.isEmpty else { return "" }
    if easy.count == goal.entries.count {
      let binds = easy.contains(where: \.isBinding) ? "" : " (it does not bind)"
      return ", and holds without the goals too\(binds)"
    }
    return "; \(when(easy.compactMap(\.period))) it holds without the goals too"
  }

  /// `10.0%`, or `up to 10.0%`.
  private static func range(_ shares: [Double]) -> String {
    guard let least = shares.min(), let most = shares.max() else { return "" }
    let text = most > 0 && most < 5e-4 ? "less than 0.1%" : NumberText.percent(most)
    return most - least < 5e-4 ? text : "up to \(text)"
  }

  /// Periods in words: `in every period`, `from 2025 on`, or a list.
  func when(_ labels: [String]) -> String {
    if labels == periods { return "in every period" }
    if labels.count > 1, let first = labels.first, periods.suffix(labels.count) == labels[...] {
      return "from \(first) on"
    }
    return "in \(periodRange(labels))"
  }
}

extension VerdictText.Sentence {
  init(_ text: String, _ state: VerdictText.State) {
    self.init(text: text, state: state)
  }
}
