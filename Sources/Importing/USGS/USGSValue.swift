import Tables

extension ProductionValue {
  /// A figure as the Mineral Commodity Summaries print it; nil if the text is no figure. `W` is withheld, `NA` is not
  /// available, `XX` is not applicable, a dash is 0.
  init?(usgs text: String) {
    var text = Self.withoutMarks(text)
    switch text.lowercased().filter({ !$0.isWhitespace }) {
    case "":
      self = .blank
      return
    case "-", "--", "---", "—", "–", "——", "−":
      self = .nothing
      return
    case "w":
      self = .withheld
      return
    case "na", "n.a.", "n/a", "nan", "null", "xx":
      self = .notAvailable
      return
    case let words where words.hasPrefix("lessthan½") || words.hasPrefix("lessthan1/2"):
      self = .amount(0.5, isBound: true)
      return
    default: break
    }
    // A footnote in brackets after a figure.
    if let note = text.firstMatch(of: /\([0-9]{1,2}\)$/) { text.removeSubrange(note.range) }
    let isBound = text.first.map { "<>≥≤~".contains($0) } ?? false
    if isBound { text.removeFirst() }
    // `e` marks an estimate, `r` a revision, `p` a provisional figure. Blanks may be between a sign and the figure, but not
    // in the figure: `1,200 4` is 1,200 with a footnote, or a figure that is split.
    while let sign = text.first, "erp ".contains(sign) { text.removeFirst() }
    while let sign = text.last, "erp ".contains(sign) { text.removeLast() }
    text = DownloadedCell.withoutCommas(text)
    guard let number = try? DecimalNumber.parse(text), number >= 0 else { return nil }
    self = number == 0 ? .nothing : .amount(number, isBound: isBound)
  }

  /// The text without signs of footnotes, without blanks around it, and with plain blanks in it.
  private static func withoutMarks(_ text: String) -> String {
    let plain = text.filter { !superscripts.contains($0) }
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Signs of footnotes.
  private static let superscripts: Set<Character> = [
    "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "ᵉ", "ʳ", "*", "†", "‡",
  ]
}
