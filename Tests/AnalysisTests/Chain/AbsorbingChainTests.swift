import TestSupport
import Testing

@testable import Analysis

@Suite("Chains with final states")
struct AbsorbingChainTests {
  private typealias Edge = AbsorbingChain.Edge

  /// A chain of 12 nodes and 3 final states, with loops of all lengths; at least 5 % of what is at a node ends there.
  private static func edges(seed: UInt64) -> [[Edge]] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<12).map { _ in
      let inner = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
        Edge(
          target: Int.random(in: 0..<12, using: &numbers), weight: numbers.number(0.01, 0.3))
      }
      let final = Edge(
        target: 12 + Int.random(in: 0..<3, using: &numbers), weight: numbers.number(0.05, 1))
      let total = inner.reduce(final.weight) { $0 + $1.weight }
      return (inner + [final]).map { Edge(target: $0.target, weight: $0.weight / total) }
    }
  }

  /// What ends in each final state of what starts at a node, and how much passes each node, by following it
  /// until nothing is left.
  private static func followed(_ edges: [[Edge]], from start: Int) -> (
    ended: [Double], passed: [Double]
  ) {
    var (ended, passed) = (Array(repeating: 0.0, count: 3), Array(repeating: 0.0, count: 12))
    var here = passed
    here[start] = 1
    while here.contains(where: { $0 > 1e-18 }) {
      var next = Array(repeating: 0.0, count: 12)
      for node in 0..<12 {
        passed[node] += here[node]
        for edge in edges[node] {
          if edge.target < 12 {
            next[edge.target] += here[node] * edge.weight
          } else {
            ended[edge.target - 12] += here[node] * edge.weight
          }
        }
      }
      here = next
    }
    return (ended, passed)
  }

  @Test("shares and amounts are those of following what moves", arguments: UInt64(1)...30)
  func followed(seed: UInt64) {
    let edges = Self.edges(seed: seed)
    let chain = AbsorbingChain(edges)
    let (all, last) = (chain.shares(endingIn: 0..<3), chain.shares(endingIn: 2..<3))
    for start in 0..<12 {
      let (ended, passed) = Self.followed(edges, from: start)
      var entering = Array(repeating: 0.0, count: 12)
      entering[start] = 1
      let through = chain.throughput(of: entering)
      for state in 0..<3 { #expect(abs(all[start * 3 + state] - ended[state]) < 1e-12) }
      #expect(abs(last[start] - ended[2]) < 1e-12)
      for node in 0..<12 { #expect(abs(through[node] - passed[node]) < 1e-10) }
    }
  }

  @Test("a loop that loses almost nothing loses no digits")
  func slowLoop() {
    let chain = AbsorbingChain([
      [Edge(target: 1, weight: 1)],
      [
        Edge(target: 0, weight: 1), Edge(target: 2, weight: 1e-13),
        Edge(target: 3, weight: 3e-13),
      ],
    ])
    for node in 0..<2 {
      let shares = chain.shares(endingIn: 0..<2)
      #expect(abs(shares[node * 2] - 0.25) < 1e-14 && abs(shares[node * 2 + 1] - 0.75) < 1e-14)
    }
    #expect(abs(chain.throughput(of: [1, 0])[1] * 4e-13 - 1) < 1e-12)
  }
}
