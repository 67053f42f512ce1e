import Tables
import Testing

@Suite("Many unknown names")
struct ManyUnknownNamesTests {
  @Test("a log compares many unknown names with many known ones only up to a limit")
  func limited() {
    let log = ProblemLog()
    let known = (0..<10_000).map { "name\($0)" }
    let hints = (0..<40).map { _ in log.nearestHint(to: "name1x", among: known) }
    #expect(hints.prefix(30).allSatisfy { $0 == "; the most similar name is `name1`" })
    #expect(hints.dropFirst(30).allSatisfy { $0 == "" })
  }

  @Test("few names are compared for every problem")
  func few() {
    let log = ProblemLog()
    let hints = (0..<1000).map { _ in log.nearestHint(to: "Ad", among: ["Ada", "Bo"]) }
    #expect(hints.allSatisfy { $0 == "; the most similar name is `Ada` (known: Ada, Bo)" })
  }
}
