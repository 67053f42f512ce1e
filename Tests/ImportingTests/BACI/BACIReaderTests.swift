import Tables
import Testing

@testable import Importing

/// What is read of files of BACI, what is not, and why.
@Suite("Rows of BACI")
struct BACIReaderTests {
  private static let first = "2023,156,392,284610,5000,500"
  private static let map = "home: JPN\ncommodities: [{commodity: c, hs: [284610, 010121]}]\n"

  private func run(
    _ rows: [String], map: String = map, countries: String = Downloads.countries
  ) throws -> ImportRun {
    try importing(
      .baci, [("baci.csv", Array(Downloads.baci([Self.first] + rows).utf8))], map: map,
      countries: countries)
  }

  private func history(_ run: ImportRun) -> [String] {
    run.rows("history.csv", "origin", "destination", "period", "quantity")
  }

  @Test(
    "a row that cannot be used is counted with its reason and line",
    arguments: [
      (
        "2023,996,392,284610,5,5",
        "exporter 996 is not known: say in the map what it is, `areas: {996: REGION}`, or `omit`"
      ),
      ("2023,156,-1,284610,5,5", "importer is no code of a country"),
      ("2023,156,x,284610,5,5", "importer is no code of a country"),
      ("2023,70000,392,284610,5,5", "exporter is no code of a country"),
      ("2023,899,392,284610,5,5", "exporter is Areas, nes: not a country"),
      ("2023,0,392,284610,5,5", "exporter is World, an aggregate"),
      ("23,276,392,284610,5,5", "the year is no year such as 2023"),
      ("2023.5,276,392,284610,5,5", "the year is no year such as 2023"),
      ("2023,276,392,2846,5,5", "the code of the goods has no six digits"),
      ("2023,276,392,,5,5", "the code of the goods has no six digits"),
      ("2023,276,392,2846100,5,5", "the code of the goods has no six digits"),
      ("2023,392,392,284610,5,5", "from a country to itself"),
      ("2023,276,392,284610,,NA", "neither weight nor value"),
      ("2023,276,392,284610,0,0", "neither weight nor value"),
      ("2023,276,392,284610,-5,", "neither weight nor value"),
      ("2023,276,392,284610,5", "the row has 5 cells, the header has 6"),
    ])
  func leftOut(row: String, reason: String) throws {
    let run = try run([row])
    #expect(history(run) == ["CHN,JPN,2023,500"])
    #expect(run.counts["left out: \(reason)"] == 1, "\(run.counts)")
    #expect(run.example(reason)?.hasSuffix("baci.csv:3") == true)
    #expect(run.imported.summary.readCount == 2)
  }

  @Test(
    "cells that are unusual but clear are read, with a note",
    arguments: [
      ("2023,276,392,10121,5,5", "HS code without its leading 0: read with it", "5"),
      (
        "2023,276,392,284610,5,\"1,234\"",
        "weight with a footnote or commas: read as a plain number", "1234"
      ),
      ("2023,276,392,284610,10,..", "weight `..`: read as not known", "1"),
      (
        "2023,276,392,284610,10,-3",
        "weight that is negative, too small, too large or no number: read as not known", "1"
      ),
      (
        "2023,276,392,284610,10,1e11",
        "weight that is negative, too small, too large or no number: read as not known", "1"
      ),
      ("2023,276,392,284610,x,7", "value `x`: read as not known", "7"),
    ])
  func notes(row: String, note: String, quantity: String) throws {
    let run = try run([row])
    #expect(history(run) == ["CHN,JPN,2023,500", "DEU,JPN,2023,\(quantity)"])
    #expect(run.counts["note: \(note)"] == 1, "\(run.counts)")
  }

