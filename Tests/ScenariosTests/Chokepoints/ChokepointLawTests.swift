import CaseSupport
import GLPKSolver
import TestSupport
import Testing

@testable import Planning
@testable import Scenarios
@testable import Sourcing

@Suite("Laws of chokepoints")
struct ChokepointLawTests {
  static let seeds = Array(1...6)

  private struct Mapped {
    var network: StockedNetwork
    var runner: StressRunner
    var map: ChokepointMap

    init(seed: Int) throws {
      network = StockedNetwork(seed: seed)
      let model = network.model
      let planned = try Planner(solver: GLPKSolver()).plan(network.instance, model)
      runner = StressRunner(
        instance: network.instance, model: model, plan: try #require(planned.plan),
        solver: GLPKSolver())
      map = try ChokepointMap(
        runner: runner, of: RegionSet(id: "R1", members: [1]),
        commodity: CommodityGroup(id: "good", members: [1]))
    }

    /// The chokepoints, each with that of a map whose suppliers allocate pro rata.
    func rationed(_ sharing: Sharing) throws -> [(Chokepoint, Chokepoint)] {
      var rationed = runner
      rationed.options.allocation = .proRata
      let other = try ChokepointMap(runner: rationed, of: map.of, commodity: map.commodity)
        .chokepoints(sharing: sharing, jobs: 2)
      return try map.chokepoints(sharing: sharing, jobs: 2).map { point in
        (point, try #require(other.first { $0.node == point.node }))
      }
    }

    /// Σ share²·risk of every node, with the current regions of the network.
    func risks() throws -> [Double?] {
      let instance = network.instance
      let producers = Producers(instance: instance, projects: runner.model.projects)
      let output = WorldOutput(
        instance: instance, producers: producers, plan: runner.plan, period: 0)
      return map.nodes.map {
        output.shareAndRisk(of: $0, among: Set(instance.processes.indices)).concentrationRisk
      }
    }
  }

  @Test(
    "the chokepoints are all other regions that make something upstream, and each of their stages",
    arguments: seeds)
  func nodes(seed: Int) throws {
    let mapped = try Mapped(seed: seed)
    let points = try mapped.map.chokepoints(sharing: Sharing(), jobs: 2)
    let makers = Set(mapped.network.instance.facilities.map(\.region)).subtracting([1])
    #expect(Set(points.filter { $0.node.stage == nil }.map(\.node.region)) == makers)
    let stages = Set(points.filter { $0.node.stage != nil }.map(\.node))
    let expected = Set(
      mapped.network.instance.facilities.filter { $0.region != 1 }.map {
        ChainNode(region: $0.region, stage: mapped.network.instance.processes[$0.process].stage)
      })
    #expect(stages == expected)
  }

  @Test(
    "chokepoints are ranked by the world's lost value, and a stage never costs more than its region",
    arguments: seeds)
  func ranking(seed: Int) throws {
    let points = try Mapped(seed: seed).map.chokepoints(sharing: Sharing())
    #expect(points.count > 5)
    for (point, next) in zip(points, points.dropFirst()) {
      let slack = 1e-6 * max(1, point.planned.lostValue)
      #expect(point.planned.lostValue >= next.planned.lostValue - slack)
    }
    for point in points {
      #expect(point.planned.lostValueHere <= point.planned.lostValue * (1 + 1e-6) + 1e-6)
      let whole = try #require(
        points.first { $0.node == ChainNode(region: point.node.region) })
      #expect(point.planned.lostValue <= whole.planned.lostValue * (1 + 1e-6) + 1e-6)
      #expect(point.planned.timeToSurvive >= whole.planned.timeToSurvive)
    }
  }

  @Test(
    "months safe pro rata are those of a map whose suppliers allocate pro rata", arguments: seeds)
  func proRata(seed: Int) throws {
    let mapped = try Mapped(seed: seed)
    let members = mapped.network.members
    for sharing in [Sharing(), Sharing(mode: .iep, members: members)] {
      for (point, same) in try mapped.rationed(sharing) {
        #expect(point.planned.timeToSurviveProRata == same.planned.timeToSurvive)
        #expect(same.planned.timeToSurviveProRata == same.planned.timeToSurvive)
        // Under `iep` the rights differ.
        #expect(
          point.planned.timeToSurviveProRata <= point.planned.timeToSurvive || sharing.mode == .iep)
      }
    }
  }

  @Test("the risk of other makers is unknown if the risk of one of them is not given")
  func unknownRisk() throws {
    var mapped = try Mapped(seed: 1)
    #expect(try mapped.risks().allSatisfy { $0 == nil })
    for region in mapped.network.instance.regions.indices {
      mapped.network.instance.regions[region].risk = 0.5
    }
    let known = try mapped.risks()
    #expect(!known.isEmpty && known.allSatisfy { $0 != nil })
  }

  @Test("each chokepoint is what a disruption made by hand does", arguments: seeds)
  func equalsDisruption(seed: Int) throws {
    let mapped = try Mapped(seed: seed)
    let points = try mapped.map.chokepoints(sharing: Sharing(), jobs: 3)
    let disruptions = points.map { point in
      let processes = mapped.network.instance.processes
      let lost = processes.indices.filter { processes[$0].stage == point.node.stage }
      let process: [ProcessIndex?] = point.node.stage == nil ? [nil] : lost
      return Disruption(
        id: "lost",
        effects: process.map {
          .init(
            kind: .production, regions: [point.node.region], process: $0, factor: 0, months: 12)
        })
    }
    let outcomes = try mapped.runner.run(disruptions, sharing: Sharing()).disrupted
    for (point, outcome) in zip(points, outcomes) {
      #expect(isClose(point.planned.lostValue, outcome.lostValue))
      let market = outcome.markets.first { $0.region == 1 && $0.commodity == 1 }
      // In seed 3 the region needs none of the good.
      #expect((market != nil) != (seed == 3))
      guard let market else { continue }
      #expect(point.planned.timeToSurvive == market.timeToSurvive)
      let cost = mapped.network.instance.demands[region: 1, commodity: 1, period: 0].shortageCost
      #expect(
        isClose(
          point.planned.lostValueHere, cost * market.demand * (1 - market.serviceBest), within: 1e-5
        ))
    }
  }
}
