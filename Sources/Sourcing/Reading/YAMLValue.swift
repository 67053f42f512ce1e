import Tables
import Yams

/// A YAML document as text: every scalar as it was written, with the line it stands on.
indirect enum YAMLValue: Sendable {
  struct Entry: Sendable {
    var key: String
    var keyLine: Int
    var value: YAMLValue
  }

  case scalar(String, line: Int)
  case sequence([YAMLValue], line: Int)
  case mapping([Entry], line: Int)

  var line: Int {
    switch self {
    case .scalar(_, let line), .sequence(_, let line), .mapping(_, let line): line
    }
  }

  /// What it is, for messages.
  var kindName: String {
    switch self {
    case .scalar(let text, _): text.isEmpty ? "nothing" : "`\(text)`"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  var scalar: String? {
    if case .scalar(let text, _) = self { text } else { nil }
  }

  /// Whether nothing was written.
  var isEmpty: Bool {
    if case .scalar(let text, _) = self { text.isEmpty } else { false }
  }

  subscript(key: String) -> YAMLValue? {
    guard case .mapping(let entries, _) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }
}

/// Reads one YAML document.
enum YAMLReader {
  /// More values than any hand-written file has: a document past it is refused, which also stops
  /// documents that grow without bounds through aliases.
  static let valueLimit = 100_000

  /// - Returns: the document, or nil where problems were found and logged.
  static func read(_ bytes: [UInt8], file: String, log: ProblemLog) -> YAMLValue? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      log.add("the file is not UTF-8 text; save it as UTF-8", file: file)
      return nil
    }
    guard !text.utf8.contains(0) else {
      log.add("the file holds a NUL byte; it is not a YAML text", file: file)
      return nil
    }
    do {
      let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
      guard let node = try Yams.compose(yaml: body) else {
        log.add("the file is empty; a YAML mapping of keys is expected", file: file)
        return nil
      }
      var count = 0
      let value = try convert(node, &count, depth: 0, file: file)
      return value
    } catch let error as YamlError {
      log.add(problem(error, file: file))
    } catch let problem as Problem {
      log.add(problem)
    } catch {
      log.add("not a YAML document: \(error)", file: file)
    }
    return nil
  }

  private static func convert(_ node: Node, _ count: inout Int, depth: Int, file: String) throws
    -> YAMLValue
  {
    count += 1
    let line = node.mark?.line ?? 1
    guard count <= valueLimit, depth < 100 else {
      throw Problem(
        "the document holds more values than can be meant; are its aliases nested?", file: file,
        line: line)
    }
    switch node {
    case .scalar(let scalar):
      return .scalar(scalar.string, line: line)
    case .sequence(let sequence):
      return .sequence(
        try sequence.map { try convert($0, &count, depth: depth + 1, file: file) }, line: line)
    case .mapping(let mapping):
      let entries = try mapping.map { key, value in
        guard case .scalar(let scalar) = key else {
          throw Problem(
            "a key must be a plain word", file: file, line: key.mark?.line ?? line)
        }
        return YAMLValue.Entry(
          key: scalar.string, keyLine: key.mark?.line ?? line,
          value: try convert(value, &count, depth: depth + 1, file: file))
      }
      return .mapping(entries, line: line)
    case .alias:
      throw Problem("an alias names no anchor", file: file, line: line)
    }
  }

  private static func problem(_ error: YamlError, file: String) -> Problem {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let prefix = context.map { "\($0.text) " } ?? ""
      return Problem("not YAML: \(prefix)\(problem)", file: file, line: mark.line)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "`\($0)`" }.joined(separator: ", ")
      return Problem(
        "the key \(keys) is given more than once; keep one", file: file, line: context.mark.line)
    case .reader(let problem, _, _, _):
      return Problem("not YAML: \(problem)", file: file)
    default:
      return Problem("not YAML: \(error)", file: file)
    }
  }
}
