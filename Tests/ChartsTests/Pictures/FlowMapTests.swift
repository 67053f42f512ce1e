import Charts
import Testing

@Suite("The map of flows")
struct FlowMapTests {
  private let picture = SamplePictures.flowMap

  @Test(
    "flows inside a region, of other goods, and to or from regions without a place are not drawn")
  func flows() {
    #expect(picture.data.values(of: "commodity") == [.text("ore"), .text("metal")])
    #expect(picture.data.values(of: "origin") == [.text("RIV"), .text("PAR")])
    #expect(picture.data.rows.count == 2)
  }

  @Test("a region's name is written once for each of the goods")
  func labels() {
    let labels = ([picture.data] + picture.further).flatMap { data in
      data.objects.map { [$0["_goods"], $0["_label"]] }
    }.filter { $0[1] != .text("") }
    #expect(Set(labels).count == labels.count)
    #expect(labels.count == 4)
  }

  @Test("it draws the outlines of countries, which the page has once")
  func outlines() { #expect(picture.drawsOutlines) }
}
