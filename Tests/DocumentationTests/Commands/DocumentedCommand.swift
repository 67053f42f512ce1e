import Foundation
import TestSupport

/// A line `plusone …` in help, on a page or in a file.
struct DocumentedCommand: Sendable, Hashable {
  /// The command without the shell's prompt, its continuation lines joined.
  var text: String
  /// The file that has it, as a path in the repository, or the command whose help has it.
  var place: String

  /// Whether the line has a name that the reader must replace, such as NAME or an ellipsis.
  var isPattern: Bool {
    text.contains("…") || text.contains("<") || words.contains(where: Self.placeholders.contains)
  }

  private static let placeholders: Set<String> = [
    "COMMAND", "DIR", "FILE", "INSTANCE", "MAP.yaml", "MODEL", "NAME", "SOURCE",
  ]

  /// The command itself, without what a shell does with its output.
  var withoutShell: String {
    words.prefix { !$0.hasPrefix("|") && !$0.hasPrefix(">") }.joined(separator: " ")
  }

  /// The words as a shell divides them; quotes are kept.
  var words: [String] {
    text.matches(of: /(?:'[^']*'|"[^"]*"|\S)+/).map { String($0.output) }
  }
}

/// Finds commands in texts.
enum DocumentedCommands {
  /// The lines that begin with `plusone`, after blanks.
  static func lines(in text: some StringProtocol, place: String) -> [DocumentedCommand] {
    var found: [DocumentedCommand] = []
    var begun = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var part = line.trimmingCharacters(in: .whitespaces)
      if begun.isEmpty {
        if part.hasPrefix("$ ") { part = String(part.dropFirst(2)) }
        guard part.prefixMatch(of: /plusone [a-z-]/) != nil else { continue }
      }
      if part.hasSuffix("\\") {
        begun += part.dropLast().trimmingCharacters(in: .whitespaces) + " "
        continue
      }
      found.append(DocumentedCommand(text: begun + part, place: place))
      begun = ""
    }
    return found
  }

  /// The commands in the code of a page: in blocks between fences of these languages, and in indented lines.
  static func code(of page: String, languages: Set<String> = [""]) throws -> [DocumentedCommand] {
    let text = try read(page)
    let fenced = text.matches(of: /(?m)^ *```(\w*)\n((?s:.*?))^ *```$/)
    let inFences = fenced.filter { languages.contains(String($0.output.1)) }
      .flatMap { lines(in: $0.output.2, place: page) }
    let outside = text.replacing(/(?m)^ *```\w*\n(?s:.*?)^ *```$/, with: "")
    let indented = outside.split(separator: "\n").filter { $0.hasPrefix("    ") }
      .joined(separator: "\n")
    return inFences + lines(in: indented, place: page)
  }

  /// The commands in the blocks of a page that follow a line `<!-- long -->`.
  static func long(on page: String) throws -> [DocumentedCommand] {
    try read(page).matches(of: /(?m)^<!-- long -->\n```console\n((?s:.*?))^```$/)
      .flatMap { lines(in: $0.output.1, place: page) }
  }

  /// The commands inside backquotes in a file. What follows an interpolation of Swift is left out.
  static func mentions(in file: String) throws -> [DocumentedCommand] {
    try read(file).matches(of: /`(plusone [a-z-][^`\n]*)`/).map { match in
      let text = match.output.1
      return DocumentedCommand(
        text: String(text[..<(text.firstRange(of: "\\(")?.lowerBound ?? text.endIndex)]),
        place: file)
    }
  }

  /// Files of a folder and of those in it, as paths in the repository.
  static func files(in folder: String, ending: String) -> [String] {
    let root = TestPaths.package.appending(path: folder).path
    let names = FileManager.default.enumerator(atPath: root)?.allObjects as? [String]
    return (names ?? []).filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }.sorted()
  }

  private static func read(_ file: String) throws -> String {
    try String(contentsOf: TestPaths.package.appending(path: file), encoding: .utf8)
  }
}
