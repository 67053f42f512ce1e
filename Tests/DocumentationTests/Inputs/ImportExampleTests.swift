import Foundation
import TestSupport
import Testing

/// The examples of imports on the pages, run on small files in the form of the sources.
@Suite("Examples of imports on the pages")
struct ImportExampleTests {
  private static let trade = """
    refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue
    2022,392,M,156,284610,5000000,20000000
    2022,392,M,276,284690,100000,900000
    2022,392,M,156,280530,3000000,90000000
    2022,348,M,36,2606,90000000,4000000
    2022,348,M,276,281820,1000000,400000

    """
  /// As in files for one mineral whose type does not name it.
  private static let rareEarths = """
    Country,Type,Prod_t_2022,Prod_t_est_2023
    Australia,Mine production,18000,18000
    China,Mine production,210000,240000
    Other countries,Mine production,60,80

    """
  private static let bauxite = """
    Country,Type,Prod_kt_2022,Prod_kt_est_2023
    Australia,"Bauxite, mine production",102000,98000

    """

  /// The blocks of code of a section of a page.
  private static func blocks(of section: String, on page: String) throws -> [String] {
    let text = try String(
      contentsOf: TestPaths.package.appending(path: page), encoding: .utf8)
    let start = try #require(text.range(of: "\n### \(section)\n"))
    let rest = text[start.upperBound...]
    let end = rest.range(of: "\n### ")?.lowerBound ?? rest.endIndex
    return rest[..<end].matches(of: /(?m)^```[a-z]*\n((?s:.*?))^```/).map { String($0.output.1) }
  }

  private static func withDownloads(_ work: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let files = [
        "TradeData.csv": trade, "mcs2024-raree_world.csv": rareEarths,
        "mcs2024-bauxi_world.csv": bauxite,
      ]
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      try work(folder)
    }
  }

  private static func expectDone(_ line: String, in folder: URL) throws {
    let run = try runPlusOne(line.split(separator: " ").dropFirst().map(String.init), in: folder)
    #expect(run.status == 0, "\(line)\n\(run.errors)")
  }

  @Test("on the page of commands do what they say", arguments: ["comtrade", "usgs"])
  func commands(source: String) throws {
    let blocks = try Self.blocks(of: "plusone import \(source)", on: "docs/commands.md")
    let map = try #require(blocks.first { $0.hasPrefix("home:") })
    let lines = blocks.flatMap { $0.split(separator: "\n").map(String.init) }
    let commands = lines.filter { $0.hasPrefix("plusone ") && !$0.contains("<") }
    #expect(commands.count == 2)
    try Self.withDownloads { folder in
      try write(["map.yaml": Array(map.utf8)], to: folder)
      for command in commands { try Self.expectDone(command, in: folder) }
      if source == "usgs" {
        try Self.expectDone(
          "plusone import usgs mcs2024-raree_world.csv --into mapped --map map.yaml", in: folder)
        try Self.expectDone("plusone validate mapped", in: folder)
      }
    }
  }

  @Test("on the page of formats is a map for both sources")
  func formats() throws {
    let page = try String(
      contentsOf: TestPaths.package.appending(path: "docs/formats.md"), encoding: .utf8)
    let map = try #require(
      page.firstMatch(of: /<!-- file: map.yaml -->\n```yaml\n((?s:.*?))```/)?.output.1)
    try Self.withDownloads { folder in
      try write(["map.yaml": Array(map.utf8)], to: folder)
      for command in [
        "plusone import comtrade TradeData.csv --into both --map map.yaml",
        "plusone import usgs mcs2024-bauxi_world.csv --into both --map map.yaml",
        "plusone validate both",
      ] {
        try Self.expectDone(command, in: folder)
      }
    }
  }
}
