import TestSupport
import Testing

@testable import CostFlows

@Suite("Chains with final states")
struct AbsorbingChainTests {
  private typealias Edge = AbsorbingChain.Edge

  /// A chain of nodes and 3 final states, with loops of all lengths.
  private static func edges(_ count: Int, seed: UInt64) -> [[Edge]] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<count).map { _ in
      let inner = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
        Edge(
          target: Int.random(in: 0..<count, using: &numbers), weight: numbers.number(0.01, 0.3))
      }
      let final = Edge(
        target: count + Int.random(in: 0..<3, using: &numbers), weight: numbers.number(0.05, 1))
      let total = inner.reduce(final.weight) { $0 + $1.weight }
      return (inner + [final]).map { Edge(target: $0.target, weight: $0.weight / total) }
    }
  }

  /// What ends in each final state of what starts at a node, and how much passes each node, by following it
  /// until nothing is left.
  private static func followed(_ edges: [[Edge]], from start: Int) -> (
    ended: [Double], passed: [Double]
  ) {
    let count = edges.count
    var (ended, passed) = (Array(repeating: 0.0, count: 3), Array(repeating: 0.0, count: count))
    var here = passed
    here[start] = 1
    while here.contains(where: { $0 > 1e-18 }) {
      var next = Array(repeating: 0.0, count: count)
      for node in 0..<count {
        passed[node] += here[node]
        for edge in edges[node] {
          if edge.target < count {
            next[edge.target] += here[node] * edge.weight
          } else {
            ended[edge.target - count] += here[node] * edge.weight
          }
        }
      }
      here = next
    }
    return (ended, passed)
  }

  @Test(
    "shares and amounts are those of following what moves, in small, large and dense loops",
    arguments: [5, 12, 80], UInt64(1)...10)
  func followed(count: Int, seed: UInt64) {
    let edges = Self.edges(count, seed: seed)
    let chain = AbsorbingChain(edges)
    let (all, last) = (chain.shares(endingIn: 0..<3), chain.shares(endingIn: 2..<3))
    let weighed = chain.shares(weighing: [1, 0.25, 0])
    for start in 0..<count {
      let (ended, passed) = Self.followed(edges, from: start)
      var entering = Array(repeating: 0.0, count: count)
      entering[start] = 1
      let through = chain.throughput(of: entering)
      for state in 0..<3 { #expect(abs(all[start * 3 + state] - ended[state]) < 1e-12) }
      #expect(abs(last[start] - ended[2]) < 1e-12)
      #expect(abs(weighed[start] - ended[0] - 0.25 * ended[1]) < 1e-12)
      #expect(zip(through, passed).allSatisfy { abs($0 - $1) < 1e-10 })
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
