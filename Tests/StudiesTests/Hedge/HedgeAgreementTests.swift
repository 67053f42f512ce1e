import Foundation
import Sourcing
import TestSupport
import Testing

@testable import Studies

@Suite("What to order now: one program and the decomposition")
struct HedgeAgreementTests {
  private static let isLong = ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] != nil
  static let seeds = Array(0..<(isLong ? 1000 : 100))

  @Test("They find the same regret and the same expected cost", arguments: seeds)
  func agree(seed: Int) throws {
    let random = RandomHedge(seed: seed)
    let study = try random.study
    for criterion in HedgeQuestion.Criterion.allCases {
      let whole = try study.hedged(until: random.until, criterion, method: .whole)
      let decomposed = try study.hedged(until: random.until, criterion, method: .decomposed)
      switch (whole, decomposed) {
      case (.found(let a), .found(let b)):
        #expect(a.isProven && b.isProven)
        #expect(a.worlds.map(\.name) == b.worlds.map(\.name) && a.leftOut == b.leftOut)
        #expect(zip(a.worlds, b.worlds).allSatisfy { $0.ownCost == $1.ownCost })
        // Of all orders with the least regret, both have the cheapest.
        if criterion == .regret { #expect(abs(a.worstRegret - b.worstRegret) <= a.near) }
        #expect(abs(a.expectedCost - b.expectedCost) <= a.near)
        #expect(abs(a.bound - a.value) <= a.near && abs(b.bound - b.value) <= b.near)
      case (.noCommonOrders(let a, let leftOut), .noCommonOrders(let b, let others)):
        #expect(a == b && leftOut == others)
      case (.noPlan, .noPlan): break
      default: Issue.record("\(criterion): \(whole) and \(decomposed)")
      }
    }
  }

  @Test("Most random questions have a regret, some have none, and some leave worlds out")
  func variety() throws {
    let found = try Self.seeds.prefix(30).map { seed in
      let random = RandomHedge(seed: seed)
      return try random.study.hedged(until: random.until)
    }
    let hedges = found.compactMap(\.hedge)
    #expect(hedges.count >= 24)
    #expect(hedges.count { $0.worstRegret > 1 } >= 10)
    #expect(hedges.count { $0.worstRegret == 0 } >= 2)
    #expect(hedges.count { !$0.leftOut.isEmpty } >= 1)
    #expect(hedges.count { hedge in hedge.orders.contains { $0.isCommon } } >= 12)
  }
}
