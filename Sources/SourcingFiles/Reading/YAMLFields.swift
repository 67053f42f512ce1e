import Sourcing
package import Tables

/// Reads the keys of one YAML mapping by its definition, and notes what is unknown, missing or of the wrong kind.
package struct YAMLFields {
  /// The definition of the mapping.
  package let mapping: YAMLMapping
  /// Path of the file, for problems.
  package let file: String
  /// Line on which the mapping starts, from 1.
  package let line: Int
  private let entries: [YAMLValue.Entry]
  let log: ProblemLog

  /// The mapping in `value`; nil, which is noted, where it is something else.
  package init?(
    _ value: YAMLValue, as mapping: YAMLMapping, file: String, log: ProblemLog
  ) {
    let keys = mapping.keyNames
    guard let entries = value.mapping else {
      log.add(
        "found \(value.kindName); \(mapping.name) must be a mapping with the keys \(keys.joined(separator: ", "))",
        file: file, line: value.line)
      return nil
    }
    self.mapping = mapping
    self.file = file
    self.line = value.line
    self.entries = entries
    self.log = log
    for entry in entries where !keys.contains(entry.key) {
      report(
        "unknown key\(log.nearestHint(to: entry.key, among: keys, listsKnown: false))",
        entry.keyLine, entry.key)
    }
  }

  /// Notes a problem on a line of the mapping, or on its first.
  package func report(
    _ message: @autoclosure () -> String, _ line: Int? = nil, _ key: String? = nil
  ) {
    log.add(message(), file: file, line: line ?? self.line, column: key)
  }

  /// The definition of a key.
  ///
  /// The key is a literal of this program, not of the user: one that the definition lacks is noted as a mistake of
  /// the program.
  package func definition(_ key: String) -> YAMLKey? {
    if let definition = mapping[key] { return definition }
    log.addMistake("\(mapping.name) has no key \(key)", file: file)
    return nil
  }

  /// Whether the definition has a key; the mapping in the file may lack it.
  package func hasKey(_ key: String) -> Bool { mapping[key] != nil }

  /// The value of a key; nil if the key is absent or its value is blank.
  package subscript(key: String) -> YAMLValue? {
    definition(key) == nil ? nil : given(key)
  }

  /// The value of a key. Where it is absent and the definition requires it, that is noted.
  package func value(_ key: String) -> YAMLValue? {
    let value = self[key]
    if value == nil, mapping[key]?.isRequired == true {
      report("the key `\(key)` is missing", line, key)
    }
    return value
  }

  /// What the definition of a key says of its form. A key that is read in another form than its own is noted as a
  /// mistake of the program.
  package func defined<Rule>(_ key: String, _ rule: (YAMLForm) -> Rule?) -> Rule? {
    guard let definition = definition(key) else { return nil }
    if let rule = rule(definition.form) { return rule }
    log.addMistake("the key \(key) of \(mapping.name) takes another form", file: file)
    return nil
  }

  /// The entries with one of some keys, in the order of the file, blank ones too.
  package func entries(of keys: [String]) -> [YAMLValue.Entry] {
    entries.filter { keys.contains($0.key) && definition($0.key) != nil }
  }

  private func given(_ key: String) -> YAMLValue? {
    entries.first { $0.key == key && !$0.value.isEmpty }?.value
  }

  // MARK: Values of one kind

  /// The text of a key, or nil: the key is absent, which is noted if it is required, or its value is no text, which
  /// is noted.
  package func text(_ key: String) -> String? { text(value(key), key) }

  /// The text of a value, which must be one and not empty.
  package func text(_ value: YAMLValue?, _ key: String) -> String? {
    guard let value else { return nil }
    guard let text = value.scalar else {
      report("found \(value.kindName); must be a single value", value.line, key)
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      report("has no value", value.line, key)
      return nil
    }
    return text
  }

  /// The identifier of a key; nil if it is absent or none, which is noted.
  package func identifier(_ key: String) -> String? { identifier(value(key), key) }

  /// The identifier in a value; nil if it is none, which is noted.
  package func identifier(_ value: YAMLValue?, _ key: String) -> String? {
    guard let value, let text = text(value, key) else { return nil }
    guard isIdentifier(text) else {
      report(
        "`\(text)` is not an identifier; use letters, digits, `_`, `.` and `-`", value.line, key)
      return nil
    }
    return text
  }

  /// The case of a type that a key names; nil if the key is absent or names none, which is noted.
  package func choice<Choice: RawRepresentable<String>>(_ key: String, of type: Choice.Type)
    -> Choice?
  {
    guard let value = value(key) else { return nil }
    if let choice = value.scalar.flatMap(Choice.init) { return choice }
    let names = defined(key, \.choices) ?? []
    report("found \(value.kindName); must be \(inWords(names))", value.line, key)
    return nil
  }

  /// The number of a key (`50%` is 0.5) in the range of its definition.
  package func number(_ key: String) -> Double? {
    guard let range = defined(key, \.numbers), let text = text(key) else { return nil }
    let line = self[key]?.line
    do {
      let number = try DecimalNumber.parseShare(text)
      guard range.contains(number) else {
        let upper = range.upperBound
        let limit =
          upper == .greatestFiniteMagnitude ? "or more" : "to \(DecimalNumber.text(upper))"
        report(
          "found \(shortened(text)); must be \(DecimalNumber.text(range.lowerBound)) \(limit)",
          line, key
        )
        return nil
      }
      return number
    } catch {
      report("`\(text)` is not a number; \(error)", line, key)
      return nil
    }
  }

  /// The whole number of a key in the range of its definition.
  package func whole(_ key: String) -> Int? {
    guard let range = defined(key, \.wholeNumbers), let text = text(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      report(
        "found `\(text)`; must be a whole number from \(range.lowerBound) to \(range.upperBound)",
        self[key]?.line, key)
      return nil
    }
    return number
  }
}

extension YAMLForm {
  /// The numbers that it takes; nil if it takes none.
  package var numbers: ClosedRange<Double>? {
    switch self {
    case .number(let range, _): range
    case .share: .share
    default: nil
    }
  }

  /// The whole numbers that it takes; nil if it takes none.
  package var wholeNumbers: ClosedRange<Int>? {
    if case .whole(let range, _) = self { range } else { nil }
  }

  /// The words of which it takes one; nil if it takes others.
  package var choices: [String]? {
    if case .choice(let names) = self { names } else { nil }
  }
}

/// Some words of which one is to be chosen: `a, b or c`.
func inWords(_ words: [String]) -> String {
  let first = words.dropLast().joined(separator: ", ")
  return first.isEmpty ? words.joined() : "\(first) or \(words.last ?? "")"
}

extension ProblemLog {
  /// Notes a mistake of this program.
  func addMistake(_ message: @autoclosure () -> String, file: String) {
    add("a mistake of plusone, please report it: \(message())", file: file)
  }
}
