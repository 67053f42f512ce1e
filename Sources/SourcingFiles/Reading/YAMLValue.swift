import Foundation
public import Tables
import Yams

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

  /// The value of a key; nil where there is none or this is no mapping.
  public subscript(key: String) -> YAMLValue? { mapping?.first { $0.key == key }?.value }

  /// What it is, for messages.
  public var kindName: String {
    switch self {
    case .scalar(let text, _): text.isEmpty ? "nothing" : "`\(text)`"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// Reads YAML files.
public enum YAMLReader {
  /// Largest file, and most values once aliases are written out.
  private static let sizeLimit = 4 << 20
  private static let valueLimit = 200_000
  private static let aliasLimit = 20

  /// Reads one YAML document; nil where it is not one, which is noted.
  public static func read(_ bytes: [UInt8], file: String, log: ProblemLog) -> YAMLValue? {
    guard bytes.count <= sizeLimit else {
      log.add("the file is larger than 4 MB", file: file)
      return nil
    }
    // A byte-order mark, as Windows editors write.
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let text = String(validating: isMarked ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    else {
      log.add("the file is not valid UTF-8; save it as UTF-8", file: file, line: 1)
      return nil
    }
    if let nul = bytes.firstIndex(of: 0) {
      let line = 1 + bytes[..<nul].count { $0 == UInt8(ascii: "\n") }
      log.add("the line holds a NUL byte; the file is not plain text", file: file, line: line)
      return nil
    }
    guard aliasCount(bytes) <= aliasLimit else {
      log.add(
        "more than \(aliasLimit) aliases (`*name`); write the values out", file: file, line: 1)
      return nil
    }
    return compose(text, file: file, log: log)
  }

  private static func compose(_ text: String, file: String, log: ProblemLog) -> YAMLValue? {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        log.add("the file is empty", file: file, line: 1)
        return nil
      }
      var builder = Builder(file: file, log: log, remaining: valueLimit)
      let value = builder.value(node)
      guard builder.remaining > 0 else {
        log.add("too many values (aliases written out)", file: file, line: 1)
        return nil
      }
      return value
    } catch let error as YamlError {
      let (message, line) = error.explanation
      log.add(message, file: file, line: line)
    } catch {
      log.add("not a YAML file: \(error)", file: file, line: 1)
    }
    return nil
  }

  /// How many aliases there may be: `*name` after a space or an opening sign, if anything is anchored.
  private static func aliasCount(_ bytes: [UInt8]) -> Int {
    count(of: UInt8(ascii: "&"), bytes) == 0 ? 0 : count(of: UInt8(ascii: "*"), bytes)
  }

  private static func count(of sign: UInt8, _ bytes: [UInt8]) -> Int {
    var count = 0
    for (index, byte) in bytes.enumerated() where byte == sign {
      let before = index == 0 ? UInt8(ascii: "\n") : bytes[index - 1]
      let after = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
      if "\n\r\t [{,:-?".utf8.contains(before), !"\n\r\t ,'\"".utf8.contains(after) { count += 1 }
    }
    return count
  }
}

/// Turns Yams's nodes into values, up to a number of them.
private struct Builder {
  let file: String
  let log: ProblemLog
  var remaining: Int

  mutating func value(_ node: Node) -> YAMLValue {
    let line = node.mark?.line ?? 1
    remaining -= 1
    guard remaining > 0 else { return .scalar("", line: line) }
    switch node {
    case .scalar(let scalar):
      return .scalar(scalar.string, line: line)
    case .sequence(let items):
      var values: [YAMLValue] = []
      for item in items where remaining > 0 { values.append(value(item)) }
      return .sequence(values, line: line)
    case .mapping(let pairs):
      var entries: [YAMLValue.Entry] = []
      for (key, item) in pairs where remaining > 0 {
        let keyLine = key.mark?.line ?? line
        guard let name = key.scalar?.string else {
          log.add("a key must be a name, not a list or mapping", file: file, line: keyLine)
          continue
        }
        entries.append(YAMLValue.Entry(key: name, keyLine: keyLine, value: value(item)))
      }
      return .mapping(entries, line: line)
    case .alias:
      return .scalar("", line: line)
    }
  }
}

extension YamlError {
  /// What is wrong, and on which line.
  fileprivate var explanation: (message: String, line: Int) {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      ("not a YAML file: \(problem)", mark.line)
    case .duplicatedKeysInMapping(let duplicates, let context):
      ("the key `\(duplicates.joined(separator: "`, `"))` is given twice", context.mark.line)
    case .reader(let problem, let offset, _, let yaml):
      (
        "not a YAML file: \(problem)",
        1 + yaml.prefix(offset ?? 0).count { $0.isNewline }
      )
    default: ("not a YAML file: \(self)", 1)
    }
  }
}
