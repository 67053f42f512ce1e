import Testing

@testable import Importing

@Suite("Regions and codes of an import map")
struct ImportMapTests {
  private static func map(home: String) -> String {
    "home: \(home)\ncommodities: [{commodity: g, hs: 2504}]\nregions: {CHN: CHN, ROW: others}\n"
  }

  private func flows(_ run: ImportRun) -> [String] {
    run.rows("history.csv", "origin", "destination", "period")
  }

  private func imports(_ year: Int) -> [(String, [UInt8])] {
    let rows = [842, 392, 124].map {
      Downloads.row(year, $0, "M", 156, "2504", kg: "1000", value: "5000")
    }
    return [("y\(year).csv", Array(Downloads.comtrade(rows).utf8))]
  }

  @Test("none of the homes is among the others: of the folder, the map, and the command")
  func homes() throws {
    let first = try importing(.comtrade, imports(2022), map: Self.map(home: "USA"))
    #expect(flows(first) == ["CHN,ROW,2022", "CHN,USA,2022"])
    let ofMap = try importing(
      .comtrade, imports(2023), map: Self.map(home: "JPN"), existing: first.files)
    #expect(
      flows(ofMap).filter { $0.hasSuffix("2023") } == [
        "CHN,JPN,2023", "CHN,ROW,2023", "CHN,USA,2023",
      ])
    let ofCommand = try importing(
      .comtrade, imports(2023), map: Self.map(home: "CAN"), home: "JPN", existing: first.files)
    #expect(
      flows(ofCommand).filter { $0.hasSuffix("2023") } == [
        "CHN,CAN,2023", "CHN,JPN,2023", "CHN,USA,2023",
      ])
  }

  @Test("a code is a part of the code of the map with which it begins")
  func headings() {
    let known: Set<String> = ["2504", "28", "720211"]
    let headings = ["250410", "2504", "2846", "284610", "72021100", "720212", "2", ""].map {
      HSCode.heading(of: $0, in: known)
    }
    #expect(headings == ["2504", "2504", "28", "28", "720211", nil, nil, nil])
  }
}
