import Tables
import Testing

@Suite("Problems of inputs")
struct ProblemLogTests {
  @Test("a problem that many rows have is one problem, with the first line and a count")
  func once() {
    let log = ProblemLog()
    for line in 2..<5000 {
      log.add(onceFor: "XX", "unknown region `XX`", file: "a.csv", line: line, column: "region")
    }
    log.add(onceFor: "XX", "unknown region `XX`", file: "a.csv", line: 7, column: "origin")
    log.add(onceFor: "YY", "unknown region `YY`", file: "a.csv", line: 3, column: "region")
    log.add(onceFor: "YY", "unknown region `YY`", file: "a.csv", line: 9, column: "region")
    #expect(
      log.problems.map(\.description) == [
        "a.csv:2: region: unknown region `XX` (also in 4997 further rows, the last on line 4999)",
        "a.csv:3: region: unknown region `YY` (also on line 9)",
        "a.csv:7: origin: unknown region `XX`",
      ])
    #expect(log.count == 3)
  }

  @Test("repeated problems count once for the limit of a file")
  func limit() {
    let log = ProblemLog()
    for line in 0..<3000 {
      log.add(onceFor: "\(line)", "unknown", file: "a.csv", line: line + 1)
      log.add(onceFor: "\(line)", "unknown", file: "a.csv", line: line + 2)
    }
    #expect(log.problems.count == log.limitPerFile + 1)
    #expect(log.problems.first?.message == "unknown (also on line 2)")
  }
}
