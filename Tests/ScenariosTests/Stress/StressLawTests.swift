import CaseSupport
import GLPKSolver
import LinearProgramming
import Scenarios
import TestSupport
import Testing

@testable import Formulation
@testable import Planning
@testable import Sourcing

/// Stress runs of a random network whose undisturbed flows are those of its plan.
private struct StressedNetwork {
  var instance: Instance
  let model = Model(name: "as-is", projects: [])
  /// The plan of the network before any change.
  let plan: Plan

  init(seed: Int) throws {
    instance = StockedNetwork(seed: seed).instance
    plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
  }

  func run(
    _ disruptions: [Disruption]? = nil, reroute: Int = 3, sharing: Sharing = Sharing()
  ) throws -> (undisturbed: StressOutcome, disrupted: [StressOutcome]) {
    var options = StressOptions()
    options.rerouteMonths = reroute
    let runner = StressRunner(
      instance: instance, model: model, plan: plan, options: options, solver: GLPKSolver())
    return try runner.run(disruptions ?? Array(instance.disruptions), sharing: sharing)
  }
}

@Suite("Laws of stress")
struct StressLawTests {
  static let seeds = Array(1...10)

  /// The time to survive of every market in every disruption.
  private func survival(_ outcomes: [StressOutcome]) -> [Int] {
    outcomes.flatMap { $0.markets.map(\.timeToSurvive) }
  }

