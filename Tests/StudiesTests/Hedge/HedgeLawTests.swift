import Foundation
import Sourcing
import TestSupport
import Testing

@testable import Studies

@Suite("What to order now: laws")
struct HedgeLawTests {
  private static let isLong = ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] != nil
  static let seeds = Array(200..<(isLong ? 600 : 214))

  private func hedge(
    _ seed: Int, _ criterion: HedgeQuestion.Criterion, comparing: Bool = false
  ) throws -> Hedge? {
    let random = RandomHedge(seed: seed)
    return try random.study.hedged(until: random.until, criterion, comparing: comparing).hedge
  }

  @Test(
    "Regret is at least 0, and expected cost between knowing the world and any option's own orders")
  func bounds() throws {
    var (compared, fared, common) = (0, 0, 0)
    for seed in Self.seeds {
      guard let regret = try hedge(seed, .regret, comparing: true),
        let expected = try hedge(seed, .expected, comparing: true)
      else { continue }
      compared += 1
      let near = regret.near
      #expect(regret.worlds.allSatisfy { $0.cost >= $0.ownCost - near })
      #expect(expected.worlds.allSatisfy { $0.cost >= $0.ownCost - near })
      #expect(abs(regret.worlds.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
      #expect(regret.worstRegret <= expected.worstRegret + near)
      #expect(expected.expectedCost <= regret.expectedCost + near)
      #expect(expected.expectedCost >= expected.expectedOwnCost - near)
      try #require(regret.fixedOrders.count == 3 && expected.fixedOrders.count == 3)
      for (orders, other) in zip(regret.fixedOrders, expected.fixedOrders) {
        #expect(orders.option == other.option && orders.impossible == other.impossible)
        guard let worst = orders.worstRegret, let cost = other.expectedCost else {
          let isKnown = orders.hasPlan && orders.foreign.isEmpty
          #expect(!isKnown || !orders.impossible.isEmpty)
          continue
        }
        fared += 1
        #expect(worst >= regret.worstRegret - near, "seed \(seed), \(orders.option ?? "nothing")")
        #expect(cost >= expected.expectedCost - near, "seed \(seed), \(orders.option ?? "nothing")")
        #expect(abs(try #require(orders.expectedCost) - cost) <= near)
      }
      for hedge in [regret, expected] {
        let all = try #require(hedge.allCommon)
        guard let value = all.value else { continue }
        common += 1
        #expect(all.isProven && value >= hedge.value - near)
      }
    }
    #expect(compared >= 11 && fared >= 20 && common >= 16, "\(compared), \(fared), \(common)")
  }

  @Test("With no common orders every world has its own best plan, and each later period costs more")
  func periods() throws {
    var (compared, rising) = (0, 0)
    for seed in Self.seeds {
      let study = try RandomHedge(seed: seed).study
      for criterion in HedgeQuestion.Criterion.allCases {
        guard let none = try study.hedged(until: nil, criterion).hedge else { continue }
        #expect(none.worstRegret <= none.near)
        #expect(abs(none.expectedCost - none.expectedOwnCost) <= none.near)
        #expect(none.orders.allSatisfy { !$0.isCommon })
        var least: Double? = none.value
        for period in RandomHedge.periods {
          let value = try study.hedged(until: period, criterion).hedge?.value
          // Once no common orders exist, more of them do not either.
          if let value {
            compared += 1
            #expect(value >= (least ?? .infinity) - none.near, "seed \(seed), until \(period)")
            if value > (least ?? .infinity) + none.near { rising += 1 }
          }
          least = value
        }
      }
    }
    #expect(compared >= 60 && rising >= 20, "\(compared), \(rising)")
  }

  @Test("Another world never lowers the regret", arguments: seeds)
  func worlds(seed: Int) throws {
    let random = RandomHedge(seed: seed)
    let study = try random.study
    let all = try study.hedged(until: random.until)
    for variation in study.variations.dropFirst() {
      let fewer = try study.without([variation.name]).hedged(until: random.until)
      switch (all, fewer) {
      case (.found(let all), .found(let fewer)):
        #expect(fewer.worstRegret <= all.worstRegret + all.near, "without \(variation.name)")
      case (.found, .noCommonOrders): Issue.record("a part of the worlds has no common orders")
      default: break
      }
    }
    let one = try study.without(Set(study.variations.dropFirst().map(\.name)))
      .hedged(until: random.until)
    if let hedge = one.hedge { #expect(hedge.worstRegret == 0 && hedge.worlds.count == 1) }
  }

  @Test("Over the worlds that decide the regret is as large, and over any part of them smaller")
  func deciding() throws {
    var (compared, omitted) = (0, 0)
    for seed in Self.seeds {
      let random = RandomHedge(seed: seed)
      let study = try random.study
      let result = try study.hedged(until: random.until, explaining: true)
      guard let hedge = result.hedge, hedge.worstRegret > 10 * hedge.near else { continue }
      let deciding = try #require(hedge.deciding)
      try #require(deciding.count >= 2)
      compared += 1
      if deciding.count < hedge.worlds.count { omitted += 1 }
      let names = Set(study.variations.map(\.name))
      let few = try #require(
        try study.without(names.subtracting(deciding)).hedged(until: random.until).hedge)
      #expect(abs(few.worstRegret - hedge.worstRegret) <= hedge.near)
      for left in deciding {
        let part = try #require(
          try study.without(names.subtracting(deciding).union([left])).hedged(until: random.until)
            .hedge)
        #expect(part.worstRegret < hedge.worstRegret)
      }
    }
    #expect(compared >= 6 && omitted >= 4, "\(compared), \(omitted)")
  }

  @Test("Worlds that exclude each other do so alone, and no part of them does")
  func conflicts() throws {
    var (excluded, shared) = (0, 0)
    for seed in 0..<16 {
      var numbers = SeededNumbers(seed: UInt64(seed) &+ 71)
      // Some worlds need capacity of the plant in 2025, and some allow little of it.
      let needs = (0..<2).map { _ in numbers.number(1, 49) }
      let limits = (0..<2).map { _ in numbers.number(1, 49) }
      let edits =
        needs.map { ("facilities", "capacity", 50 - $0) }
        + limits.map { ("projects", "max_capacity", $0) }
      let variations = edits.enumerated().map {
        OnePlant.variation("v\($0)", $1.0, $1.1, "set: \($1.2)")
      }
      let study = try OnePlant.study(
        variations.shuffled(using: &numbers),
        with: ["model.yaml": "goals: [{kind: service, commodity: g, at_least: 1}]\n"])
      let result = try study.hedged(until: "2025")
      let isPossible = (needs.max() ?? 0) <= (limits.min() ?? 0)
      #expect((result.hedge != nil) == isPossible, "seed \(seed)")
      guard case .noCommonOrders(let worlds, _) = result else {
        shared += 1
        continue
      }
      excluded += 1
      #expect(worlds.count >= 2)
      let others = Set(study.variations.map(\.name)).subtracting(worlds)
      for left in worlds {
        let part = study.without(others.union([left]))
        guard case .found = try part.hedged(until: "2025") else {
          Issue.record("seed \(seed): without \(left) there are no common orders either")
          continue
        }
      }
      guard
        case .noCommonOrders(let again, _) = try study.without(others).hedged(until: "2025")
      else {
        Issue.record("seed \(seed): the worlds alone have common orders")
        continue
      }
      #expect(again == worlds)
    }
    #expect(excluded >= 4 && shared >= 1, "\(excluded), \(shared)")
  }

  @Test("The number of threads changes no bit", arguments: seeds.prefix(8))
  func jobs(seed: Int) throws {
    let random = RandomHedge(seed: seed)
    let study = try random.study
    let found = try [1, 3].map { jobs in
      try study.hedged(
        until: random.until, method: .decomposed, jobs: jobs, explaining: true, comparing: true
      ).hedge
    }
    #expect(found[0]?.worlds.map(\.cost) == found[1]?.worlds.map(\.cost))
    #expect(found[0]?.orders.map(\.capacity) == found[1]?.orders.map(\.capacity))
    #expect(found[0]?.bound == found[1]?.bound && found[0]?.deciding == found[1]?.deciding)
    #expect(
      found[0]?.ownOrders?.map(\.worstRegret) == found[1]?.ownOrders?.map(\.worstRegret))
  }

  @Test("Other units and money scale all results", arguments: seeds.prefix(10))
  func restated(seed: Int) throws {
    let random = RandomHedge(seed: seed)
    let restatement = Restatement(
      of: random.files, exponents: -3...4, seed: UInt64(seed))
    var scaled = restatement
    scaled.money = Restatement.power(seed % 7 - 2)
    let study = try random.study
    let other = try random.study(of: random.files.restated(scaled))
    for criterion in HedgeQuestion.Criterion.allCases {
      let first = try study.hedged(until: random.until, criterion)
      let second = try other.hedged(until: random.until, criterion)
      guard let a = first.hedge, let b = second.hedge else {
        #expect((first.hedge == nil) == (second.hedge == nil))
        continue
      }
      let near = a.near * scaled.money
      for (world, restated) in zip(a.worlds, b.worlds) {
        #expect(world.name == restated.name)
        #expect(abs(world.ownCost * scaled.money - restated.ownCost) <= near)
      }
      #expect(abs(a.value * scaled.money - b.value) <= near)
      #expect(abs(a.expectedCost * scaled.money - b.expectedCost) <= near)
    }
  }
}
