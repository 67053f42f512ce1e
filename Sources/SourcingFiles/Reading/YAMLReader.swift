import Foundation
public import Tables
import Yams

/// Reads YAML files.
public enum YAMLReader {
  /// Reads one YAML document in UTF-8; nil if it is wrong, which is noted.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - file: path of the file, for problems.
  ///   - log: takes the problems.
  public static func read(_ bytes: [UInt8], file: String, log: ProblemLog) -> YAMLValue? {
    guard bytes.count <= FileLimit.text else {
      log.add(.tooLarge(limit: FileLimit.text), file: file)
      return nil
    }
    if let form = FileForm(bytes, mustBe: "YAML") {
      log.add(form.message, file: file, line: form.line)
      return nil
    }
    // A byte-order mark, as Windows editors write.
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = String(decoding: isMarked ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    if let nul = bytes.firstIndex(of: 0) {
      let line = 1 + bytes[..<nul].count { $0 == UInt8(ascii: "\n") }
      log.add("the line holds a NUL byte; the file is not plain text", file: file, line: line)
      return nil
    }
    var inspection = YAMLInspection(file: file, log: log)
    return inspection.passes(text) ? compose(text, file: file, log: log) : nil
  }

  /// Reads a file of one YAML document; `document` is nil if it has none.
  ///
  /// - Parameter file: path of the file.
  /// - Throws: why it cannot be read, or what is wrong in it.
  static func read(file: String) throws(InputProblems) -> (document: YAMLValue?, bytes: [UInt8]) {
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try contents(ofFile: file, limit: FileLimit.text) } catch {
      throw InputProblems(error, file: file)
    }
    let log = ProblemLog()
    let document = read(bytes, file: file, log: log)
    try log.throwIfAny()
    return (document, bytes)
  }

  private static func compose(_ text: String, file: String, log: ProblemLog) -> YAMLValue? {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        log.add("the file is empty", file: file, line: 1)
        return nil
      }
      return Builder(file: file, log: log).value(node)
    } catch let error as YamlError {
      let (message, line) = error.explanation
      log.add(message + signNote(text, near: line), file: file, line: line)
    } catch {
      log.add("not a YAML file: \(error)", file: file, line: 1)
    }
    return nil
  }
}

/// A tab before the text of a line, a comparison without quotes, or a sign that cannot be seen or is no plain space, on
/// the line of a mistake or one beside it: these are what the parser stumbles over. Empty where there is none.
private func signNote(_ text: String, near line: Int) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  for number in [line, line - 1, line + 1] where (1...lines.count).contains(number) {
    let content = lines[number - 1]
    if content.prefix(while: \.isWhitespace).contains("\t") {
      return "; a tab stands at the start of line \(number): indent with spaces"
    }
    if let sign = content.firstMatch(of: /:\s+(>|!)=?\s*[^\s"']/)?.output.1 {
      return "; a value that begins with `\(sign)` must be in quotes, such as \"\(sign)=2027\""
    }
    if let sign = hiddenSign(in: content) {
      return "; line \(number) has \(sign): remove it, or write a plain space"
    }
  }
  return ""
}

/// Makes values of the nodes of Yams. ``YAMLInspection`` limits the depth of its recursion.
private struct Builder {
  let file: String
  let log: ProblemLog

  func value(_ node: Node) -> YAMLValue {
    let line = node.mark?.line ?? 1
    switch node {
    case .scalar(let scalar):
      return .scalar(sound(scalar.string, line: line), line: line)
    case .sequence(let items):
      return .sequence(items.map(value), line: line)
    case .mapping(let pairs):
      return .mapping(
        pairs.map { key, item in
          let keyLine = key.mark?.line ?? line
          let name = sound(key.scalar?.string ?? "", line: keyLine)
          return YAMLValue.Entry(key: name, keyLine: keyLine, value: value(item))
        }, line: line)
    case .alias:
      return .scalar("", line: line)
    }
  }

  /// The text. A control character in it is noted.
  private func sound(_ text: String, line: Int) -> String {
    if let sign = controlSign(in: text) {
      log.add(
        "the text `\(text)` holds the control character \(sign); remove it", file: file, line: line)
    }
    return text
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
