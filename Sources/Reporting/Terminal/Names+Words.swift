extension Names {
  /// A region or commodity by its name without its id: `Japan`, `rare earths`. Of a long name the part before a bracket or
  /// comma; an id without a name has blanks for its underscores.
  package func short(_ id: String) -> String {
    (regions[id] ?? commodities[id]).map(Self.short) ?? Self.spaced(id)
  }

  /// An id as words: `rare earths` for `rare_earths`.
  package static func spaced(_ id: String) -> String { id.replacing("_", with: " ") }

  /// A text with names for the ids of regions and commodities in it: `At most 50% of Japan's rare earths from China`. An
  /// id of a commodity that could be a plain word, such as `drugs`, stays, and so does what is in backquotes.
  package func inWords(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { place, part in
      place.isMultiple(of: 2) ? withNames(part) : String(part)
    }.joined(separator: "`")
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
    return isPlain ? word : short(word)
  }
}
