import CaseSupport
import EarlyWarning
import Foundation
import GLPKSolver
import Importing
import Planning
import Scenarios
import SourcingFiles
import TestSupport
import Testing

@testable import Sourcing

/// A random instance with a fall of the rival's exports of oxide to home in `disruptions.csv`.
private struct RandomFall {
  let instance: Instance
  let pair: PlanPair

  /// - Parameters:
  ///   - service: the least service level of home against the fall, the goal of the plan; nil: no goal.
  ///   - isBloc: whether home is a bloc whose members share their stockpiles.
  init(seed: UInt64, fall: Double = 1, service: Double? = nil, isBloc: Bool = false) throws {
    let instance = try withTemporaryFolder { folder in
      var files = RandomInstance.files(seed: seed)
      if isBloc {
        let manifest = String(decoding: files["instance.yaml"] ?? [], as: UTF8.self)
        files["instance.yaml"] = Array(
          manifest.replacing("home: R0", with: "home: allies").utf8)
      }
      files["disruptions.csv"] = Array(
        """
        disruption,effect,region,commodity,partner,factor,months
        fall,exports,R1,oxide,R0,\(1 - fall),12

        """.utf8)
      try write(files, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
    var text = "name: test\n"
    if isBloc { text += "stress: {sharing: {mode: pooled, members: allies}}\n" }
    if let service {
      text += "goals: [{kind: resilience, against: all, commodity: oxide, at_least: \(service)}]\n"
    }
    let model = try ModelReader.read(
      bytes: Array(text.utf8), file: "model.yaml", instance: instance)
    self.instance = instance
    pair = try Planner(solver: GLPKSolver()).planPair(instance, model)
  }

  /// Nil if there is no plan.
  var pricer: AlertPricer? {
    StressRunner(pair.plan, solver: GLPKSolver()).map { plan in
      AlertPricer(
        plan: plan,
        withoutGoals: pair.comparison.flatMap { StressRunner($0, solver: GLPKSolver()) })
    }
  }

  /// An alert in the last period.
  static func alert(_ fall: Double, of good: String = "oxide") -> Alert {
    .fallen(good, from: "R1", by: fall, in: 2023)
  }
}

@Suite("Laws of what alerts cost")
struct AlertPricerLawTests {
  @Test("the figures are those of a stress run of the same disruption", arguments: seeds.prefix(8))
  func sameAsStress(seed: UInt64) throws {
    for fall in [0.4, 1] {
      let random = try RandomFall(seed: seed, fall: fall)
      let pricer = try #require(random.pricer)
      let priced = try pricer.price(RandomFall.alert(fall))
      let runner = try #require(StressRunner(random.pair.plan, solver: GLPKSolver()))
      let run = try runner.run(random.instance.disruptions)
      let outcome = try #require(run.disrupted.first)
      guard let price = priced.price else {
        // Home imports nothing from the rival, so the disruption changes nothing.
        #expect(priced.urgency == .d && isClose(outcome.lostValue, run.undisturbed.lostValue))
        continue
      }
      let rationed = try #require(outcome.home.timeToSurviveProRata)
      #expect(
        price.plan.monthsToShortage
          == min(outcome.timeToSurvive(of: random.instance.home), rationed))
      #expect(price.plan.lostLeast == outcome.home.lostLeast)
      #expect(price.plan.lostMost == outcome.home.lostMost)
      #expect(price.plan.serviceLeast == outcome.home.serviceLeast)
      #expect(price.plan.serviceMost == outcome.home.serviceMost)
      // The range contains what is lost in the response found.
      let slack = 1e-6 * max(1, outcome.home.demandValue)
      #expect(price.plan.lostLeast <= outcome.home.lostValue + slack)
      #expect(outcome.home.lostValue <= price.plan.lostMost + slack)
    }
  }

  @Test("most seeds have imports from the rival to price")
  func seedsArePriced() throws {
    let priced = try seeds.prefix(8).filter { seed in
      try #require(try RandomFall(seed: seed).pricer).price(RandomFall.alert(1)).price != nil
    }
    #expect(priced.count >= 6, "\(priced)")
  }

  @Test("a larger fall never costs less, and never bites later")
  func monotone() throws {
    var (compared, dearer, sooner) = (0, 0, 0)
    for seed in seeds.prefix(8) {
      let random = try RandomFall(seed: seed)
      let prices = try #require(random.pricer).price(
        [0.1, 0.35, 0.6, 0.85, 1].map { (RandomFall.alert($0), .c) }
      ).compactMap(\.price)
      for (less, more) in zip(prices, prices.dropFirst()) {
        let slack = 1e-6 * max(1, less.plan.lostLeast)
        #expect(more.plan.lostLeast >= less.plan.lostLeast - slack, "seed \(seed)")
        #expect(more.plan.monthsToShortage <= less.plan.monthsToShortage, "seed \(seed)")
        #expect(more.missing >= less.missing - 1e-6 * max(1, less.missing), "seed \(seed)")
        compared += 1
        if more.plan.lostLeast > less.plan.lostLeast + slack { dearer += 1 }
        if more.plan.monthsToShortage < less.plan.monthsToShortage { sooner += 1 }
      }
    }
    #expect(compared >= 28 && dearer >= 8 && sooner >= 5, "\(compared), \(dearer), \(sooner)")
  }

