import Analysis
import CaseSupport
import Storage
import Testing

@testable import Reporting

@Suite("Stocks in the report of a plan")
struct StockSectionTests {
  @Test("have a table in units and a table in days of use, and no table has both")
  func oneUnit() throws {
    let solved = try SolvedCase("stockpile-free")
    let view = try #require(solved.view)
    let lines = TerminalReport(try solved.folder.summary).lines().map(\.text)
    let starts = lines.indices.filter { lines[$0].hasPrefix("Stocks at the end of each period") }
    #expect(
      starts.map { lines[$0] } == [
        "Stocks at the end of each period, in the unit of the row",
        "Stocks at the end of each period, in days of use",
      ])
    let stocks = view.stocksThatMatter
    try #require(!stocks.isEmpty)
    for (start, header) in zip(starts, ["unit", ""]) {
      let grid = lines[(start + 1)...].prefix { !$0.isEmpty }
      #expect(grid.first?.contains("unit") == !header.isEmpty)
      // A header, and one row a stockpile.
      #expect(grid.count == 1 + stocks.count, "\(grid)")
    }
  }
}
