import Tables

/// A figure in the Mineral Commodity Summaries.
enum USGSValue: Equatable {
  /// An amount. `isBound`: the file has `>95` or `<1`, so that only a bound is known.
  case amount(Double, isBound: Bool)
  /// Blank, 0 or a dash.
  case nothing
  /// `W`: withheld to protect the figures of a firm.
  case withheld
  /// `NA`: not available.
  case notAvailable

  /// nil if the text is no figure.
  init?(_ text: String) {
    var text = text.filter { !$0.isWhitespace && $0 != "," }
    switch text.lowercased() {
    case "", "-", "--", "---", "—", "–", "——":
      self = .nothing
      return
    case "w":
      self = .withheld
      return
    case "na", "n.a.", "n/a":
      self = .notAvailable
      return
    default: break
    }
    let isBound = text.first.map { "<>≥≤~".contains($0) } ?? false
    if isBound { text.removeFirst() }
    // `e` marks an estimate, `r` a revision.
    while let sign = text.first, "er".contains(sign) { text.removeFirst() }
    while let sign = text.last, "er".contains(sign) { text.removeLast() }
    guard let number = try? DecimalNumber.parse(text), number >= 0 else { return nil }
    self = number == 0 ? .nothing : .amount(number, isBound: isBound)
  }
}
