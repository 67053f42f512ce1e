import Tables
import Testing

@Suite("Signs that cannot be seen")
struct HiddenSignsTests {
  @Test(
    "a quotation shows each of them, and the message says what it is",
    arguments: [
      ("\u{A0}", "NO-BREAK SPACE, which is no plain space"),
      ("\u{202F}", "NARROW NO-BREAK SPACE, which is no plain space"),
      ("\u{2007}", "FIGURE SPACE, which is no plain space"),
      ("\u{3000}", "IDEOGRAPHIC SPACE, which is no plain space"),
      ("\u{200B}", "ZERO WIDTH SPACE, which cannot be seen"),
      ("\u{FEFF}", "ZERO WIDTH NO-BREAK SPACE, which cannot be seen"),
      ("\u{AD}", "SOFT HYPHEN, which cannot be seen"),
      ("\u{200E}", "LEFT-TO-RIGHT MARK, which cannot be seen"),
      ("\u{200F}", "RIGHT-TO-LEFT MARK, which cannot be seen"),
      ("\u{2060}", "WORD JOINER, which cannot be seen"),
    ])
  func named(sign: String, says: String) throws {
    let scalar = try #require(sign.unicodeScalars.first)
    let code = "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    let problem = Problem("unknown region `CHN\(sign)`", file: "f", line: 1)
    #expect(problem.message == "unknown region `CHN\(code)`; \(code) is \(says): remove it")
    let header = Problem("unknown column", file: "f", line: 1, column: "\(sign)region")
    #expect(header.column == code + "region")
    #expect(header.message == "unknown column; \(code) is \(says): remove it")
  }

  @Test("a text has such a sign or not")
  func found() {
    for text in ["CHN\u{A0}", "\u{FEFF}", "a\u{200B}b"] { #expect(hasHiddenSigns(text)) }
    for text in ["CHN", "a b", "日本", "Côte", "“a”"] { #expect(!hasHiddenSigns(text)) }
  }

  @Test("other letters and signs stay as they are")
  func others() {
    for text in ["unknown region `Côte d'Ivoire`", "`日本` — `€`", "found `a b`", "`a` and ` `"] {
      #expect(Problem(text, file: "f").message == text)
    }
  }

  @Test("spaces at the ends of a quotation and curly quotes are named")
  func edges() {
    #expect(
      Problem("unknown `CHN `", file: "f").message.hasSuffix(
        "a space at its end or start: remove it"))
    #expect(Problem("unknown `„CHN“`", file: "f").message.contains("„ is part of the text"))
    #expect(Problem("unknown `O’Neil`", file: "f").message == "unknown `O’Neil`")
  }

  @Test(
    "a letter that looks like a Latin one is named",
    arguments: [
      ("`\u{410}LLY`; similar is `ALLY`", "\\u{410} is CYRILLIC CAPITAL LETTER A"),
      ("`\u{410}\u{421}\u{415}`; similar is `ACE`", "\\u{421} is CYRILLIC CAPITAL LETTER ES"),
      ("`\u{3BF}re`", "\\u{3BF} is GREEK SMALL LETTER OMICRON"),
      ("`\u{FF21}LLY`", "\\u{FF21} is FULLWIDTH LATIN CAPITAL LETTER A"),
    ])
  func lookalikes(text: String, says: String) {
    let found = Problem("unknown \(text)", file: "f").message
    #expect(found.contains(says), "\(found)")
    #expect(found.contains("which looks like the Latin letter"))
  }

  @Test("words wholly of another script are left alone")
  func otherScripts() {
    for word in ["Россия", "США", "Ελλάδα", "Österreich", "日本"] {
      #expect(
        Problem("unknown `\(word)`; similar is `ALLY`", file: "f").message
          == "unknown `\(word)`; similar is `ALLY`")
    }
  }
}
