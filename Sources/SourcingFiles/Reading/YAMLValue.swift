/// A value in a YAML document, with its line. A scalar is its text as written: `no` is not a Boolean.
public enum YAMLValue: Sendable {
  /// A single value, as it is written.
  case scalar(String, line: Int)
  /// A list of values.
  case sequence([YAMLValue], line: Int)
  /// Keys with their values, in the order of the file.
  case mapping([Entry], line: Int)

  /// A key of a mapping, its line, and its value.
  public struct Entry: Sendable {
    /// The key as it is written.
    public var key: String
    /// Line of the key, from 1.
    public var keyLine: Int
    /// The value of the key.
    public var value: YAMLValue

    /// A key with its value.
    public init(key: String, keyLine: Int, value: YAMLValue) {
      self.key = key
      self.keyLine = keyLine
      self.value = value
    }
  }

  /// Line on which the value starts, from 1.
  public var line: Int {
    switch self {
    case .scalar(_, let line), .sequence(_, let line), .mapping(_, let line): line
    }
  }

  /// The text of a scalar; nil for other values.
  public var scalar: String? {
    if case .scalar(let text, _) = self { text } else { nil }
  }
  /// The items of a list; nil for other values.
  public var sequence: [YAMLValue]? {
    if case .sequence(let items, _) = self { items } else { nil }
  }
  /// The entries of a mapping, in the order of the file; nil for other values.
  public var mapping: [Entry]? {
    if case .mapping(let entries, _) = self { entries } else { nil }
  }

  /// Whether it is a blank scalar, as after a key without a value.
  public var isEmpty: Bool { scalar?.isEmpty ?? false }

  /// Whether it is an empty list or mapping.
  public var isEmptyCollection: Bool { sequence?.isEmpty ?? mapping?.isEmpty ?? false }

  /// The value of a key; nil if the key is missing or this is no mapping.
  public subscript(key: String) -> YAMLValue? { mapping?.first { $0.key == key }?.value }

  /// What kind of value it is, for messages: a scalar in backquotes, `a list`, `an empty mapping`.
  public var kindName: String {
    switch self {
    case .scalar(let text, _): text.isEmpty ? "nothing" : "`\(text)`"
    case .sequence(let items, _): items.isEmpty ? "an empty list" : "a list"
    case .mapping(let entries, _): entries.isEmpty ? "an empty mapping" : "a mapping"
    }
  }

  /// The value on one line, in YAML's flow form.
  public var flowText: String {
    switch self {
    case .scalar(let text, _): text
    case .sequence(let items, _): "[\(items.map(\.flowText).joined(separator: ", "))]"
    case .mapping(let entries, _):
      "{\(entries.map { "\($0.key): \($0.value.flowText)" }.joined(separator: ", "))}"
    }
  }
}
