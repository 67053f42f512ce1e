import Foundation
import RegexBuilder

/// The layout of a package by its files: the order in CONTRIBUTING.md, the dependencies in Package.swift and the
/// imports in Sources.
struct PackageLayout {
  /// Names in the numbered list of "The targets", from the top.
  let order: [String]
  /// All targets but those of tests, with the targets and products that each depends on.
  let declared: [String: Set<String>]
  /// The same of the targets whose files are in Sources.
  let dependencies: [String: Set<String>]
  let imports: [Import]
  /// The Swift files of each target.
  let files: [String: [SourceFile]]

  /// One `import` in a file of a target.
  struct Import {
    var target: String
    /// Path inside Sources.
    var file: String
    var line: Int
    var module: String
  }

  /// Reads a package's folder.
  init(folder: URL) throws {
    let text = { (name: String) in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    order = Self.order(in: try text("CONTRIBUTING.md"))
    let sources = folder.appending(path: "Sources")
    let targets = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
    declared = Self.dependencies(in: try text("Package.swift"))
    dependencies = declared.filter { targets.contains($0.key) }
    let texts = try targets.map { (target: $0, texts: try Self.texts(of: $0, in: sources)) }
    imports = texts.flatMap { entry in
      entry.texts.flatMap { Self.imports(of: entry.target, in: $0.path, $0.text) }
    }
    files = Dictionary(
      uniqueKeysWithValues: texts.map { entry in
        (entry.target, entry.texts.map { SourceFile(path: $0.path, text: $0.text) })
      })
  }

  // MARK: CONTRIBUTING.md

  private static func order(in text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let section = lines.drop { $0 != "## The targets" }.dropFirst()
      .prefix { !$0.hasPrefix("## ") }
    return section.flatMap(names)
  }

  /// The names with which an item of the list begins: "2. `CGLPK`, `CGLPKShim`: …".
  private static func names(ofItem line: Substring) -> [String] {
    guard let start = line.prefixMatch(of: #/[0-9]+\.\s/#)?.range.upperBound else { return [] }
    var names: [String] = []
    var rest = line[start...]
    while let match = rest.prefixMatch(of: #/(?:, )?`(\w+)`/#) {
      names.append(String(match.1))
      rest = rest[match.range.upperBound...]
    }
    return names
  }

  // MARK: Package.swift

  private static func dependencies(in manifest: String) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    let head = #/\.(?:target|executableTarget|systemLibrary)\(\s*name: "(\w+)"/#
    for match in manifest.matches(of: head) {
      let body = balanced(manifest[match.range.upperBound...], open: "(", close: ")")
      found[String(match.1), default: []].formUnion(dependencies(ofTarget: body))
    }
    return found
  }

  /// Names of targets in `dependencies: [...]`, and of products of other packages.
  private static func dependencies(ofTarget body: Substring) -> [String] {
    guard let start = body.firstMatch(of: #/dependencies: \[/#)?.range.upperBound else { return [] }
    let list = balanced(body[start...], open: "[", close: "]")
    let products = list.matches(of: #/\.product\(name: "(\w+)"/#).map { String($0.1) }
    let targets = list.replacing(#/\.product\([^)]*\)/#, with: "").matches(of: #/"(\w+)"/#)
    return products + targets.map { String($0.1) }
  }

  /// The text up to the bracket that closes the one before it.
  private static func balanced(_ text: Substring, open: Character, close: Character) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  // MARK: Sources

  /// The Swift files of a target with their paths inside Sources.
  private static func texts(of target: String, in sources: URL) throws
    -> [(path: String, text: String)]
  {
    let found = FileManager.default.enumerator(atPath: sources.appending(path: target).path)
    return try (found?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".swift") }
      .map { "\(target)/\($0)" }.sorted()
      .map { ($0, try String(contentsOf: sources.appending(path: $0), encoding: .utf8)) }
  }

  private static func imports(of target: String, in file: String, _ text: String) -> [Import] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      module(importedBy: line).map {
        Import(target: target, file: file, line: index + 1, module: $0)
      }
    }
  }

  /// `import A`, with attributes, an access level, a kind of declaration or a part of the module.
  private static func module(importedBy line: Substring) -> String? {
    // Matching is slow, and few lines import anything.
    guard line.range(of: "import ") != nil else { return nil }
    let attributes = #/\s*(?:@\w+(?:\(\w+\))?\s+)*/#
    let access = #/(?:(?:public|package|internal|fileprivate|private)\s+)?/#
    let kind = #/(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?/#
    let statement = Regex {
      attributes
      access
      "import "
      kind
      Capture(OneOrMore(.word))
    }
    return line.prefixMatch(of: statement).map { String($0.1) }
  }
}
