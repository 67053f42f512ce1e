import Sourcing
import Tables

/// The values that `$name` stands for in a model, from the first of: settings (`--set`, then the study's),
/// the instance's parameters, the model's own; and `$home`.
struct ModelParameters {
  private var values: [String: YAMLValue] = [:]
  private(set) var used: Set<String> = []
  private let file: String

  init(
    model: YAMLValue?, instance: Instance, settings: [String: String], file: String,
    log: ProblemLog
  ) {
    self.file = file
    switch model {
    case .mapping(let entries, _):
      for entry in entries { values[entry.key] = entry.value }
    case .none:
      break
    case .some(let other):
      log.add(
        "found \(other.kindName) where a mapping of names to values should be", file: file,
        line: other.line, column: "parameters")
    }
    let owned = Set(values.keys)
    for (name, text) in instance.parameters { set(name, text) }
    set("home", instance.home.id)
    for (name, text) in settings.sorted(by: { $0.key < $1.key }) {
      set(name, text)
      if !owned.contains(name), instance.parameters[name] == nil, name != "home" {
        let known = owned.union(instance.parameters.keys)
        log.add(
          "the model has no parameter `\(name)`" + nearestHint(to: name, among: known)
            + " (set with --set or by a study)", file: file, column: "parameters")
      }
    }
  }

  /// A value given as text may also be a list or mapping in YAML's flow form: `{2021: 58%, 2025: 50%}`.
  private mutating func set(_ name: String, _ text: String) {
    let isFlow = text.hasPrefix("{") || text.hasPrefix("[")
    let parsed =
      isFlow ? YAMLReader.read(Array(text.utf8), file: file, log: ProblemLog()) : nil
    values[name] = parsed ?? .scalar(text, line: values[name]?.line ?? 1)
  }

  /// Values as text, for reports: scalars only, with what they refer to filled in.
  mutating func texts() -> [String: String] {
    // What cannot be resolved is told where it is used.
    let quiet = ProblemLog()
    var texts: [String: String] = [:]
    for (name, value) in values { texts[name] = resolve(value, log: quiet).scalar }
    return texts
  }

  /// The document with every scalar that is exactly `$name` replaced, parameters of parameters too.
  mutating func resolve(_ value: YAMLValue, log: ProblemLog, open: [String] = []) -> YAMLValue {
    switch value {
    case .scalar(let text, let line):
      guard text.hasPrefix("$"), isIdentifier(String(text.dropFirst())) else { return value }
      let name = String(text.dropFirst())
      guard let found = values[name] else {
        log.add(
          "unknown parameter `$\(name)`" + nearestHint(to: name, among: Set(values.keys))
            + "; known are \(knownNames)", file: file, line: line)
        return .scalar("", line: line)
      }
      guard !open.contains(name) else {
        log.add(
          "the parameter `$\(name)` stands for itself", file: file, line: line)
        return .scalar("", line: line)
      }
      used.insert(name)
      return resolve(found, log: log, open: open + [name]).moved(to: line)
    case .sequence(let items, let line):
      return .sequence(items.map { resolve($0, log: log, open: open) }, line: line)
    case .mapping(let entries, let line):
      return .mapping(
        entries.map { entry in
          var entry = entry
          let key = YAMLValue.scalar(entry.key, line: entry.keyLine)
          entry.key = resolve(key, log: log, open: open).scalar ?? entry.key
          entry.value = resolve(entry.value, log: log, open: open)
          return entry
        }, line: line)
    }
  }

  /// A text with every `$name` in it replaced, the longest known name that fits.
  mutating func fill(_ text: String, line: Int, log: ProblemLog) -> String {
    var result = ""
    var rest = Substring(text)
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      var name = String(rest.prefix { $0.isLetter || $0.isNumber || "_.-".contains($0) })
      while !name.isEmpty, values[name] == nil { name.removeLast() }
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

  private var knownNames: String {
    values.keys.sorted().map { "$\($0)" }.joined(separator: ", ")
  }
}

extension YAMLValue {
  /// The same value as if it stood on another line: where a parameter is used rather than given.
  func moved(to line: Int) -> YAMLValue {
    switch self {
    case .scalar(let text, _): .scalar(text, line: line)
    case .sequence(let items, _): .sequence(items.map { $0.moved(to: line) }, line: line)
    case .mapping(let entries, _):
      .mapping(
        entries.map { Entry(key: $0.key, keyLine: line, value: $0.value.moved(to: line)) },
        line: line)
    }
  }
}
