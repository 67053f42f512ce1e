import Foundation
import GLPKSolver
import LinearProgramming
import Scenarios
import Sourcing
import TestSupport
import Testing

/// What one disruption alone needs, and which disruptions decide.
struct NeedTests {
  /// EAST uses 10 units of oil a month. `burst` takes 30 more in the first month, `mild` one unit of output in each of
  /// 12 months. `fast` gives any amount but keeps only a tenth over a year; `slow` keeps all and gives one unit a month.
  private func twoStores(slowHoldingCost: Double) throws -> (list: BuyList, uses: [StockpileUse]) {
    let sizing = try BuyListTests.sizing(
      of: [0],
      also: [
        "stockpiles.csv": """
        stockpile,region,commodity,initial,capacity,holding_cost,loss,release_limit
        slow,EAST,oil,0,500,\(slowHoldingCost),0,12
        fast,EAST,oil,0,500,0,0.9,

        """,
        "disruptions.csv": """
        disruption,effect,region,process,commodity,factor,months
        burst,demand,EAST,,oil,4,1
        mild,production,EAST,well,,0.9,12

        """,
      ], service: 1)
    let sizes = try sizing.sizes(under: [.own], findsUses: true)[0]
    return (BuyList(sizes, of: sizing), try sizes.uses.map { try #require($0) })
  }

  /// Units in store at the start, for one unit in month m.
  private func fast(_ month: Double) -> Double { pow(10, month / 12) }

  @Test("a need is not limited by the found sizes of the member's own stockpiles")
  func ownSizes() throws {
    let (list, uses) = try twoStores(slowHoldingCost: 0.5)
    let entry = try #require(list.entries.first)
    let needs = uses.map { $0.needs[0].quantity }
    // A unit of `slow` costs least. It cannot give more than one unit in the first month.
    #expect(abs(needs[0] - (1 + 29 * fast(1))) < 1e-4)
    #expect(abs(needs[1] - 12) < 1e-4)
    // What `fast` holds for the burst serves the first months of `mild`; so `slow` is small, and both are needed.
    #expect(entry.need > needs[0] + 0.5)
    #expect(entry.deciding == [0])
  }

  @Test("the disruption whose need costs most decides, and not the one with the most units")
  func dearStore() throws {
    let (list, uses) = try twoStores(slowHoldingCost: 1000)
    let entry = try #require(list.entries.first)
    let all = (1...12).reduce(0) { $0 + fast(Double($1)) }
    let needs = uses.map(\.needs[0])
    #expect(abs(needs[0].quantity - 30 * fast(1)) < 1e-3)
    #expect(abs(needs[1].quantity - all) < 1e-3)
    #expect(abs(needs[1].cost - 9.5 * all) < 1e-2)
    #expect(abs(entry.need - all) < 1e-3)
    #expect(entry.deciding == [1])
  }

  @Test("a time limit after the sizes keeps them, and nothing is solved twice")
  func timeLimit() throws {
    let network = StockedNetwork(seed: 1)
    let sizing = { (solver: ScriptedSolver) in
      var runner = try SharingLawTests.runner(network)
      runner.solver = solver
      return StockpileSizing(
        stress: runner, members: network.members, disruptions: network.instance.disruptions,
        service: 0.9)
    }
    let sized = ScriptedSolver(GLPKSolver())
    let sizes = try sizing(sized).sizes(under: [.iep])[0]
    let count = sized.requests.count
    try #require(count > 0)
    let cut = ScriptedSolver(GLPKSolver()) { $0.number < count ? .honest : .ends(.timeLimit) }
    let found = try sizing(cut).sizes(under: [.iep], findsUses: true)[0]
    #expect(found.levels.map(\.quantity) == sizes.levels.map(\.quantity))
    #expect(found.uses.count == network.instance.disruptions.count)
    #expect(found.uses.allSatisfy { $0 == nil })
    // The windows without sharing are the programs of the first request; later ones have sizes as columns.
    let whole = ScriptedSolver(GLPKSolver())
    _ = try sizing(whole).sizes(under: [.iep], findsUses: true)
    let unshared = whole.requests[0].program.columnCount
    let later = whole.requests.dropFirst(count)
    #expect(!later.isEmpty && later.allSatisfy { $0.program.columnCount != unshared })
  }
}
