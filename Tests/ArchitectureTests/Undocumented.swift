/// Declarations of a Swift file that other targets may use and that have no doc comment. Keys of JSON objects need
/// none: the protocols `DescribedKeys` and `DescribedJSON` document what they are, and `definition` has their meaning.
struct Undocumented {
  /// Line and text of each.
  private(set) var declarations: [(line: Int, text: Substring)] = []

  /// What encloses a line.
  private enum Scope { case enumeration, interface, other }
  private var scopes: [Scope] = []
  /// Whether the line before is a doc comment, or an attribute after one.
  private var isDocumented = false
  private var isInString = false
  /// How a declaration begins, after its access level.
  private let kind =
    #/(?:(?:static|final|mutating|nonmutating|override|convenience|indirect|nonisolated|lazy|weak|consuming|borrowing) )*(?:struct|class|enum|protocol|actor|func|var|let|init|subscript|typealias|associatedtype|case)\b/#
  /// The keys of a JSON object, and what the protocols for them require.
  private let jsonKeys =
    #/enum CodingKeys\b|var definition: KeyDefinition\b|static (?:let|var) objectTitle\b/#

  init(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      read(line, number: index + 1)
    }
  }

  private mutating func read(_ line: Substring, number: Int) {
    // Regular expressions are slow, and few lines need them.
    let hasQuote = line.utf8.contains(UInt8(ascii: "\""))
    if hasQuote, line.matches(of: #/"""/#).count % 2 == 1 {
      isInString.toggle()
      return
    }
    guard !isInString else { return }
    let text = line.drop { $0 == " " }
    if text.hasPrefix("///") {
      isDocumented = true
      return
    }
    var code = hasQuote ? text.replacing(#/"(?:[^"\\]|\\.)*"/#, with: "")[...] : text
    if code.utf8.contains(UInt8(ascii: "/")) {
      code = code.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
    }
    var bare = code
    if code.utf8.contains(UInt8(ascii: "@")) {
      bare = code.replacing(#/@\w+(?:\([^)]*\))? ?/#, with: "").drop { $0 == " " }
    }
    // A line of attributes only.
    if bare.isEmpty, code.hasPrefix("@") { return }
    if isDeclared(bare), !isDocumented { declarations.append((number, text)) }
    isDocumented = false
    enter(code, bare)
  }

  /// Whether a line begins with an access level that other targets may use.
  private static func isAccessible(_ code: Substring) -> Bool {
    ["public", "package", "open"].contains { code.hasPrefix($0) }
  }

  /// Whether a line begins a declaration that other targets may use.
  private func isDeclared(_ code: Substring) -> Bool {
    if Self.isAccessible(code),
      let start = code.prefixMatch(of: #/(?:public|package|open)(?:\((?:set|get)\))? /#)
    {
      let rest = code[start.range.upperBound...]
        .replacing(#/^(?:internal|private|fileprivate|package)\(set\) /#, with: "")
      return rest.prefixMatch(of: kind) != nil && rest.prefixMatch(of: jsonKeys) == nil
    }
    switch scopes.last {
    case .enumeration: return code.hasPrefix("case ") || code.hasPrefix("indirect case ")
    case .interface: return code.prefixMatch(of: kind) != nil
    case .other, nil: return false
    }
  }

  /// Follows the braces of a line.
  private mutating func enter(_ code: Substring, _ bare: Substring) {
    var scope = Scope.other
    if Self.isAccessible(bare) {
      if bare.prefixMatch(of: #/\w+ (?:indirect )?enum (?!CodingKeys\b)/#) != nil {
        scope = .enumeration
      } else if bare.prefixMatch(of: #/\w+ protocol /#) != nil {
        scope = .interface
      }
    }
    for character in code.utf8 {
      if character == UInt8(ascii: "{") {
        scopes.append(scope)
        scope = .other
      } else if character == UInt8(ascii: "}") {
        _ = scopes.popLast()
      }
    }
  }
}
