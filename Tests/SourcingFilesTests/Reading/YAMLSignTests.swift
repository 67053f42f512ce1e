import SourcingFiles
import Tables
import Testing

@Suite("Signs in YAML that its parser stumbles over")
struct YAMLSignTests {
  private func problems(_ text: String) -> [String] {
    let log = ProblemLog()
    _ = YAMLReader.read(Array(text.utf8), file: "f", log: log)
    return log.problems.map(\.description)
  }

  @Test(
    "a tab or a space that is not plain is named with its line",
    arguments: [
      ("a:\n\t- b\n", "a tab stands at the start of line 2: indent with spaces")
    ])
  func named(text: String, says: String) {
    let found = problems(text)
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix(says) == true, "\(found)")
  }

  @Test("other mistakes have no such note")
  func others() {
    #expect(problems("a: [1\nb: 2\n").allSatisfy { !$0.contains("line ") })
  }

  @Test(
    "a number with a decimal comma is found only where a comma splits it",
    arguments: ["{a: 0, 5: 1}", "{a: 0, 5: }", "{a: '0',5: 2}", "[0,5]", "{a: [0,5]}", "a: 0,5"])
  func commas(text: String) {
    #expect(problems(text) == [], "\(text)")
  }
}
