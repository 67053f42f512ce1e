import Testing

@testable import Statistics

@Suite("Latin hypercubes")
struct LatinHypercubeTests {
  private static let factors = [
    UncertainFactor(name: "cost", shape: .triangular),
    UncertainFactor(name: "delay", shape: .triangular, range: 0...1),
    UncertainFactor(name: "tariff", shape: .uniform),
    UncertainFactor(name: "offer", shape: .uniform, range: -1...0),
  ]

  @Test("have one point in each of N parts of each factor", arguments: [1, 2, 7, 100, 1000])
  func parts(samples: Int) {
    let points = LatinHypercube(factors: Self.factors, samples: samples, seed: 5).points
    #expect(points.count == samples)
    for (place, factor) in Self.factors.enumerated() {
      let parts = points.map { Int(factor.probability(upTo: $0[place]) * Double(samples)) }
      #expect(parts.sorted() == Array(0..<samples))
    }
  }

  @Test("stay on one side where the range does")
  func sides() {
    let points = LatinHypercube(factors: Self.factors, samples: 500, seed: 1).points
    #expect(points.allSatisfy { $0[1] >= 0 && $0[3] <= 0 })
    #expect(points.contains { $0[0] < 0 } && points.contains { $0[0] > 0 })
  }

  @Test("have the same draws of a factor whatever other factors there are")
  func others() {
    let all = LatinHypercube(factors: Self.factors, samples: 64, seed: 9).points
    let few = LatinHypercube(
      factors: [Self.factors[3], Self.factors[1]], samples: 64, seed: 9
    ).points
    #expect(few == all.map { [$0[3], $0[1]] })
  }

  @Test("differ by seed, number of samples and name")
  func seeds() {
    let factor = UncertainFactor(name: "a", shape: .uniform)
    var named = factor
    named.name = "b"
    let columns = [
      LatinHypercube(factors: [factor], samples: 50, seed: 1),
      LatinHypercube(factors: [factor], samples: 50, seed: 2),
      LatinHypercube(factors: [factor], samples: 50, seed: 1 << 40),
      LatinHypercube(factors: [named], samples: 50, seed: 1),
      LatinHypercube(factors: [factor], samples: 51, seed: 1),
    ].map { $0.points.map { $0[0] }.prefix(10) }
    #expect(Set(columns.map(Array.init)).count == columns.count)
    #expect(LatinHypercube(factors: [factor], samples: 0, seed: 1).points.isEmpty)
    #expect(LatinHypercube(factors: [factor], samples: -3, seed: 1).points.isEmpty)
    #expect(LatinHypercube(factors: [], samples: 2, seed: 1).points == [[], []])
  }

  /// Printed once, and to be the same on every machine for ever.
  @Test("have these draws on every machine")
  func golden() {
    let points = LatinHypercube(factors: Self.factors, samples: 3, seed: 42).points
    let expected = [
      [0.5076145993837543, 0.0036368786486300486, 0.5258922476011019, -0.5696648763647925],
      [-0.4942034129160894, 0.34438756146805394, -0.11165990695978201, -0.9085349700568864],
      [0.12238298196443764, 0.6775736991379077, -0.4091001496029397, -0.05891008853601909],
    ]
    #expect(points == expected)
  }

  @Test("have columns that hardly correlate, from draw to draw and between factors")
  func independence() {
    let factors = (0..<30).map { UncertainFactor(name: "f\($0)", shape: .uniform) }
    let points = LatinHypercube(factors: factors, samples: 1000, seed: 3).points
    var largest = 0.0
    for first in factors.indices {
      for second in 0..<first {
        // The variance of each is 1/3.
        let products = points.reduce(0) { $0 + $1[first] * $1[second] }
        largest = max(largest, abs(products / 1000 * 3))
      }
    }
    // Of 435 independent pairs the largest is about 3.1/√1000.
    #expect(largest < 0.14)
    #expect(largest > 0.05, "columns of random order correlate a little")
  }

  @Test("come from streams in which an error of the library ends no process")
  func errors() {
    var stream = RandomStream(seed: 1, samples: 1, purpose: .bootstrap)
    // GSL's own handler of errors would call abort.
    #expect(stream.index(below: 0) == 0)
    #expect((0..<100).allSatisfy { _ in (0..<7).contains(stream.index(below: 7)) })
    #expect(stream.permutation(of: 0) == [] && stream.permutation(of: 1) == [0])
    #expect(stream.permutation(of: 50).sorted() == Array(0..<50))
  }
}
