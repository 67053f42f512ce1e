import CaseSupport
import Formulation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import TestSupport
import Testing

@testable import Scenarios

@Suite("Home's range")
struct HomeRangeTests {
  static let seeds = Array(1...10)

  private struct Stressed {
    let network: StockedNetwork
    let plan: Plan
    let runner: StressRunner

    init(seed: Int, _ allocation: StressOptions.Allocation = .efficient) throws {
      network = StockedNetwork(seed: seed)
      plan = try #require(
        try Planner(solver: GLPKSolver()).plan(network.instance, network.model).plan)
      runner = StressRunner(
        instance: network.instance, model: network.model, plan: plan,
        options: StressOptions(allocation: allocation), solver: GLPKSolver())
    }

    /// The range by a program of its own: the world's loss is bounded by a row.
    func rangeByRow(_ disruption: Disruption) throws -> (least: Double, most: Double) {
      let stress = StressProgram(
        instance: network.instance, model: network.model, plan: plan, period: runner.period,
        options: runner.options)
      let factors = DisruptionFactors(instance: network.instance, disruption: disruption)
      var program = stress.program
      let bounds = stress.bounds(under: factors)
      for (column, upper) in bounds.columnUpper {
        program.setBounds(column, lower: 0, upper: upper)
      }
      for (row, lower, upper) in bounds.rows {
        program.setBounds(row, lower: lower, upper: upper)
      }
      if runner.options.allocation == .proRata {
        for row in stress.allocationRows(under: factors) {
          program.addRow(row.expression, lower: 0, upper: 0)
        }
      }
      let world = stress.lostValue(in: Array(network.instance.regions.indices))
      let home = stress.lostValue(in: network.instance.home.members)
      let minimum = { (program: LinearProgram, cost: LinearExpression, sign: Double) in
        var program = program
        for term in cost.terms { program.setCost(term.column, sign * term.coefficient) }
        let solution = try GLPKSolver().solve(program)
        try #require(solution.isOptimal)
        return sign * solution.objective
      }
      let leastOfHome = try minimum(program, home, 1)
      let leastOfWorld = try minimum(program, world, 1)
      program.addRow(world, upper: leastOfWorld + 1e-9 * max(1, leastOfWorld))
      return (leastOfHome, try minimum(program, home, -1))
    }
  }

  @Test(
    "is that of a program in which a row keeps the world's loss at its least",
    arguments: [StressOptions.Allocation.efficient, .proRata])
  func sameByRow(allocation: StressOptions.Allocation) throws {
    var wide = 0
    for seed in Self.seeds {
      let stressed = try Stressed(seed: seed, allocation)
      let disruptions = stressed.network.instance.disruptions
      for (outcome, disruption) in zip(try stressed.runner.run(disruptions).disrupted, disruptions)
      {
        let (least, most) = try stressed.rangeByRow(disruption)
        // The row leaves room for rounding.
        let slack = 1e-7 * max(1, outcome.home.demandValue)
        #expect(abs(outcome.home.lostLeast - least) <= slack)
        #expect(abs(outcome.home.lostMost - most) <= slack)
        if most > least + 1 { wide += 1 }
      }
    }
    #expect(wide > 10, "else the test would show little")
  }

  @Test("holds home's loss in the solution found, under every rule of sharing", arguments: seeds)
  func holdsFoundLoss(seed: Int) throws {
    let stressed = try Stressed(seed: seed)
    let members = stressed.network.members
    let arrangements = [
      Sharing(), Sharing(mode: .pooled, members: members), Sharing(mode: .iep, members: members),
      Sharing(mode: .pooled, members: members, fairness: .maxMin),
    ]
    for sharing in arrangements {
      let run = try stressed.runner.run(stressed.network.instance.disruptions, sharing: sharing)
      for outcome in run.disrupted + [run.undisturbed] {
        let home = outcome.home
        let slack = 1e-6 * max(1, home.demandValue)
        #expect(home.lostLeast <= home.lostValue + slack)
        #expect(home.lostValue <= home.lostMost + slack)
        #expect(home.lostMost <= min(home.demandValue, outcome.lostValue) + slack)
        #expect(home.serviceLeast <= home.service + 1e-6 && home.service <= home.serviceMost + 1e-6)
        // One market alone cannot lose less than the most that it can be served.
        for market in outcome.markets
        where stressed.network.instance.home.members.contains(market.region) {
          let cost = stressed.network.instance.demands[
            region: market.region, commodity: market.commodity, period: 0
          ].shortageCost
          #expect(home.lostLeast >= cost * market.demand * (1 - market.serviceBest) - slack)
        }
      }
    }
  }

  @Test("of a chokepoint is that of the stress run that loses the same production")
  func chokepoints() throws {
    var wide = 0
    for seed in 1...6 {
      let stressed = try Stressed(seed: seed)
      let map = try ChokepointMap(
        runner: stressed.runner, of: RegionSet(id: "R1", members: [1]),
        commodity: CommodityGroup(id: "good", members: [1]))
      for point in try map.chokepoints(sharing: Sharing()) where point.node.stage == nil {
        let loss = Disruption(
          id: "loss",
          effects: [
            .init(kind: .production, regions: [point.node.region], factor: 0, months: 12)
          ])
        let outcome = try #require(try stressed.runner.run([loss]).disrupted.first)
        for figures in [point.planned, point.today] {
          #expect(isClose(figures.homeLostLeast, outcome.home.lostLeast, within: 1e-5))
          #expect(isClose(figures.homeLostMost, outcome.home.lostMost, within: 1e-5))
        }
        if point.planned.homeLostMost > point.planned.homeLostLeast + 1 { wide += 1 }
      }
    }
    #expect(wide > 0, "else the test would show little")
  }

  @Test("has no losses that are round-off only", arguments: ["pro-rata", "stress"])
  func roundOff(name: String) throws {
    #expect(StressOutcome.Home.withoutRoundOff(6.56e-13, ofDemand: 1e4) == 0)
    #expect(StressOutcome.Home.withoutRoundOff(1e-3, ofDemand: 1e4) == 1e-3)
    let solved = try SolvedCase(name)
    let runner = StressRunner(
      instance: solved.instance, model: solved.model, plan: try #require(solved.result.plan),
      solver: GLPKSolver())
    let outcomes = try runner.run(solved.instance.disruptions).disrupted
    for home in outcomes.map(\.home) {
      for lost in [home.lostLeast, home.lostMost, home.lostValue] {
        #expect(lost == 0 || lost > 1e-9 * home.demandValue)
      }
    }
  }
}
