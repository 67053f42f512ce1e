/// Text from outside (cells, keys, arguments, paths) as messages and terminals may show it.
///
/// A terminal obeys some signs instead of showing them: they move the cursor, clear the screen, set the
/// window's title, or turn the direction of what follows. Input must not hold them (``controlSign(in:)``);
/// what is shown all the same, such as a path, has them written out (``escaped(_:)``).
extension Unicode.Scalar {
  /// C0 without tab and line feed, DEL, C1, and the signs that turn the direction of writing.
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
  /// Whether a control sign in UTF-8 may start with this byte.
  var mayStartControlSign: Bool {
    switch self {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F, 0xC2, 0xE2: true
    default: false
    }
  }
}

/// The first control sign of a text, as `U+001B`; nil where there is none. Tabs and line feeds are none.
/// Time O(length).
public func controlSign(in text: some StringProtocol) -> String? {
  guard text.utf8.contains(where: \.mayStartControlSign) else { return nil }
  return text.unicodeScalars.first(where: \.isControlSign)?.codePoint
}

/// The text with every control sign written out, `\u{1B}`. Tabs and line feeds stay.
/// Time O(length).
public func escaped(_ text: String) -> String {
  escaped(text) { "\\u{" + ($0.dropFirst(2).drop { $0 == "0" }) + "}" }
}

/// The same, where `writing` makes of a code point such as `U+001B` what stands for it.
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

/// Most characters of a name or value that a message repeats.
private let shownLength = 80

/// The text, or its first 80 characters and how long it is.
public func shortened(_ text: some StringProtocol) -> String {
  guard text.utf8.count > shownLength,
    let end = text.index(text.startIndex, offsetBy: shownLength, limitedBy: text.endIndex),
    end < text.endIndex
  else { return String(text) }
  return "\(text[..<end])… (\(text.count) characters)"
}

/// A message fit to be told: on one line, what it quotes in backquotes shortened, control signs written out.
/// Time O(length).
public func legible(_ message: String) -> String {
  var message = message
  if message.utf8.count > shownLength, message.utf8.contains(UInt8(ascii: "`")) {
    let parts = message.split(separator: "`", omittingEmptySubsequences: false)
    // Quoted parts are every second one; where what is quoted has backquotes, some other is shortened.
    message = parts.enumerated().map { place, part in
      place % 2 == 1 || part.utf8.count > longestSaying ? shortened(part) : String(part)
    }.joined(separator: "`")
  } else if message.utf8.count > longestSaying {
    message = shortened(message)
  }
  return escaped(onOneLine(message))
}

/// Sign by sign: to a `String` the line feed of a CR LF is only half of a character.
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

/// More bytes than this program says by itself between two quotes.
private let longestSaying = 10_000