  @Test("what other origins and stock give more is what is covered", arguments: [false, true])
  func coversAddUp(isBloc: Bool) throws {
    var (found, short) = (0, 0)
    for seed in seeds.prefix(8) {
      let pricer = try #require(try RandomFall(seed: seed, isBloc: isBloc).pricer)
      let priced = try pricer.price(
        ["oxide", "ore"].flatMap { good in [0.3, 1].map { (RandomFall.alert($0, of: good), .c) } })
      for price in priced.compactMap(\.price) {
        #expect(price.plan.lostLeast <= price.plan.lostMost)
        guard let share = price.coveredShare else { continue }
        #expect((0...1).contains(share))
        let met = price.covers.filter { [.stock, .origin].contains($0.kind) }
          .reduce(0) { $0 + $1.amount }
        let slack = 1e-5 * max(1, price.missing)
        #expect(abs(share * price.missing - met) <= slack, "seed \(seed)")
        #expect(price.covers.allSatisfy { $0.amount > 0 })
        found += 1
        if met < price.missing - slack { short += 1 }
      }
    }
    #expect(found >= 18 && short >= 6, "\(found), \(short)")
  }

  @Test("results do not depend on the number of threads, nor on the other alerts")
  func jobs() throws {
    let pricer = try #require(try RandomFall(seed: 2, service: 0.5).pricer)
    let alerts = ["oxide", "ore"].flatMap { good in
      [0.2, 0.5, 0.5, 1].map { (alert: RandomFall.alert($0, of: good), urgency: Alert.Class.c) }
    }
    let one = try pricer.price(alerts, jobs: 1)
    #expect(try pricer.price(alerts, jobs: 3) == one)
    #expect(try pricer.price(alerts.reversed(), jobs: 2) == one.reversed())
    for (alert, priced) in zip(alerts, one) { #expect(try pricer.price([alert]) == [priced]) }
    #expect(one.contains { $0.price != nil })
  }

  // Of most goals this need not hold: a plan with less from one rival can need more of another. A goal on home's service
  // against this very fall sets the least service; where the plan without goals is below, it loses more.
  @Test("against a goal on the same fall, the plan without goals is never cheaper")
  func withoutGoals() throws {
    var (compared, kept) = (0, 0)
    for seed in seeds {
      guard let pricer = try RandomFall(seed: seed, service: 0.9).pricer,
        let price = try pricer.price(RandomFall.alert(1)).price
      else { continue }
      let other = try #require(price.withoutGoals)
      #expect(price.plan.serviceMost >= 0.9 - 1e-6)
      if other.serviceMost < 0.9 - 1e-6 {
        #expect(other.lostLeast >= price.plan.lostLeast * (1 - 1e-6))
        compared += 1
      } else {
        kept += 1
      }
    }
    #expect(compared >= 3, "\(compared) compared, \(kept) meet the goal without it")
  }
}
