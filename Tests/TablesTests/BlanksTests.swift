import Tables
import Testing

@Suite("Blanks at the ends of a text")
struct BlanksTests {
  @Test(
    "spaces and tabs at both ends are left out, and no others",
    arguments: [
      ("a", "a"), ("  a b\t", "a b"), ("\t a\t b", "a\t b"), ("", ""), (" \t ", ""),
      ("\u{A0}a\u{A0} ", "\u{A0}a\u{A0}"), (" a\r\n", "a\r\n"), (" \u{301}é ", "\u{301}é"),
      ("a\u{600} ", "a\u{600}"),
    ])
  func ends(text: String, expected: String) {
    // Compared by bytes: equal texts may be different ones.
    #expect(Array(text[...].withoutBlanks.utf8) == Array(expected.utf8))
  }

  @Test("the part of a text is taken, not the text around it")
  func part() {
    #expect("x: a ;y".dropFirst(2).dropLast(2).withoutBlanks == "a")
  }
}
