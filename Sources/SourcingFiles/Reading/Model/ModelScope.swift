import Numbers
import Sourcing
import Tables

/// Finds what the values of a model mean in an instance. A value that is wrong is noted with its line and, for names,
/// the most similar known name.
final class ModelScope {
  let instance: Instance
  let file: String
  let log: ProblemLog

  init(instance: Instance, file: String, log: ProblemLog) {
    self.instance = instance
    self.file = file
    self.log = log
  }

  func report(_ message: @autoclosure () -> String, _ value: YAMLValue, key: String) {
    log.add(message(), file: file, line: value.line, column: key)
  }

  // MARK: Texts

  func text(_ value: YAMLValue, key: String, expected: String) -> String? {
    if let text = value.scalar, text.contains(where: { !$0.isWhitespace }) { return text }
    report("found \(value.kindName); must be \(expected)", value, key: key)
    return nil
  }

  /// One value or a list of them; an empty list is noted.
  func list(_ value: YAMLValue, key: String) -> [YAMLValue] {
    if value.isEmptyCollection {
      report("found \(value.kindName); name at least one", value, key: key)
      return []
    }
    return value.sequence ?? [value]
  }

  /// The value. `none` and an empty list are noted: a goal about nothing has no effect.
  func some(_ value: YAMLValue, key: String) -> YAMLValue {
    if value.scalar == "none" || value.isEmptyCollection {
      report("found \(value.kindName); name at least one", value, key: key)
    }
    return value
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: YAMLValue, key: String, of type: Choice.Type
  ) -> Choice? {
    let names = Choice.allCases.map(\.rawValue)
    guard let text = text(value, key: key, expected: inWords(names)) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report("found `\(text)`; must be \(inWords(names))", value, key: key)
    return nil
  }

