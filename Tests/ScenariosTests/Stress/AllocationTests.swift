import CaseSupport
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import SourcingFiles
import TestSupport
import Testing

@testable import Formulation
@testable import Sourcing

/// A seeded network with its plan, whose stress runs follow one rule of allocation or the other.
private struct RationedNetwork {
  let network: StockedNetwork
  let plan: Plan

  init(seed: Int) throws {
    network = StockedNetwork(seed: seed)
    plan = try #require(
      try Planner(solver: GLPKSolver()).plan(network.instance, network.model).plan)
  }

  func runner(_ allocation: StressOptions.Allocation, reroute: Int = 3) -> StressRunner {
    StressRunner(
      instance: network.instance, model: network.model, plan: plan,
      options: StressOptions(rerouteMonths: reroute, allocation: allocation),
      solver: GLPKSolver())
  }

  func outcomes(
    _ allocation: StressOptions.Allocation, _ sharing: Sharing = Sharing(), reroute: Int = 3
  ) throws -> [StressOutcome] {
    try runner(allocation, reroute: reroute).run(network.instance.disruptions, sharing: sharing)
      .disrupted
  }
}

@Suite("Who gets what a supplier has")
struct AllocationTests {
  static let seeds = Array(1...10)

  /// Supplier S serves A and B, 60 and 40 units a year; a unit short costs 10 in A and 30 in B. It loses half of its
  /// capacity for the whole window, and its lane to A is cut to a half.
  private static func twoCustomers(_ disruption: String, reroute: Int = 12) throws -> StressOutcome
  {
    let tables = [
      "instance.yaml":
        "name: two\ncurrency: USD\nperiods: [now]\ndiscount_rate: 0\nhome: A\n",
      "regions.csv": "region\nS\nA\nB\n",
      "commodities.csv": "commodity,unit\ng,t\n",
      "processes.csv": "process,stage,output\np,make,g\n",
      "facilities.csv": "facility,process,region,capacity,unit_cost\nf,p,S,100,1\n",
      "lanes.csv": "commodity,origin,destination,unit_cost\ng,S,A,1\ng,S,B,1\n",
      "demands.csv":
        "region,commodity,period,quantity,shortage_cost\nA,g,*,60,10\nB,g,*,40,30\n",
      "disruptions.csv":
        "disruption,effect,region,partner,factor,months\n\(disruption)",
    ]
    let instance = try withTemporaryFolder { folder in
      try write(tables.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
    let model = Model(
      name: "as-is", for: instance, projects: [],
      stress: StressOptions(rerouteMonths: reroute, allocation: .proRata))
    let planned = try Planner(solver: GLPKSolver()).plan(instance, model)
    let runner = try #require(StressRunner(planned, solver: GLPKSolver()))
    return try #require(try runner.run(instance.disruptions).disrupted.first)
  }

  private func shortages(_ outcome: StressOutcome) -> [Double] { outcome.markets.map(\.shortage) }

  @Test("a supplier with half of its capacity serves half of each planned flow")
  func halfToEach() throws {
    let outcome = try Self.twoCustomers("fire,production,S,,0.5,12\n")
    #expect(zip(shortages(outcome), [30, 20]).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(abs(outcome.lostValue - (30 * 10 + 20 * 30)) < 1e-6)
    // Home is not served first: its range is one number.
    #expect(isClose(outcome.home.lostLeast, 300) && isClose(outcome.home.lostMost, 300))
    #expect(outcome.home.timeToSurviveProRata == 0)
  }

  @Test("a lane that is hit counts with what its factor leaves of the planned flow")
  func factorOfLane() throws {
    // 30 of 60 may go to A, 40 to B; 50 are there: 5/7 of both.
    let outcome = try Self.twoCustomers("fire,production,S,,0.5,12\nfire,lane,S,A,0.5,12\n")
    let served = [30 * 5 / 7.0, 40 * 5 / 7.0]
    #expect(
      zip(shortages(outcome), zip([60, 40], served)).allSatisfy { abs($0 - ($1.0 - $1.1)) < 1e-6 })
  }

  @Test("a closed lane takes no part in the allocation")
  func closedLane() throws {
    let outcome = try Self.twoCustomers("fire,production,S,,0.5,12\nfire,lane,S,B,0,12\n")
    #expect(zip(shortages(outcome), [10, 40]).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("once flows can be rerouted, what there is goes where shortage costs most")
  func afterReroute() throws {
    // Three months pro rata, then B is served in full and A has 10 of 60.
    let outcome = try Self.twoCustomers("fire,production,S,,0.5,12\n", reroute: 3)
    let short = [3 / 12.0 * 30 + 9 / 12.0 * 50, 3 / 12.0 * 20]
    #expect(zip(shortages(outcome), short).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("the world never loses less pro rata, and loses more in some seed")
  func neverLess() throws {
    var more = 0
    for seed in Self.seeds {
      let network = try RationedNetwork(seed: seed)
      let pooled = Sharing(mode: .pooled, members: network.network.members)
      for (sharing, reroute) in [(Sharing(), 3), (pooled, 3), (Sharing(), 12)] {
        let pairs = zip(
          try network.outcomes(.efficient, sharing, reroute: reroute),
          try network.outcomes(.proRata, sharing, reroute: reroute))
        for (efficient, rationed) in pairs {
          let slack = 1e-6 * max(1, efficient.lostValue)
          #expect(rationed.lostValue >= efficient.lostValue - slack)
          if rationed.lostValue > efficient.lostValue + slack { more += 1 }
        }
      }
    }
    #expect(more > 10)
  }

  @Test(
    "pro rata, a plan without shortage loses nothing where nothing is disturbed", arguments: seeds)
  func nothingUndisturbed(seed: Int) throws {
    let network = try RationedNetwork(seed: seed)
    #expect(network.plan.shortages.allSatisfy { $0.quantity < 1e-9 })
    let undisturbed = try network.runner(.proRata, reroute: 12).run([Disruption]()).undisturbed
    #expect(undisturbed.lostValue <= 1e-6)
  }

  @Test("without months before rerouting, both rules are one", arguments: seeds)
  func noReroute(seed: Int) throws {
    let network = try RationedNetwork(seed: seed)
    for (efficient, rationed) in zip(
      try network.outcomes(.efficient, reroute: 0), try network.outcomes(.proRata, reroute: 0))
    {
      #expect(isClose(efficient.lostValue, rationed.lostValue))
      #expect(rationed.home.timeToSurviveProRata == efficient.home.timeToSurviveProRata)
    }
  }

  @Test(
    "the time to survive pro rata beside an efficient run is that of a run pro rata",
    arguments: seeds)
  func timeBeside(seed: Int) throws {
    let network = try RationedNetwork(seed: seed)
    let members = network.network.members
    let arrangements = [
      Sharing(), Sharing(mode: .pooled, members: members), Sharing(mode: .iep, members: members),
      Sharing(mode: .quota(0.3), members: members, fairness: .maxMin),
    ]
    let home = network.network.instance.home
    for sharing in arrangements {
      for (efficient, rationed) in zip(
        try network.outcomes(.efficient, sharing), try network.outcomes(.proRata, sharing))
      {
        #expect(efficient.home.timeToSurviveProRata == rationed.timeToSurvive(of: home))
        #expect(rationed.home.timeToSurviveProRata == rationed.timeToSurvive(of: home))
        if sharing.mode != .iep {
          let proRata = try #require(efficient.home.timeToSurviveProRata)
          #expect(proRata <= efficient.timeToSurvive(of: home))
        }
      }
    }
  }

  @Test("the time to survive pro rata is unknown where no limits of markets are found")
  func notComputed() throws {
    let network = try RationedNetwork(seed: 1)
    var runner = network.runner(.efficient)
    runner.findsMarketLimits = false
    let outcomes = try runner.run(network.network.instance.disruptions).disrupted
    try #require(!outcomes.isEmpty)
    #expect(outcomes.allSatisfy { $0.home.timeToSurviveProRata == nil })
  }

  @Test("with the sizes found pro rata, a run pro rata serves every member at that level")
  func sizesSuffice() throws {
    var (served, differing) = (0, 0)
    for seed in Self.seeds {
      let network = try RationedNetwork(seed: seed)
      let members = network.network.members
      let sizes = { (allocation: StressOptions.Allocation) in
        let sizing = StockpileSizing(
          stress: network.runner(allocation, reroute: 12), members: members,
          disruptions: network.network.instance.disruptions, service: 0.9)
        return try #require(try sizing.sizes(under: [.own]).first)
      }
      let rationed = try sizes(.proRata)
      guard rationed.isReached else { continue }
      if abs(rationed.stockCost - (try sizes(.efficient)).stockCost) > 1e-3 { differing += 1 }
      var instance = network.network.instance
      for level in rationed.levels {
        instance.stockpiles[level.stockpile].initial = level.quantity * (1 + 1e-9) + 1e-9
      }
      let runner = StressRunner(
        instance: instance, model: network.network.model, plan: network.plan,
        options: network.runner(.proRata, reroute: 12).options, solver: GLPKSolver())
      let needed = instance.commodities(
        madeFrom: instance.commodities(stockedBy: members.members))
      for outcome in try runner.run(instance.disruptions).disrupted {
        for market in outcome.markets
        where members.members.contains(market.region) && needed.contains(market.commodity) {
          #expect(market.serviceBest >= 0.9 - 1e-6)
          served += 1
        }
      }
    }
    #expect(served > 20)
    #expect(differing > 0, "else the allocation would not matter for the sizes")
  }
}
