/// Text from outside (cells, keys, arguments, paths) in messages and on terminals.
///
/// Some characters control a terminal: they move the cursor, clear the screen, set the title of the window, or change
/// the direction of writing. They are errors in inputs (``controlSign(in:)``). Texts that are shown in any case, such
/// as paths, have them written out (``escaped(_:)``).
extension Unicode.Scalar {
  /// C0 without tab and line feed, DEL, C1, and the characters that change the direction of writing.
  var isControlSign: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// `U+001B`
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension UInt8 {
  /// Whether the UTF-8 of a control character can start with this byte.
  var mayStartControlSign: Bool {
    switch self {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F, 0xC2, 0xE2: true
    default: false
    }
  }
}

/// The first control character of a text, as `U+001B`; nil if there is none. Tabs and line feeds do not count.
/// Time O(length).
public func controlSign(in text: some StringProtocol) -> String? {
  guard text.utf8.contains(where: \.mayStartControlSign) else { return nil }
  return text.unicodeScalars.first(where: \.isControlSign)?.codePoint
}

/// The text with every control character written as `\u{1B}`. Tabs and line feeds stay.
/// Time O(length).
public func escaped(_ text: String) -> String {
  escaped(text) { "\\u{" + ($0.dropFirst(2).drop { $0 == "0" }) + "}" }
}

/// The text with every control character replaced by what `writing` gives for its code point, such as `U+001B`.
public func escaped(_ text: String, writing: (String) -> String) -> String {
  guard controlSign(in: text) != nil else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar.isControlSign {
      result.append(contentsOf: writing(scalar.codePoint).unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// The most characters of a name or value in a message.
private let shownLength = 80

/// The text; a text of more than 80 characters as its first 80 and its length. A text that is shortened already stays.
public func shortened(_ text: some StringProtocol) -> String {
  guard text.utf8.count > shownLength, !isShortened(text),
    let end = text.index(text.startIndex, offsetBy: shownLength, limitedBy: text.endIndex),
    end < text.endIndex
  else { return String(text) }
  return "\(text[..<end])… (\(text.count) characters)"
}

/// Whether a text is the first 80 characters of another one and its length.
private func isShortened(_ text: some StringProtocol) -> Bool {
  text.utf8.count < 5 * shownLength && text.hasSuffix(" characters)")
    && text.dropFirst(shownLength).hasPrefix("… (")
}

/// A message on one line, with quotations in backquotes shortened. Control characters, and signs that cannot be seen,
/// are written out.
/// Time O(length).
public func legible(_ message: String) -> String {
  var message = message
  if message.utf8.count > shownLength, message.utf8.contains(UInt8(ascii: "`")) {
    let parts = message.split(separator: "`", omittingEmptySubsequences: false)
    // Every second part is a quotation. A quotation with backquotes in it shifts that by one.
    message = parts.enumerated().map { place, part in
      place % 2 == 1 || part.utf8.count > longestMessage ? shortened(part) : String(part)
    }.joined(separator: "`")
  } else if message.utf8.count > longestMessage {
    message = shortened(message)
  }
  return withHiddenSignsShown(escaped(onOneLine(message)))
}

/// The text with line feeds and tabs written as `\n` and `\t`. By scalars, since CR LF is one character of a `String`.
private func onOneLine(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result.append(contentsOf: "\\n".unicodeScalars)
    case "\t": result.append(contentsOf: "\\t".unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// More bytes than any message of this program has between two quotations.
private let longestMessage = 10_000
