import Tables

/// What a cell of a downloaded file says. What is not known is never 0, and no cell ends an import.
enum DownloadedCell {
  /// A weight, a quantity or a value.
  enum Amount: Hashable {
    /// A number above 0.
    case number(Double)
    /// A number above 0 with a footnote, such as `1234 (4)`, or with commas between thousands.
    case marked(Double)
    /// Blank or 0: not known.
    case absent
    /// A sign for what is not known, such as `NA` or `(4)`.
    case sign
    /// Negative, outside of the amounts that can be meant, or no number.
    case unreadable
  }

  /// The amounts of a flow that can be meant, in kilograms or US dollars: from a gram, or a tenth of a cent, to what no
  /// country trades in a year.
  static let amounts = 1e-3...1e13

  /// Reads a weight, a quantity or a value.
  ///
  /// - Parameter range: the amounts that can be meant.
  static func amount(_ text: String, in range: ClosedRange<Double> = amounts) -> Amount {
    if text.isEmpty { return .absent }
    if isSign(text) { return .sign }
    if let number = number(text) { return sized(number, range, isMarked: false) }
    let plain = withoutFootnotes(text)
    if plain.isEmpty || isSign(plain) { return .sign }
    guard let number = number(withoutCommas(plain)) else { return .unreadable }
    return sized(number, range, isMarked: true)
  }

  /// A code without the `.0` that programs for statistics add; empty if the cell has a sign for what is not known.
  static func code(_ text: String) -> String {
    let code =
      text.utf8.last == UInt8(ascii: "0") && text.hasSuffix(".0")
      ? String(text.dropLast(2)) : text
    // Most cells of a file of a billion bytes are codes: what cannot be a sign is not looked up.
    guard let first = code.utf8.first, "nN#".utf8.contains(first) else { return code }
    return noCodes.contains(code.lowercased()) ? "" : code
  }

  /// An HS code has an even number of digits; spreadsheets drop the first 0.
  static func goods(_ text: String) -> (code: String, isPadded: Bool) {
    let code = code(text)
    let isPadded = code.utf8.count % 2 == 1 && code.utf8.allSatisfy { (48...57).contains($0) }
    return (isPadded ? "0" + code : code, isPadded)
  }

  /// Whether a cell says yes.
  static func isTrue(_ text: String) -> Bool { ["true", "1", "1.0"].contains(text.lowercased()) }

  /// What programs write for a cell without a value.
  private static let noCodes: Set<String> = ["nan", "na", "n/a", "#n/a", "none", "null", "nil"]
  /// What offices write for a figure that they do not know or do not tell.
  private static let signs: Set<String> = [
    "n.a.", "nd", "n.d.", "-", "--", "–", "—", "..", "...", "…", ":", "x", "dx", "c", "*", "**",
  ]

  private static func isSign(_ text: String) -> Bool {
    let word = text.lowercased()
    return noCodes.contains(word) || signs.contains(word)
  }

  private static func number(_ text: String) -> Double? { try? DecimalNumber.parse(text) }

  private static func sized(
    _ number: Double, _ range: ClosedRange<Double>, isMarked: Bool
  ) -> Amount {
    if number == 0 { return .absent }
    guard range.contains(number) else { return .unreadable }
    return isMarked ? .marked(number) : .number(number)
  }

  /// The text before `(4)`, `[a]` or `*`.
  private static func withoutFootnotes(_ text: String) -> String {
    var rest = Substring(text)
    while let last = rest.last {
      if last == "*" || last == " " {
        rest = rest.dropLast()
      } else if last == ")" || last == "]",
        let start = rest.lastIndex(of: last == ")" ? "(" : "[")
      {
        rest = rest[..<start]
      } else {
        break
      }
    }
    return String(rest)
  }

  /// `1234567.5` for `1,234,567.5`; any other text as it is.
  static func withoutCommas(_ text: String) -> String {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    let last = groups.last?.split(separator: ".", omittingEmptySubsequences: false).first
    let isGrouped =
      groups.count > 1 && (1...3).contains(groups[0].count) && last?.count == 3
      && groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
    return isGrouped ? groups.joined() : text
  }
}
