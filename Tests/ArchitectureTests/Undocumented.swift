/// Declarations of a Swift file that other targets may use and that have no doc comment.
struct Undocumented {
  /// Line and text of each.
  private(set) var declarations: [(line: Int, text: Substring)] = []

  /// What encloses a line.
  private enum Scope { case enumeration, interface, other }
  private var scopes: [Scope] = []
  /// Whether the line before is a doc comment, or an attribute after one.
  private var isDocumented = false
  private var isInString = false

  init(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      read(line, number: index + 1)
    }
  }

  private mutating func read(_ line: Substring, number: Int) {
    if line.matches(of: #/"""/#).count % 2 == 1 {
      isInString.toggle()
      return
    }
    guard !isInString else { return }
    let text = line.drop { $0 == " " }
    if text.hasPrefix("///") {
      isDocumented = true
      return
    }
    let code = text.replacing(#/"(?:[^"\\]|\\.)*"/#, with: "").prefix { _ in true }
      .split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let bare = code.replacing(#/@\w+(?:\([^)]*\))? ?/#, with: "").drop { $0 == " " }
    // A line of attributes only.
    if bare.isEmpty, code.hasPrefix("@") { return }
    if isDeclared(bare), !isDocumented { declarations.append((number, text)) }
    isDocumented = false
    enter(code, bare)
  }

  /// Whether a line begins a declaration that other targets may use.
  private func isDeclared(_ code: Substring) -> Bool {
    let kind =
      #/(?:(?:static|final|mutating|nonmutating|override|convenience|indirect|nonisolated|lazy|weak|consuming|borrowing) )*(?:struct|class|enum|protocol|actor|func|var|let|init|subscript|typealias|associatedtype|case)\b/#
    if let start = code.prefixMatch(of: #/(?:public|package|open)(?:\((?:set|get)\))? /#) {
      let rest = code[start.range.upperBound...]
        .replacing(#/^(?:internal|private|fileprivate|package)\(set\) /#, with: "")
      return rest.prefixMatch(of: kind) != nil
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
    if bare.prefixMatch(of: #/(?:public|package) (?:indirect )?enum /#) != nil {
      scope = .enumeration
    } else if bare.prefixMatch(of: #/(?:public|package) protocol /#) != nil {
      scope = .interface
    }
    for character in code {
      if character == "{" {
        scopes.append(scope)
        scope = .other
      } else if character == "}" {
        _ = scopes.popLast()
      }
    }
  }
}
