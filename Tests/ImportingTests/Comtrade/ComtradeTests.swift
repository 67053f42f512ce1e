import Foundation
import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

@testable import Importing

@Suite("Import from UN Comtrade")
struct ComtradeTests {
  private func run(
    _ text: String = Downloads.trade, map: String = Downloads.tradeMap, years: Set<Int>? = nil,
    existing: [String: String] = [:], replacing: Bool = false
  ) throws -> ImportRun {
    try importing(
      .comtrade, [("trade.csv", Array(text.utf8))], map: map, years: years, existing: existing,
      replacing: replacing)
  }

  @Test(
    "a flow is the importer's report, otherwise the exporter's less re-exports, in the map's unit")
  func history() throws {
    let run = try run()
    #expect(
      run.rows("history.csv", "commodity", "origin", "destination", "period", "quantity") == [
        "compounds,CHN,JPN,2022,400", "compounds,CHN,JPN,2023,600", "compounds,FRA,JPN,2023,40",
        "compounds,TWN,JPN,2023,8",
      ])
    // Value over weight: USD 9 million for 600 t, 0.2 for 40 t, 0.08 for 8 t; in USD thousand a ton.
    #expect(
      run.rows("lanes.csv", "origin", "destination", "unit_cost") == [
        "CHN,JPN,15", "FRA,JPN,5", "TWN,JPN,10",
      ])
    #expect(
      run.rows("regions.csv", "region", "name") == [
        "CHN,China", "FRA,France", "JPN,Japan", "TWN,Taiwan",
      ])
  }

  @Test("the summary says what happened to every row")
  func summary() throws {
    let run = try run()
    #expect(run.imported.summary.readCount == 16)
    #expect(
      run.counts == [
        "kept: a flow as its importer reports it": 4,
        "kept: a flow as its exporter reports it (no importer's weight)": 1,
        "set aside: the exporter's report of a flow that its importer reports": 1,
        "set aside: the importer's report without a weight: the exporter's counts": 1,
        "set aside: re-exports, taken off the exporter's exports": 1,
        "set aside: the same row again": 1,
        "left out: partner is World, an aggregate": 1,
        "left out: partner is Areas, nes: not a country": 1,
        "left out: no weight: a value alone is not a quantity": 1,
        "left out: HS 2504 is not in the map": 1,
        "left out: re-imports: the reporter's own goods come back": 1,
        "left out: part of a total (by second partner, customs procedure or transport)": 1,
        "left out: the month is no month such as 202307": 1,
        "note: weight estimated by the UN": 1,
        "note: a commodity into a region in a year: more than 10 % of the value is not kept, and counts as 0":
          2,
        "note: importer's and exporter's weights differ by more than a factor of two": 1,
      ])
    // Compounds: of USD 9 million of 284610 by the row for the world, and 4 million of 284690.
    let shares = run.imported.summary.values.map { share in
      "\(share.commodity) \(share.year) \(share.weighed) of \(share.total)"
    }
    #expect(
      shares == [
        "compounds 2022 2000000.0 of 2000000.0", "compounds 2023 9380000.0 of 13000000.0",
        "metal 2023 0.0 of 1000.0",
      ])
    #expect(run.example("HS 2504 is not in the map")?.hasSuffix("trade.csv:13") == true)
  }

  @Test("the imported instance is valid, has a plan, and its history shows the reliance")
  func plan() throws {
    let run = try run()
    try withTemporaryFolder { folder in
      try write(run.files.mapValues { Array($0.utf8) }, to: folder)
      let (tables, instance) = try InstanceReader.readWithTables(folder: folder.path)
      #expect(InstanceWarnings.find(in: instance, tables: tables).map(\.description) == [])
      #expect(instance.horizon.periods.map(\.label) == ["2022", "2023", "2024"])
      #expect(instance.parameters == ["rival": "CHN", "focus": "compounds"])
    }
  }

  @Test("countries are joined into regions, and only the years asked for are kept")
  func regions() throws {
    let map = Downloads.tradeMap + "regions: {ASIA: [CHN, TWN], ROW: others, JPN: JPN}\n"
    let run = try run(map: map, years: [2023])
    #expect(
      run.rows("history.csv", "origin", "period", "quantity") == ["ASIA,2023,608", "ROW,2023,40"])
    #expect(run.counts["left out: another year than asked for"] == 1)
  }

  @Test("tab-separated and Windows-1252 files are read too")
  func encodings() throws {
    let tabs = Downloads.trade.replacing(",", with: "\t")
    #expect(try run(tabs).files["history.csv"] == run().files["history.csv"])
    let named = Downloads.trade.replacing("2023,251,,,X", with: "2023,251,,C~te,X")
    let bytes = Array(named.utf8).map { $0 == UInt8(ascii: "~") ? 0xF4 : $0 }
    let run = try importing(.comtrade, [("trade.csv", bytes)], map: Downloads.tradeMap)
    #expect(
      run.rows("history.csv", "quantity") == (try self.run().rows("history.csv", "quantity")))
  }

  @Test("rows are added to an instance by key, and nothing is overwritten without --replace")
  func merge() throws {
    let first = try run(years: [2022])
    var existing = first.files
    // The facility that stands in for China's producers grows with the exports of the second year.
    let both = try run(existing: existing)
    #expect(both.rows("history.csv", "origin", "period").count == 4)
    #expect(both.rows("facilities.csv", "facility", "capacity").contains("compounds_CHN,600"))
    // If the folder has all rows, the same import changes nothing.
    #expect(try run(existing: both.files).files == both.files)
    existing["history.csv"] = first.files["history.csv"]?.replacing(",400,", with: ",401,")
    #expect(throws: ImportConflict.self) { try run(years: [2022], existing: existing) }
    let replaced = try run(existing: existing, replacing: true)
    #expect(replaced.rows("history.csv", "origin", "period", "quantity").first == "CHN,2022,400")
  }

  @Test(
    "producers and demand of an instance stay; stand-ins are only for exporters without producers")
  func ownProducers() throws {
    var existing = try run().files
    for name in ["history.csv", "lanes.csv"] { existing[name] = nil }
    existing["processes.csv"] = "process,stage,output\nseparate,separation,compounds\n"
    existing["facilities.csv"] =
      "facility,process,region,capacity,unit_cost\nworks,separate,CHN,1000,3\n"
    existing["demands.csv"] =
      "region,commodity,period,quantity,shortage_cost\nJPN,compounds,*,1000,99\n"
    let run = try run(existing: existing)
    #expect(
      run.rows("facilities.csv", "facility", "capacity") == [
        "works,1000", "compounds_FRA,40", "compounds_TWN,8",
      ])
    #expect(run.rows("demands.csv", "quantity") == ["1000"])
    existing["groups.csv"] = "group,commodity\nall,compounds\n"
    existing["demands.csv"] = existing["demands.csv"]?.replacing("JPN,compounds", with: "JPN,all")
    #expect(try self.run(existing: existing).rows("demands.csv", "quantity") == ["1000"])
    #expect(run.rows("history.csv", "period").count == 4)
  }
}
