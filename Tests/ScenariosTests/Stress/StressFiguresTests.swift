import CaseSupport
import Foundation
import GLPKSolver
import Planning
import Sourcing
import TestSupport
import Testing

@testable import Scenarios

@Suite("Figures of a stressed plan")
struct StressFiguresTests {
  private func disruption(
    _ probability: Double?, service: Double = 1, home: Double = 1, lost: Double = 0,
    homeLeast: Double = 1, months: Int = 6, rationed: Int = 6,
    shared: Double = 0, _ sharing: Sharing = Sharing()
  ) -> DisruptionFigures {
    DisruptionFigures(
      sharing: sharing, disruption: "d", probability: probability, service: service,
      home: StressOutcome.Home(
        demandValue: 100, lostValue: 100 * (1 - home), lostLeast: 50 * (1 - home),
        lostMost: 100 * (1 - min(home, homeLeast)), timeToSurviveProRata: rationed),
      lostValue: lost, stockShared: shared, supplyCost: 0, extraSupplyCost: 0,
      timeToSurvive: months, horizonMonths: 12)
  }

  @Test("the worst value of each figure is found separately")
  func worst() throws {
    let figures = try #require(
      StressFigures(
        [
          disruption(
            nil, service: 0.9, home: 0.4, lost: 10, homeLeast: 0.3, months: 3, rationed: 3,
            shared: 5),
          disruption(
            nil, service: 0.7, home: 0.8, lost: 30, homeLeast: 0.1, months: 12, rationed: 1,
            shared: 2),
        ], undisturbedService: 0.95, cvarLevel: 0.9))
    #expect(figures.worstService == 0.7 && isClose(figures.worstHomeService, 0.4))
    let home = figures.worstHome
    #expect(isClose(home.lostLeast, 30) && isClose(home.lostMost, 90))
    #expect(isClose(home.serviceLeast, 0.1) && isClose(home.serviceMost, 0.7))
    #expect(figures.timeToSurviveProRata == 1 && figures.undisturbedService == 0.95)
    #expect(figures.worstLostValue == 30 && figures.stockShared == 5)
    #expect(figures.timeToSurvive == 3 && figures.horizonMonths == 12)
    #expect(figures.expected == nil)
    #expect(StressFigures([], undisturbedService: 1, cvarLevel: 0.9) == nil)
  }

  @Test("with the rest of the probability nothing happens")
  func expected() throws {
    let expected = try #require(
      StressFigures(
        [
          disruption(0.1, service: 0.8, home: 0.5, lost: 100, homeLeast: 0.2),
          disruption(nil, service: 0, home: 0, lost: 9e9),
          disruption(0.2, service: 0.9, home: 1, lost: 40),
        ], undisturbedService: 1, cvarLevel: 0.9)?.expected)
    #expect(isClose(expected.homeLostLeast, 0.1 * 25))
    #expect(isClose(expected.homeLostMost, 0.1 * 80))
    #expect(isClose(expected.homeServiceLeast, 1 - 0.1 * 0.8))
    #expect(isClose(expected.homeServiceMost, 1 - 0.1 * 0.25))
    #expect(abs(expected.service - (1 - 0.1 * 0.2 - 0.2 * 0.1)) < 1e-15)
    #expect(abs(expected.homeService - (1 - 0.1 * 0.5)) < 1e-15)
    #expect(abs(expected.lostValue - 18) < 1e-12)
    // The worst tenth of probability is the first disruption alone.
    #expect(abs(expected.conditionalValueAtRisk - 100) < 1e-12)
  }

  @Test("CVaR is the mean over the worst part of the probability", arguments: UInt64(1)...20)
  func cvar(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let losses = (0..<7).map { _ in
      (probability: numbers.number(0.005, 0.14), loss: numbers.number(0, 1000))
    }
    for level in [0, 0.5, 0.8, 0.95, 0.99] {
      var (left, sum) = (1 - level, 0.0)
      for it in losses.sorted(by: { $0.loss > $1.loss }) {
        let part = min(left, it.probability)
        sum += part * it.loss
        left -= part
      }
      let found = LossDistribution(losses).conditionalValueAtRisk(level: level)
      #expect(abs(found - sum / (1 - level)) <= 1e-9 * max(1, found))
    }
  }

  @Test("each sharing arrangement has its own figures, in the order given")
  func arrangements() {
    let members = RegionSet(id: "members", members: [0, 1])
    let sharings = [
      Sharing(mode: .quota(0.3), members: members), Sharing(),
      Sharing(mode: .pooled, members: members, fairness: .maxMin),
    ]
    let disruptions = (0..<2).flatMap { round in
      sharings.enumerated().map { place, sharing in
        disruption(nil, lost: Double(10 * place + round), sharing)
      }
    }
    let undisturbed = sharings.map { disruption(nil, service: $0.mode == .own ? 0.5 : 1, $0) }
    let figures = StressFigures.byArrangement(
      disruptions, undisturbed: undisturbed, cvarLevel: 0.9)
    #expect(figures.map(\.undisturbedService) == [1, 0.5, 1])
    #expect(figures.map(\.sharing) == ["quota=30%", "own", "pooled+max_min"])
    #expect(figures.map(\.worstLostValue) == [1, 11, 21])
  }

  @Test("service is that of the markets, weighted by shortage cost", arguments: seeds)
  func service(seed: UInt64) throws {
    let question = try DisruptedQuestion(seed: seed)
    let model = try question.model()
    let instance = question.instance
    let plan = try #require(try question.plan(model).plan)
    let runner = StressRunner(instance: instance, model: model, plan: plan, solver: GLPKSolver())
    for outcome in try runner.run(instance.disruptions, sharing: Sharing()).disrupted {
      let figures = DisruptionFigures(outcome, of: instance)
      let worth = { (regions: [RegionIndex], amount: (StressOutcome.Market) -> Double) in
        outcome.markets.filter { regions.contains($0.region) }.reduce(0) {
          $0 + amount($1)
            * instance.demands[
              region: $1.region, commodity: $1.commodity, period: instance.horizon.last
            ].shortageCost
        }
      }
      let served = { (regions: [RegionIndex]) in
        let demand = worth(regions, \.demand)
        return demand > 0 ? worth(regions) { $0.demand - $0.shortage } / demand : 1
      }
      #expect(abs(figures.service - served(Array(instance.regions.indices))) < 1e-9)
      #expect(abs(figures.home.service - served(instance.home.members)) < 1e-9)
      // The lost value is the same shortage in money.
      let lost = outcome.markets.reduce(0) { $0 + $1.lostValue }
      #expect(abs(figures.lostValue - lost) <= 1e-5 * max(1, lost))
      let months = outcome.markets.filter { instance.home.members.contains($0.region) }
        .map(\.timeToSurvive)
      #expect(figures.timeToSurvive == months.min() ?? 12)
      let known = try #require(instance.disruptions.first { $0.id == figures.disruption })
      #expect(figures.probability == known.probability)
    }
  }
}
