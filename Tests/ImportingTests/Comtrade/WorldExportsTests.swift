import Testing

@testable import Importing

@Suite("Exports of the world from UN Comtrade")
struct WorldExportsTests {
  private typealias Exports = [String: TradeFigures]

  private func row(
    _ reporter: Int, _ flow: String, _ partner: Int, _ value: Int, code: String = "284610"
  ) -> String {
    Downloads.row(
      2023, reporter, flow, partner, code, kg: String(value), value: String(value))
  }

  private func exports(
    _ rows: [String], map: String? = ComtradeRecordsTests.map, touching: Set<String>? = ["JPN"]
  ) throws -> [String: Double]? {
    let found = try ComtradeRecordsTests.records([rows], map: map, touching: touching)
    let good = map == nil ? "284610" : "compounds"
    return found.worldExports[good]?[TradePeriod(year: 2023)]?.mapValues(\.value)
  }

  @Test("they are there if origins of 90 % of the value report them")
  func enough() throws {
    let imports = [row(392, "M", 156, 900), row(392, "M", 842, 100)]
    let china = row(156, "X", 0, 5000)
    #expect(try exports(imports + [china]) == ["CHN": 5000, "USA": 100])
    let more = [row(392, "M", 156, 890), row(392, "M", 842, 110)]
    #expect(try exports(more + [china]) == nil)
    #expect(try exports(more + [china, row(842, "X", 0, 70)]) == ["CHN": 5000, "USA": 70])
    #expect(try exports(imports) == nil)
  }

  @Test("exports to the importer alone are not those to the world")
  func mirrorOnly() throws {
    let rows = [row(392, "M", 156, 900), row(156, "X", 392, 880)]
    #expect(try exports(rows) == nil)
    #expect(try exports(rows + [row(156, "X", 276, 300)]) == ["CHN": 1180])
  }

  @Test("the row for the world counts before the sum of partners, and re-exports are taken off")
  func worldRow() throws {
    let rows = [
      row(392, "M", 156, 900), row(156, "X", 0, 5000), row(156, "X", 276, 300),
      row(156, "RX", 0, 500),
    ]
    #expect(try exports(rows) == ["CHN": 4500])
  }

  @Test("what stays inside a region of the map is not exported")
  func inside() throws {
    let rows = [
      row(392, "M", 276, 900), row(276, "X", 0, 5000), row(276, "X", 251, 1000),
      row(251, "X", 276, 10), row(251, "X", 842, 20),
    ]
    #expect(try exports(rows) == ["EUR": 4020])
    #expect(try exports(rows, map: nil) == ["DEU": 5000, "FRA": 30])
  }

  @Test("an edition with a number that is no digit is another classification")
  func wrongEdition() throws {
    let rows = [row(392, "M", 156, 900), row(156, "X", 0, 5000)]
    let wrong = row(156, "X", 0, 4000).replacing(",H6,HS,True,", with: ",H万,HS,True,")
    #expect(try exports(rows + [wrong]) == ["CHN": 5000])
  }

  @Test("rows given twice count once, and of several editions of the HS one counts")
  func twice() throws {
    let newer = row(156, "X", 0, 5000)
    let older = row(156, "X", 0, 4000).replacing(",H6,HS,True,", with: ",H5,HS,False,")
    let rows = [row(392, "M", 156, 900)]
    #expect(try exports(rows + [newer, older]) == ["CHN": 5000])
    #expect(try exports(rows + [older, newer, newer]) == ["CHN": 5000])
    #expect(try exports(rows + [newer, row(156, "X", 0, 5500)]) == ["CHN": 5500])
  }
}
