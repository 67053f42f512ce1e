import TestSupport
import Testing

/// An answer for programs has no place for a sentence: what is missing is told on standard error.
@Suite("Answers that are not what was asked for")
struct ShortAnswerTests {
  private static let everything = [
    TestPaths.case("everything"), "--model", TestPaths.case("everything") + "/model.yaml",
  ]

  @Test("of programs say so on standard error", arguments: ["csv", "json"])
  func told(format: String) throws {
    let form = ["--format", format]
    let late = try runPlusOne(["explain"] + Self.everything + ["--time-limit", "1e-9"] + form)
    #expect(late.status == 75)
    #expect(late.errors.contains("the time limit was reached"))

    let frontier = try runPlusOne(
      [
        "frontier", TestPaths.case("everything"), "--model", TestPaths.model("onshoring"),
        "--set", "by=2020", "--vary", "share=99%..100%", "--steps", "2",
      ] + form)
    #expect(frontier.status == 2)
    #expect(frontier.errors.contains("at every value of share"))

    let sizes = try runPlusOne(
      ["stockpile"] + Self.everything + ["--members", "allies", "--service", "99%"] + form)
    #expect(sizes.status == 2)
    #expect(sizes.errors.contains("not every member can reach"))
  }
}
