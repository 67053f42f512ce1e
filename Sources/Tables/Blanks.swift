extension Substring {
  /// The text without spaces and tabs at its ends. Time O(length).
  package var withoutBlanks: String {
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let first = utf8.firstIndex(where: { !isBlank($0) }),
      let last = utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(Substring(utf8[first...last]))
  }
}
