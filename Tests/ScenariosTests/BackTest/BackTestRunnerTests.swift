import CaseSupport
import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import TestSupport
import Testing

@Suite("A back-test")
struct BackTestRunnerTests {
  /// B supplies 60, 40 and 20 % of home. As of 2020 B can make all 50 t, and as of 2021 20 t.
  @Test("has the errors worked out by hand")
  func byHand() throws {
    let network = ShrinkingSupplier()
    let test = try network.test()
    #expect(test.attempts.map(\.asOf) == [0, 1])
    #expect(test.attempts.allSatisfy { $0.termination == .optimal })
    #expect(test.comparisons.map(\.asOf) == [0, 0, 1])
    #expect(test.comparisons.map(\.period) == [1, 2, 2])
    #expect(test.comparisons.map(\.ahead) == [1, 2, 1])
    let expected: [(observed: [Double], plan: [Double], stay: [Double], trend: [Double])] = [
      ([0.4, 0.6], [1, 0], [0.6, 0.4], [0.6, 0.4]),
      ([0.2, 0.8], [1, 0], [0.6, 0.4], [0.6, 0.4]),
      ([0.2, 0.8], [0.4, 0.6], [0.4, 0.6], [0.2, 0.8]),
    ]
    for (found, wanted) in zip(test.comparisons, expected) {
      #expect(found.origins == [1, 2] && isClose(found.quantity, 50))
      for (shares, hand) in [
        (found.observed, wanted.observed), (found.plan, wanted.plan), (found.stay, wanted.stay),
        (found.trend, wanted.trend),
      ] {
        #expect(zip(shares, hand).allSatisfy { isClose($0, $1) }, "\(shares) \(hand)")
      }
    }
    let rows = test.meanErrors(in: network.instance)
    // For all destinations, and for home, which is the only one.
    #expect(rows.map { $0.destination == nil } == [true, true, false, false])
    #expect(rows.map(\.ahead) == [1, 2, 1, 2] && rows.map(\.count) == [2, 1, 2, 1])
    let byHand: [(Double, Double, Double)] = [(40, 20, 10), (80, 40, 40)]
    for (found, hand) in zip(rows, byHand + byHand) {
      #expect(isClose(found.plan, hand.0) && isClose(found.stay, hand.1), "\(found)")
      #expect(isClose(found.trend, hand.2) && found.isWorse && !found.isBetter)
    }
  }

