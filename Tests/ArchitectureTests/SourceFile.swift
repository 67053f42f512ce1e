import Foundation

/// What the rules need of a Swift file of a target.
struct SourceFile {
  /// Path inside Sources.
  let path: String
  /// Words of its code, without comments and imports.
  private(set) var words: Set<Substring> = []
  /// Names that it declares, with the cases of its enums.
  private(set) var declared: Set<Substring> = []
  /// Names that other targets may use, with the argument labels of initialisers and subscripts.
  private(set) var offered: Set<Substring> = []
  /// The first name of each link in its comments, with the line.
  private(set) var links: [(line: Int, name: Substring)] = []
  /// Whether a type in it is a `SolverBackend`.
  private(set) var isBackend = false

  private static let types: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "actor",
  ]
  private static let members: Set<Substring> = ["func", "var", "let"]

  init(path: String, text: String) {
    self.path = path
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let start = Self.comment(in: line)
      if start < line.endIndex { addLinks(of: line[start...], line: index + 1) }
      addCode(Self.words(of: line[..<start]), line[..<start])
    }
  }

  /// Where a line's comment begins.
  private static func comment(in line: Substring) -> Substring.Index {
    line.range(of: "//")?.lowerBound ?? line.endIndex
  }

  private mutating func addLinks(of comment: Substring, line: Int) {
    // Every second piece is a link.
    guard comment.utf8.contains(UInt8(ascii: "`")), !comment.contains("```") else { return }
    for (place, piece) in comment.split(separator: "``", omittingEmptySubsequences: false)
      .enumerated() where place % 2 == 1
    {
      if let name = Self.words(of: piece).first { links.append((line, name)) }
    }
  }

  private mutating func addCode(_ found: [Substring], _ line: Substring) {
    guard !found.contains("import") else { return }
    words.formUnion(found)
    var names: [Substring] = []
    for (word, next) in zip(found, found.dropFirst())
    where Self.types.contains(word) || Self.members.contains(word) {
      names.append(next)
    }
    let isCase = found.first == "case" || found.starts(with: ["indirect", "case"])
    if isCase && !line.contains("case .") || found.contains("init") || found.contains("subscript") {
      names += found.filter { $0.first?.isLowercase == true }
    }
    declared.formUnion(names)
    // A member of a public extension or protocol and an enum case do not say that they are public.
    if !line.contains("private ") { offered.formUnion(names) }
    if found.contains("SolverBackend") {
      let conformance =
        #/\b(?:struct|class|actor|enum|extension) [^:]*:[^{]*\bSolverBackend\b[^{]*\{/#
      isBackend = isBackend || line.contains(conformance)
    }
  }

  /// Names and keywords of a text, in order.
  private static func words(of text: Substring) -> [Substring] {
    text.utf8.split { byte in
      !(byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        || byte == UInt8(ascii: "_"))
    }.map(Substring.init)
  }
}