  private func isNowhereLess(_ a: [Int], _ b: [Int]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0 >= $1 }
  }

  @Test(
    "the months of a market add up to its window, and what it receives is what is sent to it",
    arguments: seeds)
  func monthsAreAmounts(seed: Int) throws {
    let network = try StressedNetwork(seed: seed)
    let pooled = Sharing(mode: .pooled, members: network.instance.blocs[0])
    for outcome in try network.run(sharing: pooled).disrupted {
      try #require(!outcome.markets.isEmpty)
      for market in outcome.markets {
        let months = outcome.months.filter {
          $0.region == market.region && $0.commodity == market.commodity
        }
        let room = 1e-6 * market.demand
        #expect(abs(months.reduce(0) { $0 + $1.demand } - market.demand) <= room)
        #expect(abs(months.reduce(0) { $0 + $1.shortage } - market.shortage) <= room)
      }
      for month in outcome.months {
        let sent = outcome.sharedDraws.filter {
          network.instance.stockpiles[$0.stockpile].commodity == month.commodity
            && $0.destination == month.region && $0.month == month.month
        }.reduce(0) { $0 + $1.quantity }
        #expect(abs(month.received - sent) <= 1e-6 * max(1, sent))
      }
    }
  }

  @Test("what flows into home by origin is what flows into its regions by month", arguments: seeds)
  func homeInflows(seed: Int) throws {
    let network = try StressedNetwork(seed: seed)
    let home = network.instance.home.members
    for outcome in try network.run().disrupted {
      let places = outcome.homeInflows.map { Place(region: $0.origin, commodity: $0.commodity) }
      #expect(places == places.sorted() && Set(places).count == places.count)
      // Members stock the good, so each has its months.
      let flows = outcome.homeInflows.filter { $0.commodity == 1 }.reduce(0) { $0 + $1.quantity }
      let months = outcome.months.filter { $0.commodity == 1 && home.contains($0.region) }
        .reduce(0) { $0 + $1.inflow }
      #expect(isClose(flows, months) && flows > 0)
    }
  }

  @Test("a market that survives the whole window can be served in full", arguments: seeds)
  func survivorsAreServed(seed: Int) throws {
    for outcome in try StressedNetwork(seed: seed).run().disrupted {
      for market in outcome.markets {
        let survives = market.timeToSurvive == outcome.horizonMonths
        #expect(survives == (market.serviceBest >= 1 - 1e-6))
        #expect(market.service <= market.serviceBest + 1e-6)
      }
    }
  }

  @Test(
    "a market that survives n months is served in full over a window of n months, not of n + 1",
    arguments: seeds)
  func servedWhileSurviving(seed: Int) throws {
    let network = try StressedNetwork(seed: seed)
    let disruption = network.instance.disruptions[0]
    let whole = try #require(try network.run([disruption]).disrupted.first)
    let exposed = whole.markets.filter { (1..<12).contains($0.timeToSurvive) }
    // In seeds 4 and 10 each market survives the whole window or no month of it.
    #expect(exposed.isEmpty == [4, 10].contains(seed))
    for market in exposed {
      for (months, isServed) in [(market.timeToSurvive, true), (market.timeToSurvive + 1, false)] {
        var options = StressOptions()
        options.horizonMonths = months
        let shorter = try StressRunner(
          instance: network.instance, model: network.model, plan: network.plan, options: options,
          solver: GLPKSolver()
        ).run([disruption], sharing: Sharing())
        let same = try #require(
          shorter.disrupted.first?.markets.first {
            $0.region == market.region && $0.commodity == market.commodity
          })
        #expect((same.timeToSurvive == months) == isServed)
      }
    }
  }

  @Test("time to survive never falls with more stock or capacity", arguments: seeds)
  func moreNeverHurts(seed: Int) throws {
    let network = try StressedNetwork(seed: seed)
    let before = survival(try network.run().disrupted)
    var stocked = network
    for index in stocked.instance.stockpiles.indices {
      stocked.instance.stockpiles[index].initial *= 1.5
    }
    #expect(isNowhereLess(survival(try stocked.run().disrupted), before))
    var larger = network
    for index in larger.instance.facilities.indices {
      larger.instance.facilities[index].capacity = larger.instance.facilities[index].capacity
        .mapped { $0 * 1.3 }
    }
    #expect(isNowhereLess(survival(try larger.run().disrupted), before))
  }

  @Test("a longer reroute time never helps", arguments: seeds)
  func delayNeverHelps(seed: Int) throws {
    let network = try StressedNetwork(seed: seed)
    var (last, loss) = ([Int](), 0.0)
    for delay in [0, 2, 6, 12] {
      let outcomes = try network.run(reroute: delay).disrupted
      if !last.isEmpty { #expect(isNowhereLess(last, survival(outcomes))) }
      let lost = outcomes.reduce(0) { $0 + $1.lostValue }
      #expect(lost >= loss - 1e-6 * max(1, loss))
      (last, loss) = (survival(outcomes), lost)
    }
  }

  @Test("a larger disruption never helps", arguments: seeds)
  func largerNeverHelps(seed: Int) throws {
    let network = try StressedNetwork(seed: seed)
    var (last, loss) = ([Int](), -1.0)
    for (factor, months) in [(1.0, 3), (0.7, 3), (0.7, 6), (0.2, 6), (0, 12)] {
      let lossOfHub = Disruption(
        id: "hub",
        effects: [.init(kind: .production, regions: [0], factor: factor, months: months)])
      let outcome = try #require(try network.run([lossOfHub]).disrupted.first)
      if !last.isEmpty { #expect(isNowhereLess(last, survival([outcome]))) }
      #expect(outcome.lostValue >= loss - 1e-6 * max(1, loss))
      (last, loss) = (survival([outcome]), outcome.lostValue)
    }
  }

  @Test("a disruption that changes nothing gives the undisturbed window", arguments: seeds)
  func zeroDisruption(seed: Int) throws {
    let network = try StressedNetwork(seed: seed)
    let nothing = Disruption(
      id: "nothing",
      effects: [
        .init(kind: .production, regions: [0], factor: 1, months: 12),
        .init(kind: .exports, regions: [0], factor: 1, months: 12),
      ])
    let (undisturbed, disrupted) = try network.run([nothing])
    let outcome = try #require(disrupted.first)
    #expect(isClose(outcome.lostValue, undisturbed.lostValue))
    #expect(abs(outcome.extraSupplyCost) <= 1e-5 * max(1, undisturbed.supplyCost))
    #expect(network.plan.shortages.allSatisfy { $0.quantity < 1e-9 })
    #expect(outcome.lostValue <= 1e-6)
  }
}

@Suite("Laws of risk")
struct RiskLawTests {
  private func term(_ alpha: Double) -> RiskTerm {
    RiskTerm(
      against: [], of: RegionSet(id: "world", members: [0]), periods: [0], expected: 1,
      cvarLevel: alpha, cvarWeight: 1)
  }

  @Test(
    "CVaR at α = 0 is the mean, near 1 the worst case, and never falls with α", arguments: seeds)
  func cvarLimits(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let losses = (0..<6).map { _ in
      (probability: numbers.number(0.01, 0.16), loss: numbers.number(0, 1000))
    }
    #expect(isClose(term(0).measures(of: losses).cvar, term(0).measures(of: losses).mean))
    #expect(isClose(term(0.9999).measures(of: losses).cvar, losses.map(\.loss).max() ?? 0))
    let rising = [0, 0.3, 0.6, 0.9, 0.99].map { term($0).measures(of: losses).cvar }
    #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
  }

  @Test("in a plan, CVaR at α = 0 weighs like the mean", arguments: seeds.prefix(8))
  func cvarOfPlanAtZero(seed: UInt64) throws {
    let question = try DisruptedQuestion(seed: seed)
    let mean = try question.plan(
      question.model(DisruptedQuestion.risk(alpha: 0, weight: 0, expected: 2)))
    let cvar = try question.plan(
      question.model(DisruptedQuestion.risk(alpha: 0, weight: 1, expected: 1)))
    #expect(isClose(mean.objective, cvar.objective))
  }

  @Test("in a plan, CVaR near α = 1 is the largest loss", arguments: seeds.prefix(8))
  func cvarOfPlanNearOne(seed: UInt64) throws {
    let question = try DisruptedQuestion(seed: seed)
    let model = try question.model(
      DisruptedQuestion.risk(alpha: 0.9999, weight: 1, expected: 0))
    let result = try question.plan(model, .always)
    let losses = result.program.recourses.compactMap { $0.bound.map { result.solution[$0] } }
    let weight = question.instance.horizon.weight(question.instance.horizon.last)
    #expect(
      isClose(result.objective, result.cost + weight * (losses.max() ?? 0), within: 1e-5))
  }
}