  @Test("with hindsight the plan has what B could make")
  func hindsight() throws {
    let test = try ShrinkingSupplier().test(BackTest.Terms(hindsight: true))
    #expect(test.comparisons.count == 3)
    for comparison in test.comparisons { #expect(comparison.error(of: comparison.plan) < 1e-6) }
    #expect(test.comparisons.allSatisfy { $0.error(of: $0.stay) > 10 })
  }

  @Test("makes plans from one period to another, and compares so many periods later")
  func terms() throws {
    let network = ShrinkingSupplier(fromB: [30, 25, 20, 15, 10])
    let pairs = { (terms: BackTest.Terms) in
      try network.test(terms).comparisons.map { [$0.asOf.position, $0.period.position] }
    }
    #expect(try pairs(BackTest.Terms()).count == 10)
    #expect(try pairs(BackTest.Terms(ahead: 1)) == [[0, 1], [1, 2], [2, 3], [3, 4]])
    #expect(try pairs(BackTest.Terms(from: 2)) == [[2, 3], [2, 4], [3, 4]])
    #expect(try pairs(BackTest.Terms(from: 1, to: 1, ahead: 2)) == [[1, 2], [1, 3]])
    #expect(try pairs(BackTest.Terms(from: 4)).isEmpty)
    #expect(try pairs(BackTest.Terms(to: 0, ahead: .max)).count == 4)
  }

  @Test("does not depend on the number of threads")
  func jobs() throws {
    let network = ShrinkingSupplier(fromB: [30, 25, 20, 15, 10])
    let tests = try [1, 2, 7].map { try network.test(jobs: $0) }
    for test in tests { #expect("\(test.comparisons)" == "\(tests[0].comparisons)") }
  }

  @Test("shares that never change: those that stay have no error, and the trend neither")
  func constantShares() throws {
    let test = try ShrinkingSupplier(fromB: [30, 30, 30, 30]).test()
    #expect(test.comparisons.count == 6)
    for comparison in test.comparisons {
      #expect(comparison.error(of: comparison.stay) == 0)
      #expect(comparison.error(of: comparison.trend) < 1e-12)
    }
  }

  @Test("shares on a line: the trend has no error once two periods are known")
  func linearShares() throws {
    let test = try ShrinkingSupplier(fromB: [40, 35, 30, 25, 20]).test(BackTest.Terms(from: 1))
    #expect(test.comparisons.count == 6)
    for comparison in test.comparisons {
      #expect(comparison.error(of: comparison.trend) < 1e-9)
      #expect(isClose(comparison.error(of: comparison.stay), 10 * Double(comparison.ahead)))
    }
  }

  @Test("a plan that knows all flows has the observed shares in every period")
  func allKnown() throws {
    let network = ShrinkingSupplier(fromB: [30, 20, 10, 5])
    let known = network.instance.known(at: 3, hindsight: true)
    let result = try Planner(solver: GLPKSolver()).plan(known, Model(for: known))
    let plan = try #require(result.plan)
    let shares = PlanShares(instance: known, plan: plan)
    for (period, quantity) in [30.0, 20, 10, 5].enumerated() {
      let key = FlowKey(
        commodity: 0, origin: 1, destination: 0, period: PeriodIndex(period))
      #expect(isClose(shares.flow(key), quantity))
    }
  }

  @Test("where only one region can supply, the plan has no error")
  func oneSupplier() throws {
    var network = ShrinkingSupplier(fromB: [50, 50, 50])
    network.instance.facilities = Table(network.instance.facilities.prefix(1))
    let test = try network.test()
    #expect(test.comparisons.count == 3)
    for comparison in test.comparisons { #expect(comparison.error(of: comparison.plan) < 1e-9) }
    let rows = test.meanErrors(in: network.instance)
    #expect(rows.allSatisfy { !$0.isWorse && !$0.isBetter })
  }

  @Test("a period without a plan is said to be one, and not compared")
  func noPlan() throws {
    var network = ShrinkingSupplier()
    // Home needs 300 t in 2022. As of 2020 B and C can make 200 t, and as of 2021 there is a further plant.
    network.instance.setDemand(of: 0, in: 0, quantity: 300, shortageCost: 1000, period: 2)
    network.instance.addFacility(
      "next", process: 0, region: 1, capacity: 500, unitCost: 1, opens: 1)
    let test = try BackTestRunner(solver: GLPKSolver()).run(network.instance) { known in
      Model(
        for: known, goals: [.service(commodity: CommodityIndex(0), atLeast: 1, in: known)])
    }
    #expect(test.attempts.map(\.hasPlan) == [false, true])
    #expect(test.attempts[0].termination == .infeasible)
    #expect(test.comparisons.map(\.asOf) == [1])
  }

  @Test("a supply that was never known before is counted, and not compared")
  func withoutPast() throws {
    var network = ShrinkingSupplier()
    let metal = CommodityIndex(0)
    network.instance.observed.append(
      HistoricalFlow(commodity: metal, origin: 1, destination: 2, period: 2, quantity: 4))
    let test = try network.test()
    #expect(test.withoutPast == 2)
    #expect(test.comparisons.allSatisfy { $0.destination == 0 })
  }

  @Test("the members of the focus are also added up, where all of them have flows")
  func group() throws {
    var network = ShrinkingSupplier(parameters: ["focus": "goods"])
    let ore = network.instance.addCommodity("ore", unit: "t", price: 1)
    network.instance.groups = [CommodityGroup(id: "goods", members: [0, ore])]
    let flow = { (origin: RegionIndex, period: PeriodIndex, quantity: Double) in
      HistoricalFlow(
        commodity: ore, origin: origin, destination: 0, period: period, quantity: quantity)
    }
    // Of ore nothing is known in 2021. B sends 30 of 50 + 50 t in 2020, and 10 + 90 of 50 + 150 t in 2022.
    network.instance.history.append(flow(2, 0, 50))
    network.instance.observed += [flow(1, 2, 90), flow(2, 2, 60)]
    let mine = network.instance.addProcess("mine", output: ore)
    for region in [RegionIndex(1), 2] {
      network.instance.addFacility(
        "mine\(region)", process: mine, region: region, capacity: 500, unitCost: 1)
    }
    network.instance.setLanes(Lane(unitCost: 0.1))
    network.instance.setDemand(of: ore, in: 0, quantity: 50, shortageCost: 100, period: 0)
    network.instance.setDemand(of: ore, in: 0, quantity: 150, shortageCost: 100, period: 2)
    let test = try network.test()
    let goods = test.comparisons.filter { $0.commodity.id == "goods" }
    #expect(goods.map(\.asOf) == [0, 1] && goods.map(\.period) == [2, 2])
    for comparison in goods {
      #expect(isClose(comparison.quantity, 200) && comparison.origins == [1, 2])
      #expect(isClose(comparison.observed[0], 0.5) && isClose(comparison.stay[0], 0.3))
    }
    #expect(Set(test.comparisons.map(\.commodity.id)) == ["metal", "ore", "goods"])
  }

  @Test("all destinations together are weighted by what was observed")
  func weights() throws {
    var network = ShrinkingSupplier(fromB: [25, 25])
    // Into C 150 t came from B in 2020 and 75 t in 2021, when C made 75 t itself. The plans buy all from B for both.
    let flow = { (origin: RegionIndex, period: PeriodIndex, quantity: Double) in
      HistoricalFlow(
        commodity: 0, origin: origin, destination: 2, period: period, quantity: quantity)
    }
    network.instance.facilities[0].capacity = [500, 500]
    network.instance.setDemand(of: 0, in: 2, quantity: 150, shortageCost: 1000)
    network.instance.history.append(flow(1, 0, 150))
    network.instance.observed += [flow(1, 1, 75), flow(2, 1, 75)]
    let rows = try network.test().meanErrors(in: network.instance)
    #expect(rows.map(\.destination) == [nil, 0, 2])
    // B's metal costs 1.1 in A and in C, where C's own costs 2. So the plans are 50 points off in both.
    #expect(isClose(rows[1].plan, 50) && isClose(rows[1].stay, 0))
    #expect(isClose(rows[2].plan, 50) && isClose(rows[2].stay, 50))
    #expect(isClose(rows[0].stay, 50 * 150 / 200) && rows[0].count == 2)
  }

  @Test("origins of the plan that were never observed count too")
  func newOrigin() throws {
    var network = ShrinkingSupplier(fromB: [50, 50])
    let d = network.instance.addRegion("D")
    network.instance.addFacility("fd", process: 0, region: d, capacity: 20, unitCost: 0.5)
    network.instance.setLanes(Lane(unitCost: 0.1))
    network.instance.history.removeAll { $0.quantity == 0 }
    network.instance.observed.removeAll { $0.quantity == 0 }
    let comparison = try #require(try network.test().comparisons.first)
    #expect(comparison.origins == [1, d])
    #expect(isClose(comparison.plan[0], 0.6) && isClose(comparison.plan[1], 0.4))
    #expect(isClose(comparison.error(of: comparison.plan), 40))
    #expect(comparison.error(of: comparison.stay) == 0)
  }

  @Test("terms that are wrong are reported before anything is solved")
  func wrongTerms() {
    let network = ShrinkingSupplier()
    for (terms, message) in [
      (BackTest.Terms(from: 7), "back-test, from: found index 7; the instance has 3 periods"),
      (BackTest.Terms(from: 1, to: 0), "back-test, to: is before `from`"),
      (BackTest.Terms(ahead: 0), "back-test, ahead: found 0; must be 1 or more"),
    ] {
      let problems = #expect(throws: ValueProblems.self) { try network.test(terms) }
      #expect(problems?.description == message)
    }
  }

  @Test("goals hold in the periods that are open then")
  func goals() throws {
    let network = ShrinkingSupplier()
    var periods: [[PeriodIndex]] = []
    _ = try BackTestRunner(solver: GLPKSolver()).run(network.instance) { known in
      let goal = Goal.reliance(
        upon: RegionIndex(1), commodity: CommodityIndex(0), atMost: 0.9, in: known)
      periods.append(goal.periods)
      return Model(for: known, goals: [goal])
    }
    #expect(periods == [[1, 2], [2]])
  }
}
