extension Names {
  /// A region or commodity by its name without its id: `Japan`, `rare earths`. Of a long name the part before a bracket or
  /// comma; an id without a name has blanks for its underscores.
  package func short(_ id: String) -> String {
    (regions[id] ?? commodities[id]).map(Self.short) ?? Self.spaced(id)
  }

  /// A region or commodity within a sentence: `the United States`, `dysprosium`, `NdFeB magnets`.
  package func within(_ id: String) -> String {
    if let name = regions[id] { return Self.withArticle(Self.short(name)) }
    if let name = commodities[id] { return Self.lowered(Self.short(name)) }
    return short(id)
  }

  /// The name of a region with its article, if it has one: `the Netherlands`, `Japan`.
  private static func withArticle(_ name: String) -> String {
    if name.hasPrefix("Rest of") { return "the rest" + name.dropFirst(4) }
    let endings = [" Union", " Republic", " Islands", " Emirates", " States", " Kingdom"]
    let plurals = ["Netherlands", "Philippines", "Bahamas", "Maldives", "Gambia"]
    return endings.contains(where: name.hasSuffix) || plurals.contains(name) ? "the \(name)" : name
  }

  /// The name of a commodity with a small first letter, unless its first word has another capital or a digit: `NdFeB`,
  /// `API`.
  private static func lowered(_ name: String) -> String {
    let first = name.prefix { !$0.isWhitespace }
    guard first.dropFirst().allSatisfy({ !$0.isUppercase && !$0.isNumber }), first.count > 1
    else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  /// An id as words: `rare earths` for `rare_earths`.
  package static func spaced(_ id: String) -> String { id.replacing("_", with: " ") }

  /// A text with names for the ids of regions and commodities in it: `At most 50% of Japan's rare earths from China`. An
  /// id of a commodity that could be a plain word, such as `drugs`, stays, and so does what is in backquotes.
  package func inWords(_ text: String) -> String {
    let words = text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map {
      place, part in
      place.isMultiple(of: 2) ? withNames(part) : String(part)
    }.joined(separator: "`")
    let startsSentence = text.first?.isUppercase == true && text.contains(" ")
    let whole = startsSentence ? words.prefix(1).uppercased() + words.dropFirst() : words
    return text.contains("s's") ? whole : whole.replacing("s's", with: "s'")
  }

  private func withNames(_ text: Substring) -> String {
    var (result, word) = ("", "")
    for sign in text {
      if sign.isLetter || sign.isNumber || sign == "_" {
        word.append(sign)
      } else {
        result += inSentence(word)
        result.append(sign)
        word = ""
      }
    }
    return result + inSentence(word)
  }

  private func inSentence(_ word: String) -> String {
    let isPlain = regions[word] == nil && word.allSatisfy { $0.isLetter && !$0.isUppercase }
    return isPlain ? word : within(word)
  }
}
