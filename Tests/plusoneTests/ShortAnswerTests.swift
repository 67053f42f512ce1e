import TestSupport
import Testing

/// CSV and JSON have no place for a sentence, so standard error says what is missing.
@Suite("Answers that lack something")
struct ShortAnswerTests {
  private static let everything = [
    TestPaths.case("everything"), "--model", TestPaths.case("everything") + "/model.yaml",
  ]

  @Test(
    "CSV and JSON answers explain on standard error what is missing", arguments: ["csv", "json"])
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
