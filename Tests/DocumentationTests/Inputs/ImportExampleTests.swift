import Foundation
import TestSupport
import Testing

@Suite("The map of imports on the page of formats")
struct ImportExampleTests {
  @Test("is a map for every source")
  func formats() throws {
    let page = try String(
      contentsOf: TestPaths.package.appending(path: "docs/formats.md"), encoding: .utf8)
    let map = try #require(
      page.firstMatch(of: /<!-- file: map.yaml -->\n```yaml\n((?s:.*?))```/)?.output.1)
    try withTemporaryFolder { url in
      let folder = try ExampleFolder(url, files: ["map.yaml": String(map)])
      for command in [
        "plusone import comtrade TradeData.csv --into both --map map.yaml",
        "plusone import baci BACI_HS92_Y2000_V202401b.csv --into baci --map map.yaml",
        "plusone import usgs mcs2024-bauxi_world.csv --into both --map map.yaml",
        "plusone validate both",
      ] {
        try folder.run(DocumentedCommand(text: command, place: "docs/formats.md"))
      }
    }
  }
}
