/// Signs that cannot be seen in a message, or look like others: an id with one of them looks like the right one.
extension Unicode.Scalar {
  /// Whether it shows nothing: a zero-width space, a byte-order mark, a soft hyphen, a directional mark. Control
  /// characters (``isControlSign``) do not count.
  var isHidden: Bool {
    guard value >= 0xAD, !isControlSign else { return false }
    switch value {
    case 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0: return true
    default: return properties.generalCategory == .format
    }
  }

  /// Whether it looks like a space and is none: a no-break space, a figure space, a line separator.
  var isOddSpace: Bool {
    value >= 0xA0 && !isControlSign && properties.isWhitespace
  }
}

/// Whether a text has a sign that cannot be seen, or a space that is not plain. Time O(length).
public func hasHiddenSigns(_ text: String) -> Bool {
  text.utf8.contains { $0 >= 0xC2 } && text.unicodeScalars.contains { $0.isHidden || $0.isOddSpace }
}

/// The first sign of a text that cannot be seen or is a space that is not plain, such as `\u{A0} (NO-BREAK SPACE)`; nil
/// if there is none. Time O(length).
public func hiddenSign(in text: some StringProtocol) -> String? {
  text.unicodeScalars.first { $0.isHidden || $0.isOddSpace }.map {
    "\\u{\(hexadecimal($0))} (\($0.properties.name ?? "a sign"))"
  }
}

/// The text with signs that cannot be seen, and spaces that are not plain, written as `\u{200B}`. Time O(length).
func withHiddenSignsShown(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0xC2 }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar.isHidden || scalar.isOddSpace {
      result.append(contentsOf: "\\u{\(hexadecimal(scalar))}".unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// What a message adds where its quotations have signs that a reader cannot see or takes for others: which signs they
/// are, and what to do. Empty where there are none.
///
/// - Parameters:
///   - message: the message; quotations stand in backquotes.
///   - name: a name of a column or key that stands beside the message.
func noteOnSigns(in message: String, name: String? = nil) -> String {
  let isSuspicious = { (text: String) in text.utf8.contains { $0 >= 0xC2 } }
  var notes: [String] = []
  if isSuspicious(message) || name.map(isSuspicious) ?? false {
    var seen: Set<Unicode.Scalar> = []
    for scalar in ((name ?? "") + message).unicodeScalars
    where (scalar.isHidden || scalar.isOddSpace) && seen.count < 3 && seen.insert(scalar).inserted {
      let look = scalar.isHidden ? "cannot be seen" : "is no plain space"
      notes.append(
        "\\u{\(hexadecimal(scalar))} is \(scalar.properties.name ?? "a sign"), which \(look): remove it"
      )
    }
  }
  let parts = message.split(separator: "`", omittingEmptySubsequences: false)
  let quotations = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
  if parts.count % 2 == 1,
    quotations.contains(where: { $0.count > 1 && ($0.first == " " || $0.last == " ") })
  {
    notes.append("the text has a space at its end or start: remove it")
  }
  if isSuspicious(message) || name.map(isSuspicious) ?? false {
    notes += notesOnLookalikes(quotations.map(String.init) + (name.map { [$0] } ?? []))
  }
  let curly = quotations.lazy.compactMap { quotation in
    [quotation.first, quotation.last].compactMap(\.self).first { "“”„‟‘’‚«»".contains($0) }
  }.first
  if let curly {
    notes.append("\(curly) is part of the text: use straight quotation marks (\") or none")
  }
  return notes.map { "; " + $0 }.joined()
}

func hexadecimal(_ scalar: Unicode.Scalar) -> String {
  String(scalar.value, radix: 16, uppercase: true)
}
