import Sourcing
import Tables

/// The values that `$name` stands for in a model, from the first of: settings (`--set`, then the study's),
/// the instance's parameters, the model's own; and `$home`.
struct ModelParameters {
  private var filled: FilledParameters
  private let file: String
  /// The known names, a few of many, for messages.
  private let knownNames: String
  private let longestName: Int

  /// Names of the parameters that the model has referred to so far, also in values of parameters.
  var used: Set<String> { filled.used }
  /// Where values set from outside the model were used so far.
  var settingUses: SettingUses { filled.settingUses }

  init(
    model: YAMLValue?, instance: Instance, settings: [String: String], file: String,
    log: ProblemLog
  ) {
    self.file = file
    var values: [String: YAMLValue] = [:]
    switch model {
    case .mapping(let entries, _):
      let outside = Set(instance.parameters.keys).union(settings.keys).union(["home"])
      for entry in entries {
        values[entry.key] = entry.value
        Self.check(entry, isReplaced: outside.contains(entry.key), file: file, log: log)
      }
    case .none:
      break
    case .some(let other):
      log.add(
        "found \(other.kindName); must be a mapping of names to values", file: file,
        line: other.line, column: "parameters")
    }
    let owned = Set(values.keys)
    let set = { (name: String, text: String) in
      values[name] = Self.value(text, line: values[name]?.line ?? 1, file: file)
    }
    for (name, text) in instance.parameters { set(name, text) }
    set("home", instance.home.id)
    for (name, text) in settings.sorted(by: { $0.key < $1.key }) {
      let comma = Self.decimalComma(in: text, file: file)
      if comma == nil { set(name, text) }
      if text.allSatisfy(\.isWhitespace) {
        log.add(
          "the value of `\(name)` is blank; give a value, or leave the setting out (set with --set or by a study)",
          file: file, column: "parameters")
      }
      if let comma {
        log.add(
          "\(name): \(comma.message) (set with --set or by a study)", file: file,
          column: "parameters")
      }
      if let sign = controlSign(in: text) {
        log.add(
          "the value of `\(name)` holds the control character \(sign); remove it (set with --set or by a study)",
          file: file, column: "parameters")
      }
      if !owned.contains(name), instance.parameters[name] == nil, name != "home" {
        log.add(
          "the model has no parameter `\(name)`"
            + Self.hint(to: name, owned: owned.sorted(), instance: instance)
            + " (set with --set or by a study)", file: file, column: "parameters")
      }
    }
    let names = values.keys.sorted()
    let further = names.count > 20 ? ", … (\(names.count) in all)" : ""
    knownNames = names.prefix(20).map { "$\(shortened($0))" }.joined(separator: ", ") + further
    longestName = min(200, names.map(\.count).max() ?? 0)
    filled = FilledParameters(
      values, names: names, knownNames: knownNames, settings: settings, file: file)
  }

  /// Notes an entry of `parameters` whose name is no identifier, or that has no value and gets none from outside.
  private static func check(
    _ entry: YAMLValue.Entry, isReplaced: Bool, file: String, log: ProblemLog
  ) {
    let report = { (message: String, column: String) in
      log.add(message, file: file, line: entry.keyLine, column: column)
    }
    if !isIdentifier(entry.key) {
      report(
        "`\(entry.key)` is not an identifier; write a name, a colon, a space and a value, such as `cap: 40%`",
        "parameters")
    } else if !isReplaced, let text = entry.value.scalar, text.allSatisfy(\.isWhitespace) {
      report("the parameter has no value; write `\(entry.key):` and a value", entry.key)
    }
  }

  /// A number with a decimal comma in a value in YAML's flow form.
  private static func decimalComma(in text: String, file: String) -> DecimalCommas.Finding? {
    guard text.hasPrefix("{") || text.hasPrefix("[") else { return nil }
    var inspection = YAMLInspection(file: file, log: ProblemLog())
    return inspection.passes(text) ? nil : inspection.decimalComma
  }

  /// The most similar of the model's own parameters, and all that are known: the model's own, then those of the
  /// instance. Of a model without parameters the most similar of the instance.
  private static func hint(to name: String, owned: [String], instance: Instance) -> String {
    let further = instance.parameters.keys.filter { !owned.contains($0) }.sorted()
    guard !owned.isEmpty else { return nearestHint(to: name, among: further) }
    let nearest = nearestHint(to: name, among: owned, listsKnown: false)
    guard owned.count + further.count <= 20 else { return nearest }
    let list = { (names: [String]) in names.map { shortened($0) }.joined(separator: ", ") }
    let others = further.isEmpty ? "" : "; of the instance: \(list(further))"
    return "\(nearest) (known: \(list(owned))\(others))"
  }

  /// A value given as text may also be a list or mapping in YAML's flow form: `{2021: 58%, 2025: 50%}`.
  private static func value(_ text: String, line: Int, file: String) -> YAMLValue {
    let isFlow = text.hasPrefix("{") || text.hasPrefix("[")
    let parsed =
      isFlow ? YAMLReader.read(Array(text.utf8), file: file, log: ProblemLog()) : nil
    return parsed ?? .scalar(text, line: line)
  }

  /// The values of all parameters that are scalars, with parameters in them replaced, for reports.
  mutating func texts() -> [String: String] {
    // A value that cannot be replaced is noted where it is used.
    filled.texts(log: ProblemLog())
  }

  /// The document with every scalar that is exactly `$name` replaced, also in values of parameters.
  mutating func resolve(_ value: YAMLValue, log: ProblemLog) -> YAMLValue {
    filled.fill(value, log: log)
  }

  /// A text with every `$name` in it replaced. Where several known names fit, the longest counts (up to 200
  /// characters).
  mutating func fill(_ text: String, line: Int, log: ProblemLog) -> String {
    var result = ""
    var rest = Substring(text)
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      var name = String(
        rest.prefix(longestName).prefix { $0.isLetter || $0.isNumber || "_.-".contains($0) })
      while !name.isEmpty, !filled.knows(name) { name.removeLast() }
      guard !name.isEmpty else {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        if word.isEmpty {
          result += "$"
        } else {
          log.add(
            "unknown parameter `$\(word)`; known are \(knownNames)", file: file, line: line)
        }
        continue
      }
      let value = resolve(.scalar("$" + name, line: line), log: log)
      result += value.scalar ?? name
      rest = rest.dropFirst(name.count)
    }
    return result + rest
  }
}
