public import Tables

/// Reads the keys of one YAML mapping, and notes what is unknown, missing or of the wrong kind.
public struct YAMLFields {
  public let file: String
  public let line: Int
  public let entries: [YAMLValue.Entry]
  let log: ProblemLog

  /// The mapping in `value`; nil, which is noted, where it is something else.
  public init?(
    _ value: YAMLValue, keys: [String], file: String, what: String, log: ProblemLog
  ) {
    guard let entries = value.mapping else {
      log.add(
        "\(what) must be a mapping with the keys \(keys.joined(separator: ", ")), found \(value.kindName)",
        file: file, line: value.line)
      return nil
    }
    self.file = file
    self.line = value.line
    self.entries = entries
    self.log = log
    for entry in entries where !keys.contains(entry.key) {
      let nearest = nearestName(to: entry.key, among: keys) ?? ""
      report("unknown key; the most similar name is `\(nearest)`", entry.keyLine, entry.key)
    }
  }

  /// Notes a problem on a line of the mapping, or on its first.
  public func report(_ message: String, _ line: Int? = nil, _ key: String? = nil) {
    log.add(message, file: file, line: line ?? self.line, column: key)
  }

  /// The value of a key; nil where the key is absent or its value is blank.
  public subscript(key: String) -> YAMLValue? {
    entries.first { $0.key == key && !$0.value.isEmpty }?.value
  }

  /// The value of a key that must be there.
  public func required(_ key: String) -> YAMLValue? {
    if let value = self[key] { return value }
    report("the key `\(key)` is missing", line, key)
    return nil
  }

  /// The text of a value, which must be one and not empty.
  public func text(_ value: YAMLValue?, _ key: String) -> String? {
    guard let value else { return nil }
    guard let text = value.scalar else {
      report("must be a single value, found \(value.kindName)", value.line, key)
      return nil
    }
    guard !text.isEmpty else {
      report("has no value", value.line, key)
      return nil
    }
    return text
  }

  /// The number (`50%` is 0.5) of a value within a range.
  public func number(
    _ value: YAMLValue?, _ key: String, in range: ClosedRange<Double>
  ) -> Double? {
    guard let value, let text = text(value, key) else { return nil }
    do {
      let number = try DecimalNumber.parseShare(text)
      guard range.contains(number) else {
        let upper = range.upperBound
        let limit =
          upper == .greatestFiniteMagnitude ? "or more" : "to \(DecimalNumber.text(upper))"
        report(
          "found \(shortened(text)); must be \(DecimalNumber.text(range.lowerBound)) \(limit)",
          value.line, key
        )
        return nil
      }
      return number
    } catch {
      report("`\(text)` is not a number; \(error)", value.line, key)
      return nil
    }
  }

  /// The whole number of a value within a range.
  public func whole(_ value: YAMLValue?, _ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value, let text = text(value, key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      report(
        "found `\(text)`; must be a whole number from \(range.lowerBound) to \(range.upperBound)",
        value.line, key)
      return nil
    }
    return number
  }
}
