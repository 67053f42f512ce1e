import Tables
import Testing

@Suite("Text from outside")
struct ShownTextTests {
  @Test(
    "control characters are written out",
    arguments: [
      ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"), ("\u{7}\u{8}\r", "\\u{7}\\u{8}\\u{D}"),
      ("\u{7F}\u{9B}31m", "\\u{7F}\\u{9B}31m"), ("\u{202E}x\u{2069}", "\\u{202E}x\\u{2069}"),
      ("a\tb\nc", "a\tb\nc"), ("Ünïcode — 日本語 \u{A0}€", "Ünïcode — 日本語 \u{A0}€"), ("", ""),
    ])
  func written(text: String, shown: String) {
    #expect(escaped(text) == shown)
    #expect(escaped(shown) == shown)
    #expect((controlSign(in: text) == nil) == (text == shown))
  }

  @Test("the first control character is named")
  func named() {
    #expect(controlSign(in: "a\u{1B}\u{7}") == "U+001B")
    #expect(controlSign(in: "a\u{85}") == "U+0085")
    #expect(controlSign(in: "a\u{2028}") == nil)
  }

  @Test("long text is shortened in messages, with its length")
  func short() {
    let long = String(repeating: "ä", count: 1_000_000)
    let problem = Problem(
      "unknown region `\(long)`; the most similar name is `A`", file: "f", column: long)
    #expect(problem.message.hasPrefix("unknown region `ää"))
    #expect(problem.message.hasSuffix("ä… (1000000 characters)`; the most similar name is `A`"))
    #expect(problem.description.count < 400)
    #expect(Problem(String(repeating: "x", count: 20_000), file: "f").message.count < 120)
    #expect(shortened("short") == "short")
  }

  @Test("a message stays on one line")
  func oneLine() {
    let problem = Problem("unknown `a\nb\u{1B}`", file: "f\u{1B}", line: 1)
    #expect(problem.description == "f\\u{1B}:1: unknown `a\\nb\\u{1B}`")
    let faked = Problem("unknown `a\r\nf:1: all is well\t`", file: "f")
    #expect(faked.message == "unknown `a\\u{D}\\nf:1: all is well\\t`")
  }

  @Test("a control character in a table is a mistake with its line")
  func tables() {
    for (text, line) in [
      ("a,b\n1,x\u{1B}[2J\n", 2), ("a,b\u{202E}\n", 1), ("a\n1\n\"x\u{85}\"\n", 3),
      ("a\n\"x\ry\"\n", 2),
    ] {
      let log = ProblemLog()
      _ = CSVTable(file: "t.csv", bytes: Array(text.utf8), problems: log)
      #expect(log.problems.map(\.line) == [line], "\(escaped(text))")
    }
  }
}

@Suite("Patterns with * and ?")
struct WildcardTests {
  @Test(
    "a pattern matches whole texts",
    arguments: [
      ("*", "", true), ("a*", "abc", true), ("*c", "abc", true), ("a?c", "abc", true),
      ("a?c", "ac", false), ("a*b*c", "aXbYbZc", true), ("a*b", "abc", false), ("", "", true),
      ("?", "", false), ("[a]", "a", false), ("a", "ab", false),
    ])
  func fit(pattern: String, text: String, fits: Bool) {
    #expect(Wildcard(pattern).matches(text) == fits)
  }

  @Test("a pattern with many stars is matched")
  func many() {
    let pattern = String(repeating: "*a", count: 20_000) + "b"
    #expect(!Wildcard(pattern).matches(String(repeating: "a", count: 200)))
  }
}
