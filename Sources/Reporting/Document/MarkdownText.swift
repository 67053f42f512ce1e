import Tables

/// Plain texts as Markdown that shows them as they are: no character of them makes markup or HTML.
enum MarkdownText {
  /// A text within a line, such as a cell of a table. Blanks and line ends become single blanks, as on a page.
  static func inline(_ text: String) -> String {
    let text = Array(onOneLine(text).unicodeScalars)
    var result = ""
    for (place, sign) in text.enumerated() {
      switch sign {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "[", "]", "|", "~", "$": result += "\\\(sign)"
      // Between letters or digits it is a letter of a name, and Markdown takes it so.
      case "_": result += isWithinWord(place, of: text) ? "_" : "\\_"
      default: result.unicodeScalars.append(sign)
      }
    }
    return result
  }

  /// A text that is a line: it cannot begin a heading, a list, a number of a list or a rule, nor end a heading.
  static func line(_ text: String) -> String {
    var text = inline(text)
    if text.count > 1, text.last == "#" { text = text.dropLast() + "\\#" }
    guard let first = text.first else { return "" }
    if "#-+".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    let isListNumber =
      !digits.isEmpty && rest.first.map { ".)".contains($0) } == true
      && rest.dropFirst().first.map { $0 == " " } != false
    return isListNumber ? digits + "\\" + rest : text
  }

  /// A drawing with characters as code, which is shown with characters of one width, its blanks kept.
  static func drawn(_ text: String) -> String {
    let text = escaped(text).filter { $0 != "`" && !$0.isNewline }
    guard !text.isEmpty else { return "" }
    return "`" + text.replacing(" ", with: "\u{A0}").replacing("|", with: "\\|") + "`"
  }

  private static func onOneLine(_ text: String) -> String {
    escaped(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func isWithinWord(_ place: Int, of text: [Unicode.Scalar]) -> Bool {
    guard place > 0, place + 1 < text.count else { return false }
    return [text[place - 1], text[place + 1]].allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }
}
