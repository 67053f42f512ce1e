import Foundation
import GLPKSolver
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Reporting

/// What the report of stockpiles says beside its numbers.
struct StockpileReportTests {
  private func sizing(
    of commodities: [CommodityIndex]? = nil, also files: [String: String] = [:]
  ) throws -> StockpileSizing {
    try withTemporaryFolder { folder in
      try write(ThreeGoods.bytes.merging(files.mapValues { Array($0.utf8) }) { $1 }, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      let model = try ModelReader.read(
        file: folder.appending(path: "model.yaml").path, instance: instance)
      let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
      let stress = StressRunner(
        instance: instance, model: model, plan: plan, options: model.stress, solver: GLPKSolver())
      return StockpileSizing(
        stress: stress, members: instance.home, disruptions: instance.disruptions, service: 0.75,
        commodities: commodities)
    }
  }

  private func comparison(_ sizing: StockpileSizing, _ modes: [Sharing.Mode]) throws
    -> StockpileComparison
  {
    let sizes = try sizing.sizes(under: [.own] + modes, findsUses: true)
    return StockpileComparison(
      sizing, own: sizes[0], shown: modes.isEmpty ? sizes : Array(sizes.dropFirst()))
  }

  private func text(_ comparison: StockpileComparison) -> String {
    comparison.lines().flatMap { $0.text.split(separator: " ") }.joined(separator: " ")
  }

  private let unsizedFuel = [
    "commodities.csv": "commodity,unit,price\noil,t,10\nfuel,t,20\n",
    "processes.csv": "process,stage,output\nwell,well,oil\nrefine,refinery,fuel\n",
    "recipes.csv": "process,commodity,role,quantity\nrefine,oil,input,1\n",
    "facilities.csv": """
    facility,process,region,capacity,unit_cost
    east-well,well,EAST,120,1
    west-well,well,WEST,120,1
    east-refinery,refine,EAST,120,1
    west-refinery,refine,WEST,120,1

    """,
    "demands.csv": "region,commodity,period,quantity,shortage_cost\n*,fuel,*,120,100\n",
    "stockpiles.csv": """
    stockpile,region,commodity,initial,capacity,holding_cost
    east-oil,EAST,oil,0,500,0.5
    west-fuel,WEST,fuel,200,500,0.5

    """,
    "disruptions.csv": """
    disruption,effect,region,process,factor,months
    quake,production,EAST,refine,0,12

    """,
  ]

  @Test("stocks that are not sized are among the transfers, and an empty buy list is said to be so")
  func unsized() throws {
    let comparison = try comparison(
      try sizing(of: [0], also: unsizedFuel), [.pooled])
    let text = text(comparison)
    for piece in [
      "Buy list under sharing pooled: none. No member has a stock or needs one.",
      "Transfers between members under sharing pooled, so that all reach the service level",
      "quake fuel WEST EAST t 90", "Not sized, but also used: the stocks of fuel.",
      "Stock, by member and commodity: none",
    ] {
      #expect(text.contains(piece), "\(piece)")
    }
    let table = comparison.transfersTable
    #expect(table.rowCount > 0)
    #expect(
      table.rows(where: ["commodity": "fuel", "from": "WEST", "to": "EAST"]).count == table.rowCount
    )
    #expect(StockpileSummary(comparison).arrangements[0].transfers.count == table.rowCount)
  }

  @Test("the report says that the members together have enough")
  func enoughTogether() throws {
    let pooled = try comparison(try sizing(of: [0]), [.pooled])
    // EAST has 5 and WEST 100; they need 45 each.
    #expect(
      text(pooled).contains(
        "The members together have enough oil: 105.0 t, and they need 90.00 t. What one member must buy, another one has to spare."
      ))
    let own = try comparison(try sizing(of: [0]), [])
    #expect(!text(own).contains("together have enough"))
  }

  @Test(
    "windows that were not found are told with the buy list of every rule",
    arguments: [true, false])
  func missing(isOwn: Bool) throws {
    let sizing = try sizing()
    var sizes = try sizing.sizes(under: [isOwn ? .own : .pooled], findsUses: true)[0]
    sizes.uses[1] = nil
    let text = text(StockpileComparison(sizing, own: sizes, shown: [sizes]))
    #expect(text.contains("not found"))
    #expect(
      text.contains(
        "What 1 of 5 disruptions need was not found, because of the time limit or a failure of the solver."
      ))
    #expect(text.contains("transfers in these disruptions are missing") == !isOwn)
  }

  @Test("a saving that is rounding is 0 in tables too")
  func rounding() throws {
    let sizing = try sizing()
    let own = try sizing.sizes(under: [.own])[0]
    var other = own
    other.stockCost += 1e-12
    for index in other.levels.indices { other.levels[index].cost += 1e-12 }
    let comparison = StockpileComparison(sizing, own: own, shown: [other])
    for table in [
      comparison.totalsTable, comparison.commoditiesTable, comparison.membersTable,
    ] {
      #expect(table.rowCount > 0)
      for row in 0..<table.rowCount { #expect(table.text(row, "saving") == "0") }
    }
    #expect(StockpileSummary(comparison).arrangements[0].saving == 0)
  }

  @Test(
    "a quota has all of its digits",
    arguments: [(0.005, "0.5%", "99.5%"), (0.996, "99.6%", "0.4%"), (0.3, "30%", "70%")])
  func quota(share: Double, most: String, kept: String) {
    let text = Sharing.Mode.quota(share).sentence
    #expect(text.contains("at most \(most) of each stock"))
    #expect(text.contains("keeps at least \(kept) of its stock"))
  }

  @Test("all lines of many transfers fit", arguments: [60, 80])
  func manyTransfers(width: Int) throws {
    let names = (1...31).map { "quake\($0),production,EAST,well,0,12\n" }.joined()
    let sizing = try sizing(
      of: [0],
      also: [
        "disruptions.csv":
          "disruption,effect,region,process,factor,months\n\(names)storm,production,WEST,well,0,12\n"
      ])
    let lines = try comparison(sizing, [.pooled]).lines(width: width).map(\.text)
    #expect(lines.contains { $0.hasPrefix("and 2 more; transfers.csv") })
    for line in lines { #expect(line.count <= width, "\(line)") }
  }
}
