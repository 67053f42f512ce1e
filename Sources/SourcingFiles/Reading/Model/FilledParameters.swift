import Sourcing
import Tables

/// Parameters with the parameters in their values replaced. Each is replaced once, after those that it refers to, so
/// that a chain takes time in proportion to its length, without recursion. The size of the result is limited, since
/// values of values can grow without bound.
struct FilledParameters {
  /// As given.
  private let given: [String: YAMLValue]
  private let names: [String]
  private let knownNames: String
  private let file: String
  private var filled: [String: YAMLValue] = [:]
  private var settings: SettingUses
  /// Number of values that may still replace a `$name`.
  private var remaining = 1_000_000

  /// - Parameters:
  ///   - names: the known names in order.
  ///   - settings: the values among them that are set from outside the model.
  init(
    _ given: [String: YAMLValue], names: [String], knownNames: String, settings: [String: String],
    file: String
  ) {
    self.given = given
    self.names = names
    self.knownNames = knownNames
    self.settings = SettingUses(settings)
    self.file = file
  }

  /// Names of the parameters that were referred to so far, also in values of parameters.
  var used: Set<String> { Set(filled.keys) }

  /// Where values set from outside the model were used so far.
  var settingUses: SettingUses { settings }

  func knows(_ name: String) -> Bool { given[name] != nil }

  /// A value with every scalar that is exactly `$name` replaced. One that cannot be replaced is blank and noted.
  mutating func fill(_ value: YAMLValue, log: ProblemLog) -> YAMLValue {
    for name in value.references { settle(name, log) }
    return replaced(value, log)
  }

  /// The parameters that are scalars.
  mutating func texts(log: ProblemLog) -> [String: String] {
    for name in names { settle(name, log) }
    return filled.compactMapValues(\.scalar)
  }

  /// Replaces the parameters in the value of a parameter, and first in the values of those.
  private mutating func settle(_ name: String, _ log: ProblemLog) {
    guard filled[name] == nil, let value = given[name] else { return }
    var path = [(name: name, value: value, ahead: value.references)]
    var open: Set = [name]
    while var last = path.popLast() {
      if let next = last.ahead.popLast() {
        path.append(last)
        if filled[next] == nil, let value = given[next], open.insert(next).inserted {
          path.append((next, value, value.references))
        }
        continue
      }
      let value = replaced(last.value, log)
      let isDeep = value.depth > YAMLInspection.depthLimit
      if isDeep {
        log.add(
          "the parameter `$\(last.name)` contains lists and mappings nested more than "
            + "\(YAMLInspection.depthLimit) levels deep", file: file, line: value.line)
      }
      settings.define(last.name, from: last.value.references)
      filled[last.name] = isDeep ? .scalar("", line: value.line) : value
      open.remove(last.name)
    }
  }

  /// The value with parameters replaced by their values so far.
  private mutating func replaced(_ value: YAMLValue, _ log: ProblemLog) -> YAMLValue {
    switch value {
    case .scalar(_, let line):
      return value.reference.map { self.value(of: $0, line: line, log) } ?? value
    case .sequence(let items, let line):
      return .sequence(items.map { replaced($0, log) }, line: line)
    case .mapping(let entries, let line):
      return .mapping(
        entries.map { entry in
          var entry = entry
          let key = YAMLValue.scalar(entry.key, line: entry.keyLine)
          entry.key = replaced(key, log).scalar ?? entry.key
          entry.value = replaced(entry.value, log)
          return entry
        }, line: line)
    }
  }

  private mutating func value(of name: String, line: Int, _ log: ProblemLog) -> YAMLValue {
    let blank = YAMLValue.scalar("", line: line)
    guard let value = filled[name] else {
      if given[name] != nil {
        log.add("the parameter `$\(name)` refers to itself", file: file, line: line)
      } else {
        log.add(
          "unknown parameter `$\(name)`\(log.nearestHint(to: name, among: names, listsKnown: false)); "
            + "known are \(knownNames)", file: file, line: line)
      }
      return blank
    }
    settings.use(name, line: line)
    guard remaining > 0 else { return blank }
    remaining -= value.count
    guard remaining > 0 else {
      log.add("the filled-in parameters have more than 1000000 values", file: file, line: line)
      return blank
    }
    return value.moved(to: line)
  }
}

extension YAMLValue {
  /// The parameter that a scalar `$name` refers to.
  fileprivate var reference: String? {
    guard let text = scalar, text.hasPrefix("$") else { return nil }
    let name = String(text.dropFirst())
    return isIdentifier(name) ? name : nil
  }

  /// The parameters that it refers to, keys included.
  fileprivate var references: [String] {
    switch self {
    case .scalar: reference.map { [$0] } ?? []
    case .sequence(let items, _): items.flatMap(\.references)
    case .mapping(let entries, _):
      entries.flatMap { entry in
        YAMLValue.scalar(entry.key, line: entry.keyLine).references + entry.value.references
      }
    }
  }

  /// How many values it has, itself included.
  fileprivate var count: Int {
    switch self {
    case .scalar: 1
    case .sequence(let items, _): items.reduce(1) { $0 + $1.count }
    case .mapping(let entries, _): entries.reduce(1) { $0 + $1.value.count }
    }
  }

  /// How many lists and mappings are inside each other.
  fileprivate var depth: Int {
    switch self {
    case .scalar: 0
    case .sequence(let items, _): 1 + (items.map(\.depth).max() ?? 0)
    case .mapping(let entries, _): 1 + (entries.map(\.value.depth).max() ?? 0)
    }
  }

  /// The same value on another line: the line on which the parameter is used.
  fileprivate func moved(to line: Int) -> YAMLValue {
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
