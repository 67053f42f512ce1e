/// Countries as the Mineral Commodity Summaries name them.
enum USGSCountry {
  /// The country with a name. Footnote signs and words about the goods after it, as in `Chinae`, `France (crude)` and
  /// `Argentina, crude ore`, do not matter. The whole name counts first: `Congo (Kinshasa)e` is not `Congo`.
  static func named(_ text: String) -> Country? {
    let names = [text, withoutFootnote(text)]
    if let country = names.lazy.compactMap(Country.named).first { return country }
    let cuts = [text.lastIndex(of: ","), text.lastIndex(of: "("), text.firstIndex(of: "(")]
    return cuts.compactMap(\.self).lazy.compactMap { cut in
      let start = String(text[..<cut])
      // Two countries have this name: the words after it, which are not known, tell which is meant.
      if start.filter(\.isLetter).lowercased() == "congo" { return nil }
      return Country.named(start) ?? Country.named(withoutFootnote(start))
    }.first
  }

  /// The text without digits, blanks and one letter for an estimate (`e`), a revision (`r`) or a provisional figure
  /// (`p`) at its end.
  private static func withoutFootnote(_ text: String) -> String {
    var rest = Substring(text)
    while let last = rest.last, last.isNumber || last.isWhitespace { rest = rest.dropLast() }
    if let last = rest.last, "erp".contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
