import Charts
import Testing

@Suite("The picture of the chain")
struct ChainTests {
  private let picture = SamplePictures.chain(units: ["ore": "t", "metal": "t", "scrap": "t"])

  /// From which column to which the links of some goods go, in one period.
  private func spans(_ link: String, _ commodity: String) -> Set<[Double]> {
    Set(
      picture.data.objects.filter {
        $0["link"] == .text(link) && $0["commodity"] == .text(commodity)
      }.compactMap { row in
        guard let from = row["_from"]?.number, let to = row["_to"]?.number else { return nil }
        return [from, to]
      })
  }

  @Test("flows go from the column where goods are made to the first one where they are used")
  func columns() {
    #expect(spans("flow", "ore") == [[0, 1]])
    #expect(spans("flow", "metal") == [[1, 2]])
    #expect(spans("use", "metal") == [[2, 3]])
  }

  @Test("what stays inside one column is not drawn, and the chain is cut where scrap comes back")
  func inner() {
    #expect(spans("input", "ore").isEmpty)
    #expect(spans("output", "metal").isEmpty)
    #expect(spans("flow", "scrap") == [[2, 3]])
    #expect(spans("input", "scrap") == [[3, 1]])
  }

  @Test("a link that is not home's, and a period without links, are left out")
  func others() {
    var rows = SamplePictures.chainRows
    for place in rows.indices where rows[place].period == "2025" {
      (rows[place].homeCost, rows[place].homeQuantity) = (0, 0)
    }
    let words = Chain.Words(
      home: "Home", currency: "USD", units: [:], commodities: [:], sentence: "")
    let picture = Chain.picture(
      id: "chain", of: rows, periods: ["2025", "2030"], limit: 300, regions: SamplePictures.regions,
      words: words)
    #expect(picture?.data.values(of: "period") == [.text("2030")])
    let nothing = Chain.picture(
      id: "chain", of: rows, periods: ["2025"], limit: 300, regions: SamplePictures.regions,
      words: words)
    #expect(nothing?.id == nil)
  }
}
