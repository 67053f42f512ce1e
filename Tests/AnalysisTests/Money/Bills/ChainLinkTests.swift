import CaseSupport
import CostFlows
import Sourcing
import TestSupport
import Testing

@testable import Analysis

/// Laws of the links of the chain, on random networks with joint products, loops, stocks, contracts and shortages.
@Suite("Links of the chain")
struct ChainLinkTests {
  private static let solved: [(seed: UInt64, view: PlanView)] = (UInt64(1)...40).compactMap {
    seed in
    let network = RandomNetwork(seed: seed)
    return (try? network.plan()).flatMap { $0 }.map {
      (seed, PlanView(instance: network.instance, model: network.model, plan: $0))
    }
  }

  /// The links of each period of each plan.
  private static let periods:
    [(seed: UInt64, view: PlanView, period: PeriodIndex, links: [ChainLink])] =
      solved.flatMap { it in
        it.view.instance.horizon.indices.map { period in
          (it.seed, it.view, period, it.view.chainLinks(in: period))
        }
      }

  /// In a period in which all is rounding of the solver, so is the rest.
  private static let noise = 1e-12

  /// A node: what is made or used in a place, or a process.
  private enum Node: Hashable {
    case made(CommodityIndex, RegionIndex)
    case used(CommodityIndex, RegionIndex)
    case process(ProcessIndex, RegionIndex)
  }

  /// The nodes before and after a link.
  private static func ends(of link: ChainLink) -> (from: Node?, to: Node?) {
    let made = link.commodity.flatMap { k in link.origin.map { Node.made(k, $0) } }
    let used = link.commodity.flatMap { k in link.destination.map { Node.used(k, $0) } }
    let process = link.process.flatMap { p in link.origin.map { Node.process(p, $0) } }
    return switch link.kind {
    case .flow: (made, used)
    case .input: (used, process)
    case .output: (process, made)
    case .use, .stored: (used, nil)
    case .drawn: (nil, used)
    case .discarded: (made, nil)
    case .spent: (nil, process ?? used)
    case .stranded: (process ?? made ?? used, nil)
    }
  }

  /// What enters each node minus what leaves it, and what enters all of them.
  private static func balance(
    _ links: [ChainLink], of amount: (ChainLink) -> Double?, where counts: (Node) -> Bool
  ) -> (rest: [Node: Double], scale: Double) {
    var rest: [Node: Double] = [:]
    var scale = 0.0
    for link in links {
      guard let amount = amount(link) else { continue }
      let ends = ends(of: link)
      if let node = ends.to, counts(node) { rest[node, default: 0] += amount }
      if let node = ends.from, counts(node) { rest[node, default: 0] -= amount }
      scale = max(scale, abs(amount))
    }
    return (rest, scale)
  }

  private static func isGoods(_ node: Node) -> Bool {
    if case .process = node { false } else { true }
  }

  @Test("there are links of each kind")
  func kinds() {
    #expect(Self.solved.count >= 25)
    for kind in ChainLink.Kind.allCases {
      let count = Self.periods.count { $0.links.contains { $0.kind == kind } }
      #expect(count >= 3, "\(kind): \(count)")
    }
  }

  @Test(
    "what enters goods of a region is what leaves them, all of it and home's part of it",
    arguments: [false, true])
  func quantities(isHomes: Bool) {
    for it in Self.periods {
      let balance = Self.balance(
        it.links, of: { isHomes ? $0.meantQuantity : $0.quantity }, where: Self.isGoods)
      for (node, rest) in balance.rest {
        #expect(
          abs(rest) <= 1e-6 * balance.scale + Self.noise,
          "seed \(it.seed), \(it.period), \(node): \(rest)")
      }
    }
  }

  @Test(
    "the money that enters a node, with what is spent there, is what leaves it",
    arguments: [false, true])
  func money(isHomes: Bool) {
    for it in Self.periods {
      let balance = Self.balance(
        it.links, of: { isHomes ? $0.meantCost : $0.cost }, where: { _ in true })
      for (node, rest) in balance.rest {
        #expect(
          abs(rest) <= 1e-9 * balance.scale, "seed \(it.seed), \(it.period), \(node): \(rest)")
      }
    }
  }

  @Test("what a region uses and stores has cost its bill for goods")
  func bills() {
    for it in Self.periods {
      let parts = Bills(it.view).parts[it.period]
      let scale = parts.reduce(0) { $0 + abs($1.amount) }
      for region in it.view.instance.regions.indices {
        let billed = parts.reduce(0) { $1.payer == region ? $0 + $1.goods : $0 }
        let ended = it.links.filter { [.use, .stored].contains($0.kind) && $0.origin == region }
        let cost = ended.reduce(0) { $0 + $1.cost }
        #expect(abs(cost - billed) <= 1e-9 * scale, "seed \(it.seed), \(region)")
        let isHome = it.view.instance.home.members.contains(region)
        #expect(ended.allSatisfy { $0.meantCost == (isHome ? $0.cost : 0) })
      }
    }
  }

  @Test("flows are those of the plan")
  func flows() {
    for it in Self.periods {
      let links = it.links.filter { $0.kind == .flow }
      let flows = it.view.plan.flows(in: it.period)
      let largest = flows.map(\.quantity).max() ?? 0
      for flow in flows {
        let link = links.first {
          $0.commodity == flow.key.commodity && $0.origin == flow.key.origin
            && $0.destination == flow.key.destination
        }
        #expect(
          abs((link?.quantity ?? 0) - flow.quantity) <= 1e-9 * largest + Self.noise,
          "seed \(it.seed)")
      }
    }
  }
}
