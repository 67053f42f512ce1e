import Testing

@testable import Importing

@Suite("Flows that are too small to matter")
struct SmallFlowsTests {
  private func flow(
    _ origin: String, _ destination: String, _ tons: Double
  ) -> (key: CountryFlows.Key, flow: CountryFlows.Flow) {
    (
      CountryFlows.Key(good: "250410", year: 2023, origin: origin, destination: destination),
      CountryFlows.Flow(tons: tons, first: FilePlace(file: "f", line: 2))
    )
  }

  @Test("the smallest into home are left out as long as they are together 0.02 % of its imports")
  func intoHome() {
    let small = SmallFlows(
      [
        flow("CHN", "JPN", 9999.75), flow("DEU", "JPN", 1), flow("FRA", "JPN", 0.9),
        flow("ITA", "JPN", 1.2),
      ], home: "JPN")
    #expect(small.kept.map(\.key.origin) == ["CHN", "ITA"], "1.9 of at most 2.0 t")
    #expect(small.leftOut["250410"]?.count == 2)
  }

  @Test("into others, those below 0.01 % of all trade are left out")
  func intoOthers() {
    let small = SmallFlows(
      [
        flow("CHN", "JPN", 5000), flow("CHN", "KOR", 5000), flow("DEU", "KOR", 0.9),
        flow("FRA", "KOR", 1.1),
      ], home: "JPN")
    #expect(small.kept.map(\.key.origin) == ["CHN", "CHN", "FRA"])
  }

  @Test("nothing is left out where all flows matter")
  func none() {
    let small = SmallFlows([flow("CHN", "JPN", 5), flow("BRA", "JPN", 3)], home: "JPN")
    #expect(small.kept.count == 2 && small.leftOut.isEmpty)
  }
}