  @Test("usual forms of cells need no note: NA, blanks, .0, spaces, quotes, CR LF, tabs")
  func forms() throws {
    let rows = ["2023.0, 276 ,392.0,\"284610\",10,NA", "2023,842,392,284610,20,"]
    let plain = try run(rows)
    #expect(
      history(plain) == ["CHN,JPN,2023,500", "DEU,JPN,2023,1", "USA,JPN,2023,2"])
    #expect(
      plain.counts.filter { $0.key.hasPrefix("note: ") && !$0.key.contains("value") } == [
        "note: HS 010121 of the map: no row has it": 1
      ])
    let text = Downloads.baci([Self.first] + rows)
    for other in [
      text.replacing("\n", with: "\r\n"), text.replacing(",", with: "\t"), "\u{FEFF}" + text,
    ] {
      let run = try importing(.baci, [("baci.csv", Array(other.utf8))], map: Self.map)
      #expect(history(run) == history(plain))
    }
    let older = text.replacing("t,i,j,k,v,q", with: "t,i,j,hs6,v,q")
    #expect(
      try history(importing(.baci, [("b.csv", Array(older.utf8))], map: Self.map)) == history(plain)
    )
  }

  @Test("of rows about the same, the one that is read last counts")
  func duplicates() throws {
    let run = try run([Self.first, "2023,156,392,284610,5000,400", "2023,276,392,284610,1,1"])
    #expect(history(run) == ["CHN,JPN,2023,400", "DEU,JPN,2023,1"])
    #expect(run.counts["set aside: the same row again"] == 1)
    #expect(
      run.counts["set aside: another figure for the same flow: the row read last counts"] == 1)
    #expect(
      run.counts[
        "note: two figures in one file for HS 284610 from CHN to JPN, 2023: 500 t and 5000000 USD, then 400 t and 5000000 USD on line 4, which counts"
      ] == 1, "\(run.counts)")
    // A file that comes later replaces without such a note.
    let files = [("a.csv", "400"), ("b.csv", "300")].map { name, tons in
      (name, Array(Downloads.baci(["2023,156,392,284610,5000,\(tons)"]).utf8))
    }
    let forward = try importing(.baci, files, map: Self.map)
    #expect(history(forward) == ["CHN,JPN,2023,300"])
    #expect(history(try importing(.baci, files.reversed(), map: Self.map)) == ["CHN,JPN,2023,400"])
    #expect(!forward.counts.keys.contains { $0.contains("two figures") })
  }

  @Test("codes of one country add up, and `areas` of the map name what has no code")
  func countries() throws {
    // 250 is not in the list: read by its code of the UN.
    let rows = [
      "2023,251,392,284610,10,1", "2023,250,392,284610,10,2", "2023,891,392,284610,10,3",
      "2023,996,392,284610,10,4", "2023,490,392,284610,10,5",
    ]
    let run = try run(rows, map: Self.map + "areas: {996: ISLES, 490: omit}\n")
    #expect(
      history(run) == [
        "CHN,JPN,2023,500", "FRA,JPN,2023,3", "ISLES,JPN,2023,4", "SCG,JPN,2023,3",
      ])
    #expect(
      run.counts[
        "note: country 250 is not in country_codes_V202401b.csv: read as France, its code in UN Comtrade"
      ] == 1)
    #expect(run.counts["left out: exporter area 490, which the map omits"] == 1)
    #expect(
      run.rows("regions.csv", "region", "name", "source").filter { !$0.hasSuffix("ISO 3166-1") }
        == [
          "ISLES,,definition in map.yaml",
          "SCG,Serbia and Montenegro (...2005),BACI, list of countries",
        ])
    let others = try self.run(
      rows, map: Self.map + "regions: {ROW: others}\nareas: {SCG: omit, 996: ROW}\n")
    #expect(history(others) == ["ROW,JPN,2023,512"])
    let joined = try self.run(
      ["2004,891,392,284610,10,3"], map: Self.map + "regions: {ROW: others}\n")
    #expect(history(joined) == ["ROW,JPN,2004,3", "ROW,JPN,2023,500"])
  }

  @Test("lists of countries of older releases are read too")
  func olderList() throws {
    let list = """
      country_code,country_name_abbreviation,country_name_full,iso_2digit_alpha,iso_3digit_alpha
      156,China,China,CN,CHN
      392,Japan,Japan,JP,JPN
      891,Serbia and Montenegro,Serbia and Montenegro,CS,SCG
      849,US Misc. Pacific Isds,United States Miscellaneous Pacific Islands,,N/A

      """
    let run = try run(["2004,891,392,284610,10,3", "2004,849,392,284610,10,1"], countries: list)
    #expect(
      history(run) == ["BACI849,JPN,2004,1", "SCG,JPN,2004,3", "CHN,JPN,2023,500"])
  }
}
