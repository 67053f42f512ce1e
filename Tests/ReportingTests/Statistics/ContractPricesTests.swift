import Analysis
import CaseSupport
import Foundation
import GLPKSolver
import Planning
import Reporting
import Sourcing
import Storage
import Tables
import TestSupport
import Testing

@Suite("The table of prices under contracts")
struct ContractPricesTests {
  /// The case with two contracts on a lane, one with a price and one with a floor, and a third that a floor raises.
  private static func folder() throws -> PlanFolder {
    let solved = try SolvedCase("contract")
    var instance = solved.instance
    instance.contracts[0].price = 40
    instance.contracts[1].floor = 30
    var third = instance.contracts[0]
    (third.id, third.origin, third.destination) = ("c2", 1, 2)
    (third.quantity, third.price, third.floor) = (1, 2, 3)
    instance.contracts.append(third)
    let result = try Planner(solver: GLPKSolver()).plan(instance, solved.model)
    return try PlanFolder(result, withoutGoals: nil, solver: GLPKSolver().name)
  }

  @Test(
    "the stored tables give what contracts move: quantity · (price − average cost), of the flow, by seller"
  )
  func stored() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      var folder = try Self.folder()
      try folder.write(to: path)
      let log = ProblemLog()
      let tables = PlanTables(stored: path, problems: log)
      #expect(log.isEmpty)
      let (prices, flows) = (tables[.contractPrices], tables[.allocation])
      // c0 holds in two periods, c1 in three, c2 in two.
      #expect(prices.rowCount == 7)
      var moved: [[String]: Double] = [:]
      for row in 0..<prices.rowCount {
        let number = { (column: String) in try #require(prices.number(row, column)) }
        let lane = ["period", "commodity", "origin", "destination"].map { prices.text(row, $0) }
        let flow = try #require(
          flows.rows(where: [
            "period": lane[0], "commodity": lane[1], "origin": lane[2], "destination": lane[3],
          ]).first.flatMap { flows.number($0, "quantity") })
        let (quantity, price) = (try number("quantity"), try number("price"))
        let (cost, above) = (try number("average_cost"), try number("above_cost"))
        #expect(quantity <= flow * (1 + 1e-9) && quantity > 0)
        #expect(price == ["c0": 40, "c1": 30, "c2": 3][prices.text(row, "contract")])
        #expect(cost > 0 && isClose(above, quantity * (price - cost), within: 1e-9))
        moved[[lane[0], lane[2]], default: 0] += above
      }
      // What others than the seller's region pay is what it gets.
      let bills = tables[.bills]
      var paid: [[String]: Double] = [:]
      var got: [[String]: Double] = [:]
      for row in bills.rows(where: ["category": "contract"]) {
        let key = [bills.text(row, "period"), bills.text(row, "spent_in")]
        let amount = try #require(bills.number(row, "amount"))
        if bills.text(row, "payer") == key[1] {
          got[key, default: 0] -= amount
        } else {
          paid[key, default: 0] += amount
        }
      }
      #expect(Set(paid.keys) == Set(moved.keys) && Set(got.keys) == Set(moved.keys))
      for (key, amount) in moved {
        let (paid, got) = (try #require(paid[key]), try #require(got[key]))
        #expect(isClose(paid, got, within: 1e-9), "\(key)")
        #expect(abs(paid) <= abs(amount) * (1 + 1e-9), "\(key)")
      }
      let home = try #require(folder.summary.bills?.contractPrices)
      #expect(home.map(\.contract) == ["c0", "c1", "c0", "c1", "c1"])
    }
  }

  @Test("without prices the table has no rows")
  func empty() throws {
    let folder = try SolvedCase("contract").folder
    #expect(folder.tables[.contractPrices].rowCount == 0)
    #expect(folder.summary.bills?.contractPrices == [])
  }
}
