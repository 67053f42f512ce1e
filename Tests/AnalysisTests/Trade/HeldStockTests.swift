import Analysis
import Foundation
import GLPKSolver
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("Stocks that matter")
struct HeldStockTests {
  private func stocks(_ goal: String, _ options: String) throws -> [HeldStock] {
    try withTemporaryFolder { folder in
      let stockpiles =
        "stockpile,region,commodity,initial,capacity,holding_cost,final\nhome,A,g,10,100,0.01,0\nother,B,g,10,100,0.01,0\n"
      try OneBuyer.write(to: folder, goal: goal, with: ["stockpiles.csv": stockpiles])
      let instance = try InstanceReader.read(folder: folder.path)
      let file = folder.appending(path: "model.yaml")
      let text = try String(contentsOf: file, encoding: .utf8) + options
      let model = try ModelReader.read(
        bytes: Array(text.utf8), file: "model.yaml", instance: instance)
      let result = try Planner(solver: GLPKSolver()).plan(instance, model)
      return try #require(PlanView(result)).stocksThatMatter
    }
  }

  private let cap = "kind: reliance, upon: C, commodity: g, at_most: 90%"

  @Test(
    "a goal on cover shows home's stockpile in units and in days of the 50 units that are used a year"
  )
  func cover() throws {
    let found = try stocks("kind: cover, commodity: g, at_least: 146", "stockpiles: free\n")
    #expect(found.map(\.stockpile) == ["home"])
    let stock = try #require(found.first)
    #expect(stock.initial == 10 && stock.commodity == "g" && stock.region == "A")
    #expect(stock.level.map { abs($0 - 20) < 1e-6 } == [true])
    #expect(stock.days.map { abs(($0 ?? 0) - 146) < 1e-6 } == [true])
  }

  @Test("without such a goal a stockpile is shown only if its level changes")
  func changes() throws {
    #expect(try stocks(cap, "stockpiles: hold\n").isEmpty)
    #expect(try stocks(cap, "stockpiles: none\n").isEmpty)
    // A stock that need not be kept is used up.
    let used = try stocks(cap, "stockpiles: free\n")
    #expect(used.map(\.stockpile) == ["home"] && used.map(\.level) == [[0]])
  }
}
