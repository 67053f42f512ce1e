import Testing

@testable import Importing

@Suite("The summary of an import")
struct ImportSummaryTests {
  private func run(_ rows: [String], map: String) throws -> ImportRun {
    let text =
      "refYear,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,netWgt,primaryValue\n"
      + (["2023,392,M,156,H6,2504,100,100"] + rows).joined(separator: "\n") + "\n"
    return try importing(.comtrade, [("t.csv", Array(text.utf8))], map: map)
  }

  private static let map = "home: JPN\ncommodities: [{commodity: g, hs: [2504, 28]}]\n"

  @Test("only the first codes outside of the map are named, and every row is counted")
  func otherCodes() throws {
    let foreign = (1000..<2400).map { "2023,392,M,156,H6,\($0),1,1" }
    let parts = (2810..<2899).map { "2023,392,M,156,H6,\($0),1,1" }
    let run = try run(foreign + parts + foreign, map: Self.map)
    #expect(run.counts["left out: HS 1000 is not in the map"] == 2)
    #expect(run.counts["left out: other HS codes that are not in the map"] == 2780)
    #expect(
      run.counts[
        "left out: other HS codes are parts of 28 of the map: only rows of 28 itself are read; name the parts if there are none"
      ] == 79)
    #expect(run.imported.summary.readCount == 1 + 2 * 1400 + 89)
    #expect(run.imported.summary.lines.count < 30)
  }

  @Test("of many reasons for one fate the most frequent are shown, then the sum of the others")
  func manyReasons() {
    var summary = ImportSummary()
    for number in 0..<100 {
      for line in 0...(number == 60 ? 1 : 0) {
        summary.count(
          .leftOut, "reason \(number + 100)", at: FilePlace(file: "t.csv", line: number + line))
      }
    }
    for number in 0..<30 {
      summary.count(.note, "note \(number)", at: FilePlace(file: "t.csv", line: 1))
    }
    let lines = summary.lines
    #expect(lines.count == 1 + 30 + 30)
    #expect(lines[1].hasPrefix("      2  left out  reason 160 "))
    #expect(
      lines[30].hasPrefix("     71  left out  71 other reasons: --format csv has them  t.csv:"))
    #expect(lines[31].hasPrefix("      1  note      note 0 "))
    #expect(summary.entries.count == 130)
  }

  @Test("long texts of rows are shortened, and control characters are escaped")
  func longTexts() throws {
    let long = String(repeating: "9", count: 1_000_000)
    let run = try run(
      [
        "2023,392,M,156,H6,\(long),1,1", "2023,392,M,156,S\(long),2504,1,1",
        "2023,392,F\(long),156,H6,2504,1,1", "2023,392,M,\(long),H6,2504,1,1",
        "2023,392,M,\(long),H6,2504,2,1", "2023,\(long),M,156,H6,2504,1,1",
        "2023,392,M,842,H6,2504,(\(long)),1", "\(long),392,M,156,H6,2504,1,1",
      ], map: Self.map)
    for entry in run.imported.summary.entries {
      #expect(entry.reason.utf8.count < 400, "\(entry.reason.prefix(60))")
    }
    let nines = String(repeating: "9", count: 80)
    #expect(
      run.counts["left out: HS \(nines)… (1000000 characters) is not in the map"] == 1)
    var summary = ImportSummary()
    summary.count(.note, "sign \u{1B}[31m", at: FilePlace(file: "t.csv", line: 1))
    summary.count(.note, "sign \u{1B}[31m", at: FilePlace(file: "t.csv", line: 2))
    #expect(summary.entries.map(\.reason) == ["sign \\u{1B}[31m"])
    #expect(summary.entries.map(\.count) == [2])
  }
}
