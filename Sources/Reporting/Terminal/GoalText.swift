import Analysis
import Sourcing

/// A goal's standing in words and numbers.
extension GoalStanding {
  /// Entries that bind, are missed or are met by serving less; where there are none, the last one.
  var notable: [Entry] {
    let found = entries.filter { !$0.remark.isEmpty }
    return found.isEmpty ? entries.suffix(1) : found
  }

  /// The bound in words: `at most 50.0%`, or from first to last where it is a path.
  var targetText: String {
    guard let first = entries.first, let last = entries.last else { return "" }
    let word = direction == .atLeast ? "at least" : "at most"
    let start = "\(word) \(text(first.target))"
    return first.target == last.target ? start : "\(start), in the end \(text(last.target))"
  }

  /// What is achieved where the target is missed by most.
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
  /// What is to be said of it in a word or two.
  var remark: String {
    if isMissed { return "missed" }
    let binding = isBinding ? "binds" : ""
    return isMetByServingLess ? (isBinding ? "binds, unserved" : "unserved") : binding
  }
}
