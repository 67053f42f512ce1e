import Tables
import Testing

@Suite("Words for a shell")
struct ShellWordTests {
  @Test(
    "a text with blanks or other signs stands in quotes",
    arguments: [
      ("runs/a-1", "runs/a-1"), ("my runs", "'my runs'"), ("it's", "'it'\\''s'"), ("", "''"),
      ("~x", "'~x'"), ("a;b", "'a;b'"), ("été", "été"),
    ])
  func words(text: String, word: String) { #expect(shellWord(text) == word) }
}
