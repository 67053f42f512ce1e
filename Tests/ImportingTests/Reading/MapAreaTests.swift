import Tables
import TestSupport
import Testing

@testable import Importing

@Suite("Areas of an import map")
struct MapAreaTests {
  private static let map = "home: JPN\ncommodities: [{commodity: re, hs: [284690], unit: t}]\n"

  private func run(_ rows: [String], _ lines: String) throws -> ImportRun {
    let text =
      "refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue\n"
      + rows.joined(separator: "\n") + "\n"
    return try importing(
      .comtrade, [("trade.csv", Array(text.utf8))], map: Self.map + lines, home: nil)
  }

  private func history(_ run: ImportRun) -> [String] {
    run.rows("history.csv", "origin", "destination", "period", "quantity")
  }

  @Test("letters stand for the numbers in the files")
  func letters() throws {
    let rows = [
      "2023,392,M,0,284690,,10000", "2023,392,M,97,284690,4000,4000",
      "2023,392,M,276,284690,3000,3000", "2023,392,M,251,284690,500,500",
      "2023,392,M,250,284690,500,500", "2023,392,M,156,284690,6000,6000",
      "2023,392,M,849,284690,1000,1000",
    ]
    let areas = "areas: {97: EUR, DEU: omit, FRA: omit, PUS: USA}\n"
    let run = try run(rows, areas)
    #expect(history(run) == ["CHN,JPN,2023,6", "EUR,JPN,2023,4", "USA,JPN,2023,1"])
    #expect(run.counts.keys.allSatisfy { !$0.contains("no row has it") })
    // The name of a region that is no country has no source in ISO 3166-1.
    #expect(
      run.rows("regions.csv", "region", "name", "source").contains("EUR,,definition in map.yaml"))
    #expect(run.rows("regions.csv", "region", "source").contains("USA,ISO 3166-1"))
  }

  @Test("a number counts before letters that stand for it")
  func numberFirst() throws {
    let rows = ["2023,392,M,842,284690,1000,1000", "2023,392,M,840,284690,2000,2000"]
    for areas in ["areas: {842: ROW, USA: omit}\n", "areas: {USA: omit, 842: ROW}\n"] {
      #expect(try history(run(rows, areas)) == ["ROW,JPN,2023,1"])
    }
  }

  @Test("an entry that no row has gets a note")
  func unused() throws {
    let areas = "areas: {XYZ: USA, 777: omit, 'Areas, nes': omit, 842: USA}\n"
    let run = try run(["2023,392,M,842,284690,1000,1000"], areas)
    let notes = run.counts.keys.filter { $0.contains("no row has it") }.sorted()
    #expect(
      notes == [
        "note: area `777` of the map: no row has it",
        "note: area `Areas, nes` of the map: no row has it; areas of UN Comtrade are named by code",
        "note: area `XYZ` of the map: no row has it",
      ])
    #expect(run.example("area `777` of the map: no row has it")?.hasSuffix("map.yaml:3") == true)
  }

  @Test("of names, those of the other source get no note")
  func namesOfTheOtherSource() throws {
    let map =
      "home: JPN\ncommodities: [{commodity: re, hs: 284690, usgs: Rare earths, unit: t}]\n"
      + "areas: {899: omit, Other countries: ROW, Other contries: ROW}\n"
    let trade = try importing(
      .comtrade,
      [
        (
          "trade.csv",
          Array(
            "refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue\n2023,392,M,842,284690,1000,1000\n"
              .utf8)
        )
      ], map: map)
    #expect(
      trade.counts.keys.filter { $0.contains("no row has it") } == [
        "note: area `899` of the map: no row has it"
      ])
    let mines = try importing(
      .usgs, [("mcs2023-raree_world.csv", Array(Downloads.usgs2023.utf8))], map: map)
    #expect(
      mines.counts.keys.filter { $0.contains("no row has it") } == [
        "note: area `Other contries` of the map: no row has it"
      ])
  }

  @Test("only one region can have the others")
  func twoOthers() {
    let found = #expect(throws: InputProblems.self) {
      try run(["2023,392,M,842,284690,1000,1000"], "regions: {A: others, B: others}\n")
    }
    #expect(
      found?.problems.map(\.message) == [
        "`A` has the others already; one region only can have them"
      ])
  }
}
