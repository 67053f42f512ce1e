import Tables
import TestSupport
import Testing

@testable import Importing

@Suite("Mistakes in files of World Mining Data")
struct WorldMiningMistakeTests {
  private func run(
    _ files: (String, [UInt8])..., map: String? = nil
  ) throws -> ImportRun {
    try importing(.wmd, files, map: map, home: "JPN")
  }

  private func book(_ sheets: SampleWorkbook.Sheet...) throws -> [UInt8] {
    try SampleWorkbook(sheets).bytes()
  }

  @Test("files that are no table 6.4 are all named at once")
  func wrongFiles() throws {
    let other = SampleWorkbook.Sheet(
      "Shares", [["6.5. Share"], ["Rank", "Country", "Share"], ["1", "China", "50"]])
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    let found = problems {
      try run(
        ("a.xlsx", book(other)), ("b.xls", old), ("c.csv", Array("Country,unit\nChile,t\n".utf8)),
        ("d.xlsx", MiningWorkbook.all.bytes(password: "p")),
        ("e.xlsx", Array(MiningWorkbook.all.bytes().prefix(500))))
    }
    #expect(found.count == 5)
    for (problem, says) in zip(
      found,
      [
        "a.xlsx: no sheet has the production of countries; must be the table 6.4",
        "b.xls: the file is an old Excel workbook (.xls); save it",
        "c.csv: no production of countries; must be the table 6.4",
        "d.xlsx: the workbook is protected by a password",
        "e.xlsx: the workbook is damaged: the archive:",
      ])
    {
      #expect(problem.contains(says), "\(problem)")
    }
  }