  /// One choice or a list of them. A word that is none of them, such as a list without brackets, is noted with the form of
  /// a list.
  func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: YAMLValue, key: String, of type: Choice.Type
  ) -> [Choice] {
    let names = Choice.allCases.map(\.rawValue)
    if let text = value.scalar, !names.contains(text) {
      let list = names.suffix(2).joined(separator: ", ")
      report(
        "found `\(text)`; must be \(inWords(names)), or a list of them in brackets such as [\(list)]",
        value, key: key)
      return []
    }
    return list(value, key: key).compactMap { choice($0, key: key, of: type) }
  }

  /// Whether a key says yes; false if it is absent or wrong.
  func isYes(_ key: String, of fields: YAMLFields) -> Bool {
    guard let value = fields[key] else { return false }
    switch value.scalar?.lowercased() {
    case "yes", "true", "on": return true
    case "no", "false", "off": return false
    default:
      report("found \(value.kindName); must be yes or no", value, key: key)
      return false
    }
  }

  // MARK: Numbers

  /// A number ≥ 0.
  func number(_ value: YAMLValue, key: String) -> Double? {
    guard let text = text(value, key: key, expected: "a number") else { return nil }
    do {
      let number = try DecimalNumber.parse(text)
      if number >= 0 { return meant(number, text, value, key: key) }
      report("found `\(text)`; must be a number of 0 or more", value, key: key)
    } catch {
      report("found `\(text)`; must be a number of 0 or more; \(error)", value, key: key)
    }
    return nil
  }

  /// A number of an allowed size.
  private func meant(_ number: Double, _ text: String, _ value: YAMLValue, key: String) -> Double? {
    if Magnitude.isMeant(number) { return number }
    report("found `\(text)`; must be \(Magnitude.text)", value, key: key)
    return nil
  }

  /// The whole number of a key in the range of its definition; nil if the key is absent or wrong.
  func wholeNumber(_ key: String, of fields: YAMLFields) -> Int? {
    guard let range = fields.defined(key, \.wholeNumbers), let value = fields[key],
      let text = text(value, key: key, expected: "a whole number")
    else { return nil }
    guard let number = Int(text), range.contains(number) else {
      report(
        "found `\(text)`; must be a whole number from \(range.lowerBound) to \(range.upperBound)",
        value, key: key)
      return nil
    }
    return number
  }

  /// A share from 0 to 1, as `50%` or `0.5`.
  func share(_ value: YAMLValue, key: String) -> Double? {
    guard let text = text(value, key: key, expected: "a share such as 50% or 0.5") else {
      return nil
    }
    if let share = try? DecimalNumber.parseShare(text), (0...1).contains(share) {
      return meant(share, text, value, key: key)
    }
    var hint = ""
    do {
      let number = try DecimalNumber.parseShare(text)
      if !text.contains("%"), let meant = ShareMeant(number) { hint = meant.hint }
    } catch {
      if error != .notANumber { hint = "; \(error)" }
    }
    report(
      "found `\(text)`; must be a share from 0% to 100% (or 0 to 1)\(hint)", value, key: key)
    return nil
  }

  // MARK: Names

  func regions(_ value: YAMLValue, key: String) -> RegionSet? {
    named(value, key: key, of: "region or bloc", known: instance.regionSetNames) {
      instance.regionSet($0)
    }
  }

  /// What the key `of` names; home where it is absent, nil if it is wrong.
  func subject(_ fields: YAMLFields) -> RegionSet? {
    guard let value = fields["of"] else { return instance.home }
    return regions(value, key: "of")
  }

  func commodity(_ value: YAMLValue, key: String) -> CommodityGroup? {
    named(value, key: key, of: "commodity or group", known: instance.commodityGroupNames) {
      instance.commodityGroup($0)
    }
  }

  func period(_ value: YAMLValue, key: String) -> PeriodIndex? {
    guard let label = text(value, key: key, expected: "a period") else { return nil }
    if let period = instance.period(named: label) { return period }
    report(
      "unknown period `\(label)`; must be \(instance.horizon.namesInWords)", value, key: key)
    return nil
  }

  /// The periods that a key names, ascending; nil if it is absent.
  func periods(_ key: String, of fields: YAMLFields) -> [PeriodIndex]? {
    fields[key].map { value in
      Set(list(value, key: key).compactMap { period($0, key: key) }).sorted()
    }
  }

  func index<Key>(
    _ value: YAMLValue, key: String, of kind: String, among names: IndexedArray<Key, String>
  ) -> TypedIndex<Key>? {
    named(value, key: key, of: kind, known: Array(names)) { names.firstIndex(of: $0) }
  }

  /// What a name stands for. An unknown name is noted with the nearest one.
  private func named<Found>(
    _ value: YAMLValue, key: String, of kind: String, known: @autoclosure () -> [String],
    _ find: (String) -> Found?
  ) -> Found? {
    guard let id = text(value, key: key, expected: "a \(kind)") else { return nil }
    if let found = find(id) { return found }
    report("unknown \(kind) `\(id)`\(nearest(id, known()))", value, key: key)
    return nil
  }

  func nearest(_ name: String, _ known: [String]) -> String {
    known.isEmpty ? "; there is none" : log.nearestHint(to: name, among: known)
  }

  /// What `all`, `none`, a name or a list of names selects. A name can select several rows, as a kind of project does.
  func selection<Element>(
    _ value: YAMLValue, key: String, of kind: String, among table: Table<Element>,
    known: [String], matches: (String, Element) -> Bool
  ) -> [TypedIndex<Element>] {
    if value.scalar == "all" { return Array(table.indices) }
    if value.scalar == "none" { return [] }
    var chosen = Set<TypedIndex<Element>>()
    for item in value.sequence ?? [value] {
      guard let name = text(item, key: key, expected: "a \(kind)") else { continue }
      let found = table.indices.filter { matches(name, table[$0]) }
      if found.isEmpty {
        report("unknown \(kind) `\(name)`\(nearest(name, known))", item, key: key)
      }
      chosen.formUnion(found)
    }
    return chosen.sorted()
  }

  func disruptions(_ value: YAMLValue, key: String) -> [DisruptionIndex] {
    selection(
      value, key: key, of: "disruption", among: instance.disruptions,
      known: instance.disruptions.map(\.id), matches: { $1.id == $0 })
  }

  func projects(_ value: YAMLValue, key: String) -> [ProjectIndex] {
    let projects = instance.projects
    let known = projects.map(\.id) + Set(projects.map(\.kind)).sorted().filter { !$0.isEmpty }
    return selection(
      value, key: key, of: "project or kind of project", among: projects, known: known,
      matches: { $1.id == $0 || $1.kind == $0 })
  }
}
