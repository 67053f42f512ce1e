import Sourcing
import Tables

/// Reads the key `assumptions` of a model: `{low: [a], high: [b, c], at: {d: 0.5}}`.
struct AssumptionsReader {
  let scope: ModelScope
  /// The place of each assumption so far.
  private var places: [String: Double] = [:]

  init(scope: ModelScope) { self.scope = scope }

  /// The place z of each assumption that the value names, by id.
  mutating func read(_ value: YAMLValue) -> [String: Double] {
    guard
      let fields = YAMLFields(value, as: .modelAssumptions, file: scope.file, log: scope.log)
    else { return [:] }
    let range = Assumption.range
    for (key, z) in [("low", range.lowerBound), ("high", range.upperBound)] {
      guard let value = fields[key] else { continue }
      for item in scope.list(value, key: key) {
        if let id = scope.text(item, key: key, expected: "an assumption") {
          place(id, at: z, item, key: key)
        }
      }
    }
    if let value = fields["at"] { readNumbers(value) }
    return places
  }

  private mutating func readNumbers(_ value: YAMLValue) {
    guard let entries = value.mapping, !entries.isEmpty else {
      scope.report(
        "found \(value.kindName); must be a mapping of assumptions to numbers, such as {growth: 0.5}",
        value, key: "at")
      return
    }
    for entry in entries {
      let key = YAMLValue.scalar(entry.key, line: entry.keyLine)
      if let z = number(entry.value) { place(entry.key, at: z, key, key: "at") }
    }
  }

  /// The number z in a value; nil if there is none, which is noted.
  private func number(_ value: YAMLValue) -> Double? {
    let wanted = "a number from -1 (low) to 1 (high)"
    guard let text = scope.text(value, key: "at", expected: wanted) else { return nil }
    do throws(DecimalNumber.Malformation) {
      let z = try DecimalNumber.parse(text)
      if Assumption.range.contains(z) { return z }
      scope.report("found `\(text)`; must be \(wanted)", value, key: "at")
    } catch {
      scope.report("found `\(text)`; must be \(wanted); \(error)", value, key: "at")
    }
    return nil
  }

  private mutating func place(_ id: String, at z: Double, _ value: YAMLValue, key: String) {
    let known = scope.instance.assumptions.map(\.id)
    guard known.contains(id) else {
      return scope.report(
        "unknown assumption `\(id)`\(scope.nearest(id, known))", value, key: key)
    }
    if places.updateValue(z, forKey: id) != nil {
      scope.report(
        "the assumption `\(id)` is given twice; it stands at one place", value, key: key)
    }
  }
}
