import Analysis
import Sourcing

/// What a plan achieves of a goal, in words and numbers.
extension GoalStanding {
  /// Entries that are binding, missed or met with shortages; without any, the last entry.
  var notable: [Entry] {
    let found = entries.filter { !$0.remark.isEmpty }
    return found.isEmpty ? entries.suffix(1) : found
  }

  /// The bound in words, `at most 50.0%`; of a path the first and the last value.
  var targetText: String {
    guard let first = entries.first, let last = entries.last else { return "" }
    let start = boundInWords(first.target)
    return first.target == last.target ? start : "\(start), \(text(last.target)) in the last period"
  }

  /// ` in any attack on at most 2 targets`, ` with nothing cut`; empty for goals that are not against any attack.
  package var underAttack: String {
    guard let cuts else { return "" }
    return cuts == 0
      ? " with nothing cut" : " in any attack on \(AttackText.targets(atMost: cuts))"
  }

  /// A target with its direction: `at most 50.0%`.
  package func boundInWords(_ target: Double) -> String {
    "\(direction == .atLeast ? "at least" : "at most") \(text(target))"
  }

  /// The kind, as sentences name it.
  var kindInWords: String {
    kind == Goal.KindName.hhi.rawValue ? "HHI" : kind.replacing("_", with: " ")
  }

  /// What is achieved in the period in which the target is missed by most.
  var worstText: String {
    let worst = missed.max { abs($0.achieved - $0.target) < abs($1.achieved - $1.target) }
    return worst.map { text($0.achieved) } ?? ""
  }

  /// A target as a bound: `<= 50.0%`.
  func bound(_ target: Double) -> String {
    (direction == .atLeast ? ">= " : "<= ") + text(target)
  }

  /// A value in the goal's unit.
  func text(_ value: Double) -> String { NumberText.target(value, in: unit) }
}

extension GoalStanding.Entry {
  /// The state of the entry in a word or two; empty if the target is kept and not binding.
  var remark: String {
    if isMissed { return "missed" }
    let binding = isBinding ? "binding" : ""
    return isMetByServingLess ? (isBinding ? "binding, shortage" : "shortage") : binding
  }
}