  @Test("two columns of one year, and far more rows than countries, are no sheet of the table")
  func wholeSheets() throws {
    let twice = SampleWorkbook.Sheet(
      "Nickel", [["Country", "unit", "2022", "2022"], ["Chile", "metr. t", "1", "2"]])
    #expect(
      problems { try run(("x.xlsx", book(twice))) }.first?.contains("two columns are called 2022")
        == true)
    let years = (1900...2199).map(String.init).joined(separator: ",")
    let rows = String(repeating: "Chile,t\n", count: 4000)
    let csv =
      "Country,unit,\(years)\n"
      + rows.replacing("t\n", with: "t" + String(repeating: ",", count: 300) + "\n")
    #expect(
      problems { try run(("n.csv", Array(csv.utf8))) }.first?.contains("4000 rows of 302 columns")
        == true)
  }

  @Test("figures in a column whose name is no year are left out with a line")
  func otherColumns() throws {
    let csv = "Country,unit,2022,2023*,data source\nAustralia,t,100,120,r\nChile,t,50,,r\n"
    let run = try run(("Nickel.csv", Array(csv.utf8)))
    #expect(run.counts["left out: figures in a column that is no year: `2023*`"] == 1)
  }

  @Test("other sheets of a workbook are counted")
  func otherSheets() throws {
    let run = try run(
      ("x.xlsx", book(MiningWorkbook.gold, SampleWorkbook.Sheet("Notes", [["text"]]))))
    #expect(run.rows("facilities.csv", "region") == ["GHA"])
    #expect(
      run.counts["left out: a sheet without a header with `Country`, `unit` and years"] == 1)
    #expect(
      run.example("a sheet without a header with `Country`, `unit` and years")?
        .hasSuffix("x.xlsx#Notes:1") == true)
  }

  @Test("figures and countries that cannot be read are left out with a line")
  func cells() throws {
    var sheet = MiningWorkbook.nickel
    sheet.rows += [
      ["Atlantis", "metr. t", "1", "2", "3"],
      ["Chile", "t metal content", "1,000", "about 5", "-3"],
      ["Peru", "ct", "1", "1", "1"], ["Country", "unit", "2020", "2021", "2022"],
      ["Brazil", "metr. t", "5", "6", "7"], ["Brazil", "metr. t", "5", "6", "8"],
    ]
    let run = try run(("x.xlsx", book(sheet)))
    let unknown =
      "unknown country `Atlantis`; say in the map what it is: `areas: {Atlantis: REGION}`, or `omit`"
    #expect(run.counts["left out: \(unknown)"] == 3)
    #expect(run.counts["left out: `about 5` is no figure"] == 1)
    #expect(run.counts["left out: `-3` is no figure"] == 1)
    #expect(run.counts["left out: the unit `ct` is no weight in metric units"] == 3)
    #expect(
      run.counts["note: a line of text below or between the rows of countries"] == 1)
    #expect(
      run.counts[
        "set aside: another row for the same country and year: the row read last counts"] == 3)
    #expect(
      run.rows("facilities.csv", "region", "capacity") == [
        "AUS,155000", "BRA,8", "CHL,1000", "COD,50.5", "IDN,1040000",
      ])
    let named = try importing(
      .wmd, [("x.xlsx", book(sheet))],
      map:
        "home: JPN\ncommodities: [{commodity: ni, wmd: Nickel}]\nareas: {Atlantis: ROW, Moon: ROW}\n"
    )
    #expect(named.rows("facilities.csv", "region").contains("ROW"))
    #expect(named.counts["note: area `Moon` of the map: no row has it"] == 1)
  }

  @Test("in a file with semicolons a figure that may be thousands or decimals is left out")
  func ambiguous() throws {
    let rows = ["155,007", "1.234", "0.505", "0,505", "155007.125", "1,234,567", "155", "12.5"]
    let countries = ["Australia", "Brazil", "Chile", "China", "Finland", "India", "Japan", "Peru"]
    let text = { (separator: String) in
      let lines = zip(countries, rows).map { [$0, "metr. t", "\"\($1)\""] }
      return Array(
        ([["Country", "unit", "2022"]] + lines).map { $0.joined(separator: separator) + "\n" }
          .joined().utf8)
    }
    let run = try run(("Nickel.csv", text(";")))
    #expect(
      run.rows("facilities.csv", "region", "capacity") == [
        "CHL,0.505", "FIN,155007.125", "IND,1234567", "JPN,155", "PER,12.5",
      ])
    let left = run.counts.filter { $0.key.contains("may stand for decimals or for thousands") }
    #expect(left.count == 3 && left.values.allSatisfy { $0 == 1 })
    #expect(
      run.imported.summary.entries.contains {
        $0.reason.hasPrefix("`1.234` is no figure") && $0.example.hasSuffix("Nickel.csv:3")
      })
    // With commas between the cells, a comma is between thousands and a point before decimals.
    let other = try self.run(("Nickel.csv", text(",")))
    #expect(
      other.rows("facilities.csv", "region", "capacity").prefix(2) == ["AUS,155007", "BRA,1.234"])
  }

  @Test("the header is looked for in the first hundred rows")
  func lateHeader() throws {
    var sheet = MiningWorkbook.nickel
    sheet.rows = Array(repeating: ["a line of text"], count: 98) + sheet.rows
    #expect(try !run(("x.xlsx", book(sheet))).rows("facilities.csv", "region").isEmpty)
    sheet.rows = Array(repeating: ["a line of text"], count: 2) + sheet.rows
    #expect(
      problems { try run(("x.xlsx", book(sheet))) }.first?.contains("no sheet has the production")
        == true)
  }

  @Test("a total that the figures exceed is named under what is to do")
  func total() throws {
    var sheet = MiningWorkbook.nickel
    sheet.rows[5] = ["Total", "metr. t", "470000", "1191000", "1580000"]
    let run = try run(("x.xlsx", book(sheet)))
    #expect(
      run.missing.contains {
        $0.contains("nickel, 2020: what is kept makes 200 % of the world total")
          && $0.contains("x.xlsx#Nickel:6")
      })
  }

  @Test(
    "a short name means no sheet if several have it, and then only the sheet with the whole name")
  func shortNames() throws {
    var second = MiningWorkbook.nickel
    second.name = "Nickel (refined)"
    var third = second
    third.name = "Nickel, matte"
    let map = "home: JPN\ncommodities: [{commodity: ni, wmd: Nickel}]\n"
    let run = try run(("x.xlsx", book(MiningWorkbook.nickel, second)), map: map)
    #expect(run.counts["left out: Nickel (refined): not in the map"] == 12)
    #expect(run.rows("facilities.csv", "region", "capacity").first == "AUS,155000")
    let found = problems { try self.run(("x.xlsx", book(second, third)), map: map) }
    #expect(found.first?.contains("12 × Nickel (refined): not in the map") == true)
  }

  @Test("nothing that can be used is an error that says why")
  func nothing() throws {
    let found = problems { try run(("x.xlsx", book(MiningWorkbook.gas))) }
    #expect(
      found.first?.contains("nothing in it could be used: 3 × the unit `Mio m3` is no weight")
        == true)
    let empty = SampleWorkbook.Sheet("Tin", [["Country", "unit", "2022"]])
    #expect(problems { try run(("x.xlsx", book(empty))) }.first?.contains("it has no rows") == true)
  }
}
