import GLPKSolver
import Planning
import Scenarios
import Sourcing
import TestSupport
import Testing

/// Sharing between islands, solved by hand.
struct WorkedExampleTests {
  private func runner(_ network: IslandNetwork) throws -> StressRunner {
    let model = Model(name: "as-is", projects: [])
    let planned = try Planner(solver: GLPKSolver()).plan(network.instance, model)
    return StressRunner(
      instance: network.instance, model: model, plan: try #require(planned.plan),
      options: network.options, solver: GLPKSolver())
  }

  @Test("a window gives the rights of the worked example, and just these are shared")
  func emergencyRights() throws {
    let shock = IslandNetwork.cut("shock", [(0, 0.85), (1, 520.0 / 600), (2, 0.9)])
    let network = IslandNetwork(
      demands: [1000, 600, 400], stocks: [80, 60, 10], shortageCosts: [300, 100, 100],
      disruptions: [shock])
    let runner = try runner(network)
    let sharing = Sharing(mode: .iep, members: network.members)
    let rights = try #require(try runner.emergencyRights([shock], sharing: sharing)[0][0])
    #expect(abs(rights.shortfall - 0.135) < 1e-6)
    #expect(rights.restraint == 0.10)
    for (found, right) in zip(rights.rights, [38.0 / 3, -8, -14.0 / 3]) {
      #expect(abs(found - right) < 1e-4)
    }
    let outcome = try runner.run([shock], sharing: sharing).disrupted[0]
    #expect(abs(outcome.markets[0].shortage - (150 - 80 - 38.0 / 3)) < 1e-3)
    #expect(abs(outcome.markets[1].shortage - (80 - 60 + 8)) < 1e-3)
    #expect(abs(outcome.markets[2].shortage - (40 - 10 + 14.0 / 3)) < 1e-3)
  }

  @Test("under max-min fairness, pooled stock makes the members' service equal")
  func evenService() throws {
    let shock = IslandNetwork.cut("shock", [(0, 0.5)])
    let network = IslandNetwork(
      demands: [100, 100], stocks: [0, 20], shortageCosts: [1, 1000], disruptions: [shock])
    let outcome = try runner(network).run(
      [shock],
      sharing: Sharing(mode: .pooled, members: network.members, fairness: .maxMin)
    ).disrupted[0]
    // The first member has half of its demand, and gets all the stock.
    #expect(abs(outcome.markets[0].service - 0.7) < 1e-6)
    #expect(abs(outcome.markets[1].service - 1) < 1e-6)
  }

  @Test("two members that are never hit together need half the stock when they pool it")
  func sizes() throws {
    let hits = [IslandNetwork.cut("a", [(0, 0)]), IslandNetwork.cut("b", [(1, 0)])]
    let network = IslandNetwork(demands: [120, 120], stocks: [5, 5], disruptions: hits)
    let sizing = StockpileSizing(
      stress: try runner(network), members: network.members, disruptions: hits, service: 1)
    let sizes = try sizing.sizes(under: [.own, .pooled, .quota(0.3), .quota(0)], jobs: 2)
    // A unit costs 0.05·10 + 0.5 = 1 a year.
    for (found, each) in zip(sizes, [120, 60, 120 / 1.3, 120]) {
      #expect(found.isReached)
      #expect(abs(found.stockCost - 2 * each) < 1e-4)
      for level in found.levels { #expect(abs(level.quantity - each) < 1e-3) }
    }
  }

  @Test("if the service cannot be reached, the largest that can is reported")
  func largestService() throws {
    let hits = [IslandNetwork.cut("a", [(0, 0)]), IslandNetwork.cut("b", [(1, 0)])]
    let network = IslandNetwork(
      demands: [120, 120], stocks: [5, 5], capacity: 60, disruptions: hits)
    let sizing = StockpileSizing(
      stress: try runner(network), members: network.members, disruptions: hits, service: 1)
    let sizes = try sizing.sizes(under: [.own, .pooled])
    #expect(!sizes[0].isReached)
    #expect(abs(sizes[0].service - 0.5) < 1e-6)
    #expect(sizes[1].isReached)
    #expect(throws: SizingError.self) { try sizing.coalitionCosts(under: .pooled) }
  }

  /// The first member lacks 150 and may stock 45; its right is to receive 12.667.
  @Test(
    "under iep, stocks of others add the rights of the worked example",
    arguments: [(0.9, 70.0), (0.91, .nan)])
  func sizesUnderRights(service: Double, cost: Double) throws {
    let shock = IslandNetwork.cut("shock", [(0, 0.85), (1, 520.0 / 600), (2, 0.9)])
    let network = IslandNetwork(
      demands: [1000, 600, 400], stocks: [40, 30, 5], capacity: 45, disruptions: [shock])
    let sizing = StockpileSizing(
      stress: try runner(network), members: network.members, disruptions: [shock],
      service: service)
    let sizes = try sizing.sizes(under: [.own, .iep])
    #expect(abs(sizes[0].service - 0.895) < 1e-6)
    if cost.isFinite {
      #expect(sizes[1].isReached)
      #expect(abs(sizes[1].stockCost - cost) < 1e-4)
    } else {
      #expect(abs(sizes[1].service - (1 - (150 - 45 - 38.0 / 3) / 1000)) < 1e-6)
    }
  }
}
