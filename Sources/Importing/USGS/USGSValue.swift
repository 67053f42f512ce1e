import Tables

/// A figure as the mineral commodity summaries print it.
enum USGSValue: Equatable {
  /// `isBound`: printed as `>95` or `<1`, so only a bound is known.
  case amount(Double, isBound: Bool)
  /// Blank, 0 or a dash.
  case nothing
  /// `W`, withheld to protect a firm's figures.
  case withheld
  /// `NA`.
  case notAvailable

  /// nil where the text is no such figure.
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
