extension Names {
  /// A region or commodity by its name without its id: `Japan`, `rare earths`. Of a long name the part before a bracket or
  /// comma; an id without a name has blanks for its underscores.
  package func short(_ id: String) -> String {
    (regions[id] ?? commodities[id]).map(Self.short) ?? Self.spaced(id)
  }

  /// An id as words: `rare earths` for `rare_earths`.
  package static func spaced(_ id: String) -> String { id.replacing("_", with: " ") }

  /// A text with names for the ids of regions and commodities in it: `At most 50% of Japan's rare earths from China`.
  package func inWords(_ text: String) -> String {
    var result = ""
    var word = ""
    for sign in text {
      if sign.isLetter || sign.isNumber || sign == "_" {
        word.append(sign)
      } else {
        result += short(word)
        result.append(sign)
        word = ""
      }
    }
    return result + short(word)
  }
}
