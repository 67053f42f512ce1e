/// A YAML document as PlusOne reads it: every scalar is text as written, and everything knows its line.
public enum YAMLValue: Sendable {
  case scalar(String, line: Int)
  case sequence([YAMLValue], line: Int)
  case mapping([Entry], line: Int)

  /// A key of a mapping with its value.
  public struct Entry: Sendable {
    public var key: String
    public var keyLine: Int
    public var value: YAMLValue

    public init(key: String, keyLine: Int, value: YAMLValue) {
      self.key = key
      self.keyLine = keyLine
      self.value = value
    }
  }

  /// From 1.
  public var line: Int {
    switch self {
    case .scalar(_, let line), .sequence(_, let line), .mapping(_, let line): line
    }
  }

  public var scalar: String? {
    if case .scalar(let text, _) = self { text } else { nil }
  }
  public var sequence: [YAMLValue]? {
    if case .sequence(let items, _) = self { items } else { nil }
  }
  public var mapping: [Entry]? {
    if case .mapping(let entries, _) = self { entries } else { nil }
  }

  /// A key without a value.
  public var isEmpty: Bool { scalar?.isEmpty ?? false }

  /// A list or mapping with nothing in it.
  public var isEmptyCollection: Bool { sequence?.isEmpty ?? mapping?.isEmpty ?? false }

  /// The value of a key; nil where there is none or this is no mapping.
  public subscript(key: String) -> YAMLValue? { mapping?.first { $0.key == key }?.value }

  /// What it is, for messages.
  public var kindName: String {
    switch self {
    case .scalar(let text, _): text.isEmpty ? "nothing" : "`\(text)`"
    case .sequence(let items, _): items.isEmpty ? "an empty list" : "a list"
    case .mapping(let entries, _): entries.isEmpty ? "an empty mapping" : "a mapping"
    }
  }
}
