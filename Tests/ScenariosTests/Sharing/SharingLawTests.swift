import Formulation
import GLPKSolver
import Planning
import Scenarios
import Sourcing
import Testing

/// Laws of every sharing arrangement, on random networks with several members that have stocks.
struct SharingLawTests {
  /// A planned random network with a half-year window.
  static func runner(_ network: StockedNetwork) throws -> StressRunner {
    let planned = try Planner(solver: GLPKSolver()).plan(network.instance, network.model)
    var options = StressOptions()
    options.horizonMonths = 6
    options.rerouteMonths = 2
    var runner = StressRunner(
      instance: network.instance, model: network.model, plan: try #require(planned.plan),
      options: options, solver: GLPKSolver())
    runner.findsMarketLimits = false
    return runner
  }

  private func outcomes(
    _ runner: StressRunner, _ network: StockedNetwork, _ mode: Sharing.Mode,
    _ fairness: Sharing.Fairness = .efficient
  ) throws -> [StressOutcome] {
    let sharing = Sharing(mode: mode, members: network.members, fairness: fairness)
    return try runner.run(network.instance.disruptions, sharing: sharing).disrupted
  }

  @Test(
    "with more sharing less is lost; a quota of 100 % is pooling, of 0 % no sharing",
    arguments: 1...12)
  func wideningNeverHurts(seed: Int) throws {
    let network = StockedNetwork(seed: seed)
    let runner = try Self.runner(network)
    let modes: [Sharing.Mode] = [.own, .quota(0), .quota(0.3), .quota(1), .pooled]
    let lost = try modes.map { try outcomes(runner, network, $0).map(\.lostValue) }
    for index in 0..<network.instance.disruptions.count {
      let slack = 1e-6 * max(1, lost[0][index])
      #expect(abs(lost[0][index] - lost[1][index]) <= slack)
      #expect(lost[2][index] <= lost[1][index] + slack)
      #expect(lost[3][index] <= lost[2][index] + slack)
      #expect(abs(lost[3][index] - lost[4][index]) <= slack)
    }
  }

  @Test(
    "max-min fairness never lowers the smallest service level, and never harms outsiders",
    arguments: 1...12)
  func fairnessHelpsTheWorstServed(seed: Int) throws {
    let network = StockedNetwork(seed: seed)
    let runner = try Self.runner(network)
    let alone = try outcomes(runner, network, .own)
    var comparedCount = 0
    for mode in [Sharing.Mode.own, .pooled, .quota(0.3)] {
      let efficient = try outcomes(runner, network, mode)
      let fair = try outcomes(runner, network, mode, .maxMin)
      for index in 0..<network.instance.disruptions.count {
        let worst = try smallestService(fair[index], network)
        let worstAlone = try smallestService(alone[index], network)
        #expect(worst >= worstAlone - 1e-6)
        // The efficient answer counts if it leaves outsiders no worse off than without sharing.
        let cap = outsidersLoss(fair[index], network)
        if outsidersLoss(efficient[index], network) <= cap {
          let worstEfficient = try smallestService(efficient[index], network)
          #expect(worst >= worstEfficient - 1e-6)
          comparedCount += 1
        }
        #expect(cap <= outsidersLoss(alone[index], network) + 1e-5 * max(1, cap))
        #expect(fair[index].lostValue >= efficient[index].lostValue - 1e-6 * max(1, cap))
      }
    }
    #expect(comparedCount >= 6, "\(comparedCount) of 9")
  }

  @Test(
    "under iep no member exceeds its right, and the loss is between own and pooled",
    arguments: 1...12)
  func rightsBind(seed: Int) throws {
    let network = StockedNetwork(seed: seed)
    let runner = try Self.runner(network)
    let alone = try outcomes(runner, network, .own)
    let pooled = try outcomes(runner, network, .pooled)
    let shared = try outcomes(runner, network, .iep)
    let sharing = Sharing(mode: .iep, members: network.members)
    let rights = try runner.emergencyRights(network.instance.disruptions, sharing: sharing)
    #expect(!shared[0].sharedDraws.isEmpty)
    for (index, outcome) in shared.enumerated() {
      let slack = 1e-6 * max(1, alone[index].lostValue)
      #expect(outcome.lostValue <= alone[index].lostValue + slack)
      #expect(outcome.lostValue >= pooled[index].lostValue - slack)
      for commodity in network.instance.commodities.indices {
        let right = try #require(rights[index][commodity])
        #expect(abs(right.rights.reduce(0, +)) <= 1e-6)
        for (place, member) in network.members.members.enumerated() {
          let draws = outcome.sharedDraws.filter {
            network.instance.stockpiles[$0.stockpile].commodity == commodity
          }
          let given = draws.filter { network.instance.stockpiles[$0.stockpile].region == member }
          let received = draws.filter { $0.destination == member }
          let limit = right.limit(of: place)
          #expect(given.reduce(0) { $0 + $1.quantity } <= limit.give + 1e-6)
          #expect(received.reduce(0) { $0 + $1.quantity } <= limit.receive + 1e-6)
        }
      }
    }
  }

  /// The smallest service level of a member's market; both goods are stocked by some member.
  private func smallestService(_ outcome: StressOutcome, _ network: StockedNetwork) throws
    -> Double
  {
    let stocked = network.instance.commodities(stockedBy: network.members.members)
    let services = outcome.markets.filter {
      network.members.members.contains($0.region) && stocked.contains($0.commodity)
    }.map(\.service)
    return try #require(services.min())
  }

  private func outsidersLoss(_ outcome: StressOutcome, _ network: StockedNetwork) -> Double {
    outcome.markets.filter { !network.members.members.contains($0.region) }
      .reduce(0) { $0 + $1.lostValue }
  }
}
