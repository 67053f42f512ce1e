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
    "Regret is at least 0, and expected cost between knowing the world and any option's own orders",
    arguments: seeds)
  func bounds(seed: Int) throws {
    guard let regret = try hedge(seed, .regret, comparing: true),
      let expected = try hedge(seed, .expected, comparing: true)
    else { return }
    let near = regret.near
    #expect(regret.worlds.allSatisfy { $0.cost >= $0.ownCost - near })
    #expect(expected.worlds.allSatisfy { $0.cost >= $0.ownCost - near })
    #expect(abs(regret.worlds.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
    #expect(regret.worstRegret <= expected.worstRegret + near)
    #expect(expected.expectedCost <= regret.expectedCost + near)
    #expect(expected.expectedCost >= expected.expectedOwnCost - near)
    for (fared, other) in zip(try #require(regret.ownOrders), try #require(expected.ownOrders)) {
      #expect(fared.option == other.option && fared.impossible == other.impossible)
      guard let worst = fared.worstRegret, let cost = other.expectedCost else {
        #expect(!fared.hasPlan || !fared.impossible.isEmpty)
        continue
      }
      #expect(worst >= regret.worstRegret - near, "\(fared.option)")
      #expect(cost >= expected.expectedCost - near, "\(fared.option)")
      #expect(abs(try #require(fared.expectedCost) - cost) <= near)
    }
    for hedge in [regret, expected] {
      let all = try #require(hedge.allCommon)
      if let value = all.value { #expect(all.isProven && value >= hedge.value - near) }
    }
  }

  @Test(
    "With no common orders every world has its own best plan, and each later period costs more",
    arguments: seeds)
  func periods(seed: Int) throws {
    let study = try RandomHedge(seed: seed).study
    for criterion in HedgeQuestion.Criterion.allCases {
      guard let none = try study.hedged(until: nil, criterion).hedge else { return }
      #expect(none.worstRegret <= none.near)
      #expect(abs(none.expectedCost - none.expectedOwnCost) <= none.near)
      #expect(none.orders.allSatisfy { !$0.isCommon })
      var least: Double? = none.value
      for period in RandomHedge.periods {
        let value = try study.hedged(until: period, criterion).hedge?.value
        // Once no common orders exist, more of them do not either.
        if let value { #expect(value >= (least ?? .infinity) - none.near, "until \(period)") }
        least = value
      }
    }
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

  @Test("Over the worlds that decide the regret is as large", arguments: seeds)
  func deciding(seed: Int) throws {
    let random = RandomHedge(seed: seed)
    let study = try random.study
    guard let hedge = try study.hedged(until: random.until, explaining: true).hedge else { return }
    let deciding = try #require(hedge.deciding)
    guard hedge.worstRegret > 10 * hedge.near else { return }
    try #require(deciding.count >= 2)
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

  @Test("Worlds that exclude each other do so alone, and no part of them does", arguments: seeds)
  func conflicts(seed: Int) throws {
    let random = RandomHedge(seed: seed)
    let study = try random.study
    guard case .noCommonOrders(let worlds, _) = try study.hedged(until: random.until) else {
      return
    }
    #expect(worlds.count >= 2)
    let others = Set(study.variations.map(\.name)).subtracting(worlds)
    for left in worlds {
      let part = study.without(others.union([left]))
      guard case .found = try part.hedged(until: random.until) else {
        Issue.record("without \(left) there are no common orders either")
        continue
      }
    }
    guard case .noCommonOrders(let again, _) = try study.without(others).hedged(until: random.until)
    else {
      Issue.record("the worlds alone have common orders")
      return
    }
    #expect(again == worlds)
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
