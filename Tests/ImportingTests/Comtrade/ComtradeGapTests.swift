import Tables
import TestSupport
import Testing

@testable import Importing

/// What files of UN Comtrade lack, and what the import says about it.
@Suite("Gaps in files of UN Comtrade")
struct ComtradeGapTests {
  private static let map =
    "home: JPN\ncommodities: [{commodity: re, hs: [284690, 854221, 854231]}]\n"
  private static let header =
    "refYear,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,netWgt,primaryValue\n"

  private func run(_ rows: [String], more: [(String, [UInt8])] = []) throws -> ImportRun {
    let text = Self.header + rows.joined(separator: "\n") + "\n"
    return try importing(.comtrade, [("trade.csv", Array(text.utf8))] + more, map: Self.map)
  }

  private func history(_ run: ImportRun) -> [String] {
    run.rows("history.csv", "origin", "destination", "period", "quantity")
  }

  @Test("a year of which the files have only the row for the world is kept to 0 %")
  func worldOnly() throws {
    let run = try run([
      "2022,392,M,0,H6,284690,,5500", "2023,392,M,0,H6,284690,,5500",
      "2023,392,M,156,H6,284690,1000,5500",
    ])
    let values = run.imported.summary.values
    #expect(values.map(\.year) == [2022, 2023])
    #expect(values.map(\.total) == [5500, 5500])
    #expect(values.map(\.weighedShare) == [0, 1])
    #expect(
      run.counts[
        "note: a commodity into a region in a year: more than 10 % of the value is not kept, and counts as 0"
      ] == 1)
  }

  @Test("more than 110 % of the value gets a note")
  func tooMuch() throws {
    let note =
      "note: a commodity into a region in a year: more than 110 % of the value is kept: goods count twice, or the World row is too small"
    let world = "2023,392,M,0,H6,284690,,5000"
    let much = try run([world, "2023,392,M,156,H6,284690,1000,5600"])
    #expect(much.counts[note] == 1)
    let enough = try run([world, "2023,392,M,156,H6,284690,1000,5400"])
    #expect(enough.counts[note] == nil)
  }

  @Test("re-exports with neither weight nor value make the exports an assumption")
  func unknownReexports() throws {
    let run = try run([
      "2023,410,X,392,H6,284690,100000,500000", "2023,410,RX,392,H6,284690,,",
    ])
    #expect(history(run) == ["KOR,JPN,2023,100"])
    let reason = "re-exports without a figure to compare: nothing is taken off"
    #expect(run.counts["note: \(reason)"] == 1)
    #expect(run.counts["left out: neither weight nor value"] == 1)
    let source = run.rows("history.csv", "source").first ?? ""
    #expect(source.hasPrefix("\"assumption: ") || source.hasPrefix("assumption: "))
    #expect(source.contains(reason))
  }

  @Test(
    "a row without an edition counts only where no row of the flow has one", arguments: ["HS", ""])
  func noEdition(name: String) throws {
    let run = try run([
      "2023,392,M,842,\(name),854221,1000,5000", "2023,392,M,842,H4,854231,1000,5000",
      "2023,392,M,156,\(name),854221,3000,5000",
    ])
    #expect(history(run) == ["CHN,JPN,2023,3", "USA,JPN,2023,1"])
    #expect(
      run.counts[
        "set aside: an HS without its edition: the flow is in H4 too, which counts"] == 1)
  }

  @Test("without a flow of home the error says what to import first")
  func noHome() {
    let found = #expect(throws: InputProblems.self) {
      try run(["2023,842,M,156,H6,284690,1000,5000"])
    }
    #expect(
      found?.problems.first?.message.hasSuffix(
        "import a file with its flows first, or name that file in this command too") == true)
  }

  @Test("a file with a header only gets a line")
  func noRows() throws {
    let run = try run(
      ["2023,392,M,156,H6,284690,1000,5000"], more: [("empty.csv", Array(Self.header.utf8))])
    #expect(run.counts["note: file with a header and no rows"] == 1)
    #expect(run.example("file with a header and no rows")?.hasSuffix("empty.csv:1") == true)
  }

  @Test("sums in tables have no digits that adding has made")
  func sums() throws {
    let run = try run([
      "2023,392,M,156,H6,284690,1000005.5,5000", "2023,392,M,842,H6,284690,500000,5000",
      "2023,392,M,276,H6,284690,0.1,5", "2023,392,M,251,H6,284690,0.2,5",
    ])
    #expect(run.rows("demands.csv", "quantity") == ["1500.0058"])
  }
}
