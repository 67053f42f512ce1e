import Sourcing
import Tables

/// Finds the parameters of a model whose values limit nothing: all their uses are targets that every plan meets, such
/// as `at_most: 100%` and `at_least: 0`, or `max_decline: 100%`.
struct IdleParameters {
  private let values: [String: String]
  private var idle: Set<String> = []
  private var needed: Set<String> = []

  /// - Parameters:
  ///   - document: the model file, with `$name` for the parameters.
  ///   - values: the values of the parameters that are scalars.
  init(in document: YAMLValue, values: [String: String]) {
    self.values = values
    for entry in document.mapping ?? [] where !["title", "description"].contains(entry.key) {
      visit(entry.value, key: entry.key, of: nil)
    }
  }

  /// Their names, sorted.
  var names: [String] { idle.subtracting(needed).sorted() }

  private mutating func visit(_ item: YAMLValue, key: String, of goal: YAMLValue?) {
    switch item {
    case .mapping(let entries, _):
      let isGoal = goal == nil && key == "goals"
      for entry in entries {
        // Parameters in the values of others count as needed.
        let inside = key == "parameters" ? "parameters" : entry.key
        visit(entry.value, key: inside, of: isGoal ? item : goal)
      }
    case .sequence(let items, _):
      for item in items { visit(item, key: key, of: goal) }
    case .scalar(let text, _):
      guard text.contains("$") else { return }
      let name = String(text.dropFirst())
      guard text.hasPrefix("$"), let filled = values[name] else { return note(all: text) }
      if limitsNothing(key, filled, of: goal) { idle.insert(name) } else { needed.insert(name) }
    }
  }

  /// Notes every parameter in a longer text.
  private mutating func note(all text: String) {
    for part in text.split(separator: "$") {
      needed.insert(String(part.prefix { $0.isLetter || $0.isNumber || "_.-".contains($0) }))
    }
  }

  private func limitsNothing(_ key: String, _ value: String, of goal: YAMLValue?) -> Bool {
    let isAll = (try? DecimalNumber.parseShare(value)) == 1
    if key == "max_decline" { return goal == nil && isAll }
    guard let goal, let kind = goal["kind"]?.scalar.flatMap(Goal.KindName.init(rawValue:)) else {
      return false
    }
    guard let target = kind.targets.first(where: { $0.name == key }) else { return false }
    guard target.direction == .atMost else { return (try? DecimalNumber.parseShare(value)) == 0 }
    // Of what is used, more than all can be supplied.
    return isAll && kind.unit.isFraction && filled(goal["basis"]?.scalar ?? "") != "use"
  }

  /// A value in which a parameter is filled in.
  private func filled(_ text: String) -> String {
    text.hasPrefix("$") ? values[String(text.dropFirst())] ?? text : text
  }
}
