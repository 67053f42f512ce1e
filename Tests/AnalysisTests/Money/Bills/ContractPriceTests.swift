import CaseSupport
import Sourcing
import TestSupport
import Testing

@testable import Analysis

@Suite("Prices under contracts")
struct ContractPriceTests {
  @Test("those into and out of home are among the figures, all in the table, with their names")
  func names() throws {
    var instance = SmallTrade.instance
    let contracts = [
      ("m", SmallTrade.metal, SmallTrade.a, 10.0, 8.0), ("o", SmallTrade.ore, SmallTrade.c, 20, 5),
    ]
    for (id, commodity, destination, quantity, price) in contracts {
      instance.contracts.append(
        Contract(
          id: id, commodity: commodity, origin: id == "m" ? SmallTrade.c : SmallTrade.b,
          destination: destination, quantity: quantity, periods: 0...0, price: price))
    }
    let view = PlanView(
      instance: instance, model: Model(for: instance, stockpiles: .free), plan: SmallTrade.plan)
    let bills = try BillComparison(view)
    let all = ContractPrice.all(bills.plan, of: instance)
    #expect(all.map(\.contract) == ["m", "o"])
    let first = try #require(all.first)
    #expect(first.commodity == "metal" && first.origin == "C" && first.destination == "A")
    #expect(first.period == "2030" && first.quantity == 10 && first.price == 8)
    #expect(isClose(first.averageCost, 6.2, within: 1e-12))
    #expect(isClose(first.aboveCost, 18, within: 1e-12))
    #expect(BillFigures(bills, of: view).contractPrices == [first])
  }
}
