import Foundation
import Testing

@testable import Importing

@Suite("Trade and mines in one folder")
struct TwoSourcesTests {
  private static let map = """
    home: JPN
    commodities: [{commodity: ore, hs: [2504], usgs: Graphite, process: mine_ore, unit: t}]

    """

  /// Japan and the United States import; China and the United States export. 2023.
  private static let trade = Downloads.comtrade([
    Downloads.row(2023, 392, "M", 156, "2504", kg: "1200000", value: "2400000"),
    Downloads.row(2023, 392, "M", 842, "2504", kg: "100000", value: "300000"),
    Downloads.row(2023, 842, "M", 156, "2504", kg: "300000", value: "600000"),
    Downloads.row(2023, 392, "M", 484, "2504", kg: "5000", value: "10000"),
  ])

  private static func mines(china: Int) -> String {
    """
    Source,Country,Type,Prod_t_2022,Prod_t_est_2023
    MCS2024,China,"Graphite, mine production",\(china - 100),\(china)
    MCS2024,United States,"Graphite, mine production",400,500
    MCS2024,Mozambique,"Graphite, mine production",70,80
    MCS2024,World total (rounded),"Graphite, mine production",\(china + 370),\(china + 580)

    """
  }

  private func add(
    _ source: Source, _ text: String, to folder: [String: String] = [:]
  ) throws -> ImportRun {
    let name = source == .usgs ? "mcs2024-graph_world.csv" : "trade.csv"
    return try importing(source, [(name, Array(text.utf8))], map: Self.map, existing: folder)
  }

  @Test("both orders give the same tables and a plan", arguments: [2000, 1000])
  func orders(china: Int) throws {
    let mines = Self.mines(china: china)
    let tradeFirst = try add(.usgs, mines, to: add(.comtrade, Self.trade).files)
    let minesFirst = try add(.comtrade, Self.trade, to: add(.usgs, mines).files)
    #expect(Set(tradeFirst.files.keys) == Set(minesFirst.files.keys))
    for (name, text) in tradeFirst.files where name != "instance.yaml" {
      #expect(text == minesFirst.files[name], "\(name)")
    }
    let manifest = minesFirst.files["instance.yaml"] ?? ""
    #expect(manifest.contains("periods: {from: 2022, to: 2024}"))
    #expect(manifest.contains("{rival: CHN, focus: ore}"))
    for run in [tradeFirst, minesFirst] {
      let plan = try PlannedImport(run.files)
      #expect(plan.isOptimal)
      #expect(plan.warnings.filter { $0.contains("history.csv") } == [])
    }
  }

  @Test("facilities stand in only for exporters without mines, and for exports beyond the output")
  func standIns() throws {
    let enough = try add(.comtrade, Self.trade, to: add(.usgs, Self.mines(china: 2000)).files)
    #expect(
      enough.rows("facilities.csv", "facility", "capacity") == [
        "mine_ore_CHN,2000", "mine_ore_MOZ,80", "mine_ore_USA,500", "ore_MEX,5",
      ])
    let little = try add(.usgs, Self.mines(china: 1000), to: add(.comtrade, Self.trade).files)
    #expect(little.rows("facilities.csv", "facility", "capacity").contains("ore_CHN,500"))
    #expect(
      little.missing.contains {
        $0.hasPrefix(
          "facilities.csv: CHN exported 1500 of ore in 2023, but its producers make at most 1000: ore_CHN stands in for the rest"
        )
      })
    #expect(enough.missing.allSatisfy { !$0.contains("CHN exported") })
    // No exporter is left without mines: the stand-ins and their process are removed.
    let mexico = Self.mines(china: 2000).replacing("Mozambique", with: "Mexico")
    let all = try add(.usgs, mexico, to: add(.comtrade, Self.trade).files)
    #expect(all.rows("processes.csv", "process") == ["mine_ore"])
    #expect(all.rows("facilities.csv", "facility").allSatisfy { $0.hasPrefix("mine_ore_") })
  }

  @Test("what is made in a region does not serve its demand, which is imports only")
  func closedLanes() throws {
    let run = try add(.comtrade, Self.trade, to: add(.usgs, Self.mines(china: 2000)).files)
    #expect(
      run.rows("lanes.csv", "origin", "destination", "capacity").filter { $0.hasSuffix(",0") } == [
        "USA,USA,0"
      ])
    let plan = try PlannedImport(run.files)
    #expect(plan.isOptimal)
  }

  @Test("the price of trade fills the blank price of mines")
  func price() throws {
    let mines = try add(.usgs, Self.mines(china: 2000)).files
    #expect(mines["commodities.csv"]?.contains("price not in this source") == true)
    #expect(try add(.comtrade, Self.trade, to: mines).rows("commodities.csv", "price") == ["2"])
  }
}
