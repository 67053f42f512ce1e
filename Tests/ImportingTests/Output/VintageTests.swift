import Testing

@testable import Importing

@Suite("Years and editions in the sources of imported rows")
struct VintageTests {
  @Test("a source says year, edition and figure, and is read again")
  func roundTrip() {
    let output = Vintage(year: 2023, edition: 2024, publisher: .usgs, value: 0.002)
    let source =
      "USGS, Mineral Commodity Summaries 2024, \(output.words("output")) (a bound); é.csv:2"
    #expect(Vintage(source: source) == output)
    let value = Vintage(year: 2022, publisher: nil, value: 11.6091736)
    #expect(
      Vintage(source: "UN Comtrade; é.csv:3; \(value.words("unit value")), value over net weight")
        == value)
  }

  @Test("words about an estimate and names of files are no unit value")
  func estimates() {
    let value = Vintage(year: 2023, publisher: nil, value: 5).words("unit value")
    let source =
      "assumption: 100 % of the quantity is estimated (the importer's value without a weight, at the unit value of the exporter); UN Comtrade, HS 2504; "
    for file in ["b.csv", "unit value of 2020: 7.csv", "; unit value of 2020: 7.csv"] {
      let whole = "\(source)\(file):2; \(value), value over net weight, in place of the costs"
      #expect(Vintage(source: whole) == Vintage(year: 2023, publisher: nil, value: 5))
    }
    #expect(Vintage(source: source + "b.csv:2") == nil)
  }

  @Test(
    "sources in other words have no vintage",
    arguments: [
      "", "survey", "output of 2023; mines.csv:2", "output of 23: 5", "output of 2023: many",
      "UN Comtrade: median unit value of 2 lanes, weighted by quantity",
    ])
  func others(source: String) {
    #expect(Vintage(source: source) == nil)
  }

  @Test("the later year counts, then the later edition, and what stands in for a value is oldest")
  func order() throws {
    let standIn = try #require(Vintage(source: StubText.withoutValue("ore", 5)))
    #expect(standIn.value == 5)
    #expect(standIn < Vintage(year: 2020, publisher: nil, value: 1))
    #expect(
      Vintage(year: 2020, edition: 2022, publisher: nil, value: 9)
        < Vintage(year: 2020, edition: 2023, publisher: nil, value: 1))
    #expect(
      Vintage(year: 2020, edition: 2025, publisher: nil, value: 9)
        < Vintage(year: 2021, edition: 2022, publisher: nil, value: 1))
  }
}
