import Foundation
import TestSupport
import Testing

@Suite("The glossary")
struct GlossaryTests {
  /// The first cell of each row in its tables.
  private static func terms() throws -> [String] {
    let text = try String(
      contentsOf: TestPaths.package.appending(path: "docs/glossary.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }
      .map { $0.split(separator: "|")[0].trimmingCharacters(in: .whitespaces) }
      .filter { $0 != "term" }
  }

  @Test("the glossary explains each term once")
  func unique() throws {
    let terms = try Self.terms()
    #expect(terms.count > 80, "else this test would show nothing")
    #expect(Dictionary(grouping: terms) { $0 }.filter { $0.value.count > 1 }.isEmpty)
  }
}
