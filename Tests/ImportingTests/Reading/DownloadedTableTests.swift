import Tables
import Testing

@testable import Importing

@Suite("Downloaded tables")
struct DownloadedTableTests {
  private func read(
    _ text: String, dropsWrongRows: Bool = true
  ) -> (table: DownloadedTable?, problems: [String]) {
    let log = ProblemLog()
    let table = DownloadedTable(
      file: "t.csv", bytes: Array(text.utf8), log: log, dropsWrongRows: dropsWrongRows)
    return (table, log.problems.map(\.description))
  }

  @Test("wrong rows are left out where a source allows it, and are an error elsewhere")
  func wrongRows() throws {
    let text = "a,b\n1,2\n3\n4,5,6\n\"7\"x,8\n9,10\n"
    let (found, problems) = read(text)
    let table = try #require(found)
    #expect(problems == [] && table.csv.rowCount == 2)
    #expect(table.wrongRows.map(\.line) == [3, 4, 5])
    let strict = read(text, dropsWrongRows: false)
    #expect(strict.table == nil && strict.problems.count == 3)
  }

  @Test("a quote that is never closed, and more than a thousand wrong rows, are errors")
  func errors() {
    #expect(read("a,b\n1,2\n\"3,4\n5,6\n").table == nil)
    let many = read("a,b\n" + String(repeating: "1\n", count: 1001))
    #expect(many.table == nil && many.problems.count == 1001)
  }

  @Test(
    "a first column without a name has the numbers of rows", arguments: ["", "\"\"", "\u{FEFF}"])
  func rowNumbers(name: String) throws {
    let table = try #require(read("\(name),a\n1,2\n").table)
    #expect(table.csv.columns == ["rowNumber", "a"] && table.text(0, 1) == "2")
  }

  @Test("JSON is said to be JSON")
  func json() {
    #expect(read(" {\"data\": []}").problems.first?.contains("the file is JSON") == true)
  }

  @Test("home is not among the others in files of minerals either")
  func homeOfMines() throws {
    let map = "commodities: [{commodity: ore, usgs: raree}]\nregions: {ROW: others}\n"
    let run = try importing(
      .usgs, [("mcs2024-raree_world.csv", Array(Downloads.usgs2024.utf8))], map: map, home: "USA")
    #expect(run.rows("facilities.csv", "region") == ["ROW", "USA"])
  }
}
