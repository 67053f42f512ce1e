import Testing

@testable import Analysis

@Suite("Look-through reliance")
struct LookThroughTests {
  typealias Term = MaxMeanEquations.Term
  typealias Weighted = MaxMeanEquations.Weighted

  private func producer(_ weight: Double, _ choices: [(Int, Double)]...) -> Term {
    Term(weight: weight, choices: choices.map { $0.map { Weighted(index: $0.0, weight: $0.1) } })
  }

  @Test("the reliance of a chain is that of its first stage")
  func chain() {
    // 0: a mine in the rival's land, 1: a mine elsewhere, 2: refined from both, 3: made from 2.
    let equations = MaxMeanEquations(terms: [
      [producer(1)], [producer(1)], [producer(1, [(0, 0.3), (1, 0.7)])], [producer(1, [(2, 1)])],
    ])
    let values = equations.leastSolution(fixedAtOne: [true, false, false, false])
    #expect(values == [1, 0, 0.3, 0.3])
  }

  @Test("reliance is the mean over producers of the largest among their inputs")
  func inputs() {
    let equations = MaxMeanEquations(terms: [
      [producer(1)], [producer(1)],
      [producer(0.25, [(0, 0.2), (1, 0.8)], [(0, 0.6), (1, 0.4)]), producer(0.75, [(1, 1)])],
    ])
    let values = equations.leastSolution(fixedAtOne: [true, false, false])
    #expect(abs(values[2] - 0.15) < 1e-15)
  }

  @Test("the reliance of a loop that feeds only itself is 0")
  func closedLoop() {
    let equations = MaxMeanEquations(terms: [
      [producer(1, [(1, 1)])], [producer(1, [(0, 1)])], [producer(1)],
    ])
    #expect(equations.leastSolution(fixedAtOne: [false, false, true]) == [0, 0, 1])
  }

  @Test("a loop that loses almost nothing converges too")
  func nearlyClosedLoop() {
    // v0 = (1−ε)·v1 + ε·1 and v1 = v0: the solution is 1, for which plain iteration needs 1/ε rounds.
    let tiny = 1e-9
    let equations = MaxMeanEquations(terms: [
      [producer(1, [(1, 1 - tiny), (2, tiny)])], [producer(1, [(0, 1)])], [producer(1)],
    ])
    let values = equations.leastSolution(fixedAtOne: [false, false, true])
    #expect(abs(values[0] - 1) < 1e-6 && abs(values[1] - 1) < 1e-6)
  }

  @Test("on random networks with loops it agrees with plain iteration", arguments: 0..<60)
  func againstIteration(seed: Int) {
    var random = SplitMix(state: UInt64(seed) &* 7919 &+ 1)
    let count = 4 + seed % 12
    let terms = (0..<count).map { _ in
      let producers = 1 + Int(random.next() % 3)
      return (0..<producers).map { _ in
        Term(
          weight: 1 / Double(producers),
          choices: (0..<Int(random.next() % 3)).map { _ in
            // A little is lost on the way, so that iteration converges.
            let first = random.unit() * 0.95
            return [
              Weighted(index: Int(random.next() % UInt64(count)), weight: first),
              Weighted(index: Int(random.next() % UInt64(count)), weight: 0.95 - first),
            ]
          })
      }
    }
    let fixed = (0..<count).map { $0 == 0 || random.unit() < 0.15 }
    var values = fixed.map { $0 ? 1.0 : 0 }
    for _ in 0..<2000 {
      for index in 0..<count where !fixed[index] {
        values[index] = terms[index].reduce(0) { sum, term in
          sum + term.weight
            * (term.choices.map { $0.reduce(0) { $0 + $1.weight * values[$1.index] } }.max() ?? 0)
        }
      }
    }
    let found = MaxMeanEquations(terms: terms).leastSolution(fixedAtOne: fixed)
    for (a, b) in zip(found, values) { #expect(abs(a - b) < 1e-9) }
  }
}

/// A small seeded generator (SplitMix64).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
