import Foundation
import SourcingFiles
import Tables
import TestSupport
import Testing

@testable import Importing

@Suite("Import from BACI")
struct BACIImportTests {
  private func run(
    _ rows: [String] = Downloads.baciRows, map: String = Downloads.tradeMap,
    years: Set<Int>? = nil, existing: [String: String] = [:]
  ) throws -> ImportRun {
    try importing(
      .baci, [(Downloads.baciName(2023), Array(Downloads.baci(rows).utf8))], map: map,
      years: years, existing: existing)
  }

  private func history(_ run: ImportRun) -> [String] {
    run.rows("history.csv", "commodity", "origin", "destination", "period", "quantity")
  }

  @Test("flows are in the unit of the map, and a weight that is missing is estimated")
  func flows() throws {
    let run = try run()
    // France: USD 300,000 at the mean of what Japan bought of 284610, USD 5.08 million for 508 t.
    #expect(
      history(run) == [
        "compounds,CHN,JPN,2022,400", "compounds,CHN,DEU,2023,60", "compounds,CHN,JPN,2023,600",
        "compounds,DEU,FRA,2023,2", "compounds,FRA,JPN,2023,30", "compounds,TWN,JPN,2023,8",
      ])
    // USD thousand a ton.
    #expect(
      run.rows("lanes.csv", "origin", "destination", "unit_cost").filter { !$0.hasSuffix(",0") }
        == ["CHN,DEU,10", "CHN,JPN,15", "DEU,FRA,10", "FRA,JPN,10", "TWN,JPN,10"])
    #expect(
      run.rows("regions.csv", "region", "name", "source") == [
        "CHN,China,ISO 3166-1", "DEU,Germany,ISO 3166-1", "FRA,France,ISO 3166-1",
        "JPN,Japan,ISO 3166-1", "TWN,Taiwan,ISO 3166-1",
      ])
    let price = run.rows("commodities.csv", "commodity", "price", "source")
    #expect(
      price == [
        "compounds,15,BACI: median unit value of 5 lanes, weighted by trade, in USD thousand a unit"
      ]
    )
  }

  @Test("rows name release, edition, codes, file and line")
  func sources() throws {
    let run = try run()
    let sources = run.rows("history.csv", "origin", "destination", "period", "source")
    #expect(
      sources.contains(
        "CHN,JPN,2023,BACI 202401b, HS92 284610+284690, as reconciled, FOB; BACI_HS92_Y2023_V202401b.csv:4"
      ), "\(sources)")
    let estimated = sources.filter { $0.contains("assumption:") }
    #expect(
      estimated.count == 1 && estimated.first?.hasPrefix("FRA,JPN,2023,assumption: 100 %") == true)
    #expect(
      run.files["instance.yaml"]?.contains(
        "CEPII, BACI 202401b, HS92, licence Etalab 2.0: BACI_HS92_Y2023_V202401b.csv") == true,
      "\(run.files["instance.yaml"] ?? "")")
  }

  @Test("the summary says what happened to every row")
  func summary() throws {
    let run = try run(map: Downloads.tradeMap + "regions: {EUR: [DEU, FRA]}\n")
    #expect(run.imported.summary.readCount == 9)
    #expect(
      run.counts == [
        "kept: a flow, as BACI reconciles it": 5,
        "kept: a flow without a weight: estimated from its value (assumption:)": 1,
        "left out: inside one region of the map (EUR)": 1,
        "left out: no weight: a value alone is not a quantity": 1,
        "left out: HS codes that are not in the map": 1,
        "note: a commodity into a region in a year: more than 10 % of the value is not kept, and counts as 0":
          1,
      ])
    #expect(run.example("HS codes that are not in the map")?.hasSuffix(":10") == true)
    let shares = run.imported.summary.values.map {
      "\($0.commodity) \($0.destination) \($0.year) \($0.weighed)+\($0.estimated) of \($0.total)"
    }
    #expect(
      shares == [
        "compounds JPN 2022 2000000.0+0.0 of 2000000.0",
        "compounds EUR 2023 600000.0+0.0 of 600000.0",
        "compounds JPN 2023 9080000.0+300000.0 of 9380000.0", "metal JPN 2023 0.0+0.0 of 1000.0",
      ])
  }

  @Test("a code of four digits stands for all codes that it begins")
  func headings() throws {
    let map = "home: JPN\ncommodities: [{commodity: compounds, hs: 2846}]\n"
    let run = try run(map: map)
    let whole = try self.run()
    #expect(history(run) == history(whole))
    #expect(run.files["history.csv"]?.contains("HS92 284610+284690,") == true)
    let missing = try self.run(map: map.replacing("2846", with: "[2846, 2805, 9999]"))
    #expect(
      missing.counts[
        "note: HS 9999 of the map: no row has it (the files are of HS92; other editions can have other codes)"
      ] == 1)
  }

  @Test("years can come at once, or one after the other in any order")
  func order() throws {
    let (early, late) = (["2022,156,392,284610,2000,400"], Downloads.baciRows.dropFirst())
    let files = [(2022, Downloads.baci(early)), (2023, Downloads.baci(Array(late)))].map {
      (Downloads.baciName($0.0), Array($0.1.utf8))
    }
    let add = { (files: [(String, [UInt8])], folder: [String: String]) in
      try importing(.baci, files, map: Downloads.tradeMap, existing: folder)
    }
    let once = try add(files, [:])
    #expect(try add(files.reversed(), [:]).files["history.csv"] == once.files["history.csv"])
    for order in [files, files.reversed()] {
      let run = try order.reduce(into: [:]) { $0 = try add([$1], $0).files }
      for (name, text) in once.files where name != "instance.yaml" {
        #expect(run[name] == text, "\(name)")
      }
    }
    #expect(try add(files, once.files).files == once.files)
  }

  @Test("only the years asked for are kept, and the folder is a valid instance with a plan")
  func plan() throws {
    let run = try run(years: [2023])
    #expect(run.counts["left out: another year than asked for"] == 1)
    let plan = try PlannedImport(run.files)
    #expect(plan.isOptimal)
    #expect(plan.warnings == [])
  }

  @Test(
    "trade of UN Comtrade in the same folder: another year adds up, another figure is a conflict")
  func twoSources() throws {
    let map = "home: JPN\ncommodities: [{commodity: compounds, hs: [284610, 284690]}]\n"
    let rows = [Downloads.row(2021, 392, "M", 156, "284610", kg: "300000", value: "900000")]
    let other = try importing(
      .comtrade, [("trade.csv", Array(Downloads.comtrade(rows).utf8))], map: map)
    let both = try run(["2023,251,392,284610,300,30"], map: map, existing: other.files)
    #expect(both.rows("history.csv", "period") == ["2021", "2023"])
    #expect(
      both.rows("commodities.csv", "source") == [
        "BACI and UN Comtrade: median unit value of 2 lanes, weighted by trade, in USD thousand a unit"
      ])
    #expect(throws: ImportConflict.self) {
      try run(["2021,156,392,284610,900,301"], map: map, existing: other.files)
    }
  }
}
