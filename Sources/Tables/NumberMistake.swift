extension DecimalNumber {
  /// Why a text is no number.
  public enum Malformation: Error, Sendable, Hashable, CustomStringConvertible {
    /// It has none of the forms below and is no decimal number.
    case notANumber
    /// It has a decimal comma. The text is the number with a point.
    case decimalComma(write: String)
    /// It has one comma before three digits, which may separate thousands or decimals. The texts are both numbers.
    case ambiguousComma(thousands: String, decimals: String)
    /// It has separators between groups of three digits. The text is the number without them.
    case thousandsSeparator(write: String)
    /// It is a number of percent or per mille, in signs or words. The text is the share as a decimal; nil: the rest is
    /// no number either.
    case percentSign(write: String?)
    /// It is a number with other signs around it or in place of its sign: blanks that are no spaces, quotation marks,
    /// a typographic minus, a unit or a currency. The text is the number alone.
    case otherSigns(write: String)
    /// It is an infinity.
    case notFinite
    /// It stands for a number that is missing, such as `n/a`, `-` or `nan`.
    case missing
    /// It is an error of a spreadsheet, such as `#REF!` or `#N/A`.
    case spreadsheetError
    /// It is a date.
    case date
    /// It is a truth value, such as `TRUE`.
    case truthValue
    /// It is above the greatest `Double`.
    case tooLarge

    /// What was found, and what to write instead.
    public var description: String {
      switch self {
      case .notANumber: "write a plain decimal number with a point, such as 1250.5"
      case .decimalComma(let number): "it has a decimal comma: write a point, \(number)"
      case .ambiguousComma(let thousands, let decimals):
        "write \(thousands) if the comma separates thousands, \(decimals) if it is a decimal comma"
      case .thousandsSeparator(let number): "write it without separators of thousands, \(number)"
      case .percentSign(let share?): "write a share as a plain decimal: \(share)"
      case .percentSign: "write a share as a plain decimal: 0.5, not 50%"
      case .otherSigns(let number): "write the number alone: \(number)"
      case .notFinite: "numbers must be finite"
      case .missing:
        "it stands for a missing number: write the number, or nothing where the number may be blank"
      case .spreadsheetError:
        "it is an error of a spreadsheet: correct it there, and save the table again"
      case .date: "it is a date: a spreadsheet may have made it of a number"
      case .truthValue: "it is a truth value: write a number"
      case .tooLarge: "the number is too large to be held"
      }
    }
  }

  /// Why a text that is no number is none, and what number may be meant.
  static func malformation(_ text: String) -> Malformation {
    let plain = withPlainBlanks(text)
    let word = plain.lowercased()
    let unsigned = word.drop { $0 == "-" || $0 == "+" }
    if ["inf", "infinity", "∞"].contains(unsigned) { return .notFinite }
    if missing.contains(word) || unsigned == "nan" { return .missing }
    if plain.hasPrefix("#"), plain.count > 1 { return .spreadsheetError }
    if word.hasPrefix("err:") { return .spreadsheetError }
    if ["true", "false", "yes", "no"].contains(word) { return .truthValue }
    if isDate(plain) { return .date }
    if let share = share(word) {
      guard share.text.contains(where: \.isNumber) else { return .notANumber }
      return .percentSign(write: meant(share.text).map { DecimalNumber.text($0 / share.parts) })
    }
    if let separated = separated(plain) { return separated }
    return alone(plain).map { .otherSigns(write: $0) } ?? .notANumber
  }

  /// The number that a text without percent sign may mean; nil if that is not clear.
  private static func meant(_ text: String) -> Double? {
    if let number = value(text) { return number }
    switch separated(text) {
    case .decimalComma(let number), .thousandsSeparator(let number): return value(number)
    case .none: return alone(text).flatMap { value($0) }
    default: return nil
    }
  }

  /// The number in a text of percent or per mille, in signs or words, and how many parts the whole has; nil for other
  /// texts. Words may follow: `5 % ad valorem`.
  private static func share(_ text: String) -> (text: String, parts: Double)? {
    for (sign, parts) in [("%", 100.0), ("‰", 1000.0)] {
      guard let place = text.firstIndex(of: Character(sign)) else { continue }
      let rest = text[text.index(after: place)...]
      guard rest.allSatisfy({ $0.isLetter || " .()\"'”’".contains($0) }) else { return nil }
      return (trimmed(text[..<place]), parts)
    }
    for (word, parts) in shareWords where text.hasSuffix(word) {
      let number = trimmed(text.dropLast(word.count))
      if number.last?.isNumber == true { return (number, parts) }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private static let shareWords = [
    ("percent", 100.0), ("per cent", 100.0), ("pct", 100.0), ("pct.", 100.0), ("per mille", 1000.0),
    ("permille", 1000.0),
  ]

  /// What people write where they have no number.
  private static let missing: Set<String> = [
    "-", "--", "–", "—", "−", "n/a", "n.a.", "n.a", "na", "nd", "n.d.", "n/d", "nil", "none",
    "null", "(null)", "..", "...", "…", "?", "??", "???", "unknown", "missing", "tbd", "tbc", ":",
    "<na>",
  ]

  /// The number in digits with commas, or with separators between groups of three digits; nil for other texts.
  private static func separated(_ text: String) -> Malformation? {
    let sign = text.hasPrefix("-") ? "-" : ""
    let body = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let isDigit = { (sign: Character) in sign.isASCII && sign.isNumber }
    let signs = body.filter { !isDigit($0) }
    guard let last = signs.last, body.contains(where: isDigit),
      signs.allSatisfy({ ",.'’ _".contains($0) })
    else { return nil }
    let groups = body.split(
      omittingEmptySubsequences: false, whereSeparator: { !isDigit($0) })
    let isGrouped = { (groups: ArraySlice<Substring>) in
      (1...3).contains(groups.first?.count ?? 0) && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
    let decimals = { (groups: [Substring]) in
      sign + groups.dropLast().joined() + "." + (groups.last ?? "")
    }
    if signs == ",", groups[0] != "0", isGrouped(groups[...]) {
      return .ambiguousComma(thousands: sign + groups.joined(), decimals: decimals(groups))
    }
    let isDecimal = ",.".contains(last) && signs.dropLast().allSatisfy { $0 != last }
    if isDecimal, groups.count == 2 || isGrouped(groups.dropLast()) {
      guard groups.last?.isEmpty == false else { return nil }
      let number = decimals(groups)
      return last == "," ? .decimalComma(write: number) : .thousandsSeparator(write: number)
    }
    guard Set(signs).count == 1, isGrouped(groups[...]) else { return nil }
    return .thousandsSeparator(write: sign + groups.joined())
  }

  /// The number in a text without what is around it; nil if there is no number, or if letters touch it.
  private static func alone(_ text: String) -> String? {
    var text = text
    if text.hasPrefix("−") || text.hasPrefix("–") { text = "-" + text.dropFirst() }
    let isMark = { (sign: Character) in
      !sign.isLetter && !sign.isNumber && !"+-.()".contains(sign) || sign == " "
    }
    var body = text.drop(while: isMark)
    while let last = body.last, isMark(last) { body.removeLast() }
    if let space = body.firstIndex(of: " "),
      body[space...].allSatisfy({ $0.isLetter || " /.$€£¥".contains($0) })
    {
      body = body[..<space]
    } else if let space = body.lastIndex(of: " "), body[..<space].allSatisfy(\.isLetter) {
      body = body[body.index(after: space)...]
    }
    let number = String(body)
    return value(number) == nil ? nil : number
  }
}
