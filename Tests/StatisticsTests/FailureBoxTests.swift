import Testing

@testable import Statistics

@Suite("Boxes of failures")
struct FailureBoxTests {
  private static let factors =
    (0..<4).map { UncertainFactor(name: "x\($0)", shape: .uniform) }
    + [UncertainFactor(name: "late", shape: .triangular, range: 0...1)]

  private static func points(_ count: Int, seed: UInt64) -> [[Double]] {
    LatinHypercube(factors: factors, samples: count, seed: seed).points
  }

  @Test("report the coverage, density and mass that counting gives")
  func counted() throws {
    let points = Self.points(400, seed: 3)
    let noise = Self.points(400, seed: 33)
    let fails = zip(points, noise).map { $0[4] > 0.4 && $0[1] > 0 ? $1[0] > -0.6 : $1[0] > 0.9 }
    let box = try #require(
      FailureBox.search(points: points, fails: fails, factors: Self.factors))
    let inside = points.indices.filter { place in
      box.limits.allSatisfy {
        $0.from <= points[place][$0.factor] && points[place][$0.factor] <= $0.to
      }
    }
    let hits = Double(inside.count { fails[$0] })
    #expect(box.coverage == hits / Double(fails.count { $0 }))
    #expect(box.density == hits / Double(inside.count))
    #expect(box.mass == Double(inside.count) / 400)
    #expect(box.density > 0.6 && box.coverage > 0.6)
    #expect(box.limits.map(\.factor) == [1, 4] && box.limits[1].to == 1)
  }

  @Test("have both limits of a factor where failures lie in the middle")
  func middle() throws {
    let points = Self.points(1000, seed: 2)
    let fails = points.map { abs($0[3]) < 0.4 }
    let box = try #require(
      FailureBox.search(points: points, fails: fails, factors: Self.factors))
    #expect(box.limits.map(\.factor) == [3])
    #expect(abs(box.limits[0].from + 0.4) < 0.06 && abs(box.limits[0].to - 0.4) < 0.06)
  }

  @Test("do without limits that change nothing")
  func idle() {
    let points = Self.points(500, seed: 5)
    let peeling = Peeling(points: points, fails: points.map { $0[0] > 0 }, factorCount: 5)
    var box = Peeling.Box(
      low: [0, -0.9, -.infinity, -.infinity, -.infinity],
      high: [.infinity, .infinity, 0.8, .infinity, .infinity])
    #expect(box.limitedFactors == [0, 1, 2])
    #expect(peeling.withoutIdle(box).limitedFactors == [0])
    #expect(peeling.withoutChance(box).limitedFactors == [0])
    box.low[0] = -.infinity
    #expect(peeling.withoutChance(box).limitedFactors.isEmpty)
  }

  @Test("are none where none or all points fail")
  func trivial() {
    let points = Self.points(50, seed: 1)
    let search = { FailureBox.search(points: points, fails: $0, factors: Self.factors) }
    #expect(search(points.map { _ in false }) == nil)
    #expect(search(points.map { _ in true }) == nil)
    #expect(FailureBox.search(points: [], fails: [], factors: Self.factors) == nil)
    #expect(search(points.map { $0[0] > 0 }) != nil)
    // Points that are all the same cannot be told apart.
    let same = points.map { _ in [0.0, 0, 0, 0, 0] }
    #expect(
      FailureBox.search(points: same, fails: points.map { $0[0] > 0 }, factors: Self.factors) == nil
    )
  }

  @Test("do not depend on the order of the points")
  func order() {
    let points = Self.points(300, seed: 7)
    let fails = points.map { $0[0] + $0[1] > 0.7 }
    let forward = FailureBox.search(points: points, fails: fails, factors: Self.factors)
    let backward = FailureBox.search(
      points: points.reversed(), fails: fails.reversed(), factors: Self.factors)
    #expect(forward != nil && forward == backward)
  }

  @Test("have the quasi-p of a binomial test")
  func binomial() {
    // P(X ≥ 3) of 4 draws with 1/2: 5/16.
    #expect(abs(GSL.binomialTail(hits: 3, count: 4, probability: 0.5) - 0.3125) < 1e-12)
    #expect(GSL.binomialTail(hits: 0, count: 4, probability: 0.5) == 1)
    #expect(GSL.binomialTail(hits: 5, count: 4, probability: 0.5) == 0)
    #expect(GSL.binomialTail(hits: 4, count: 4, probability: 1) == 1)
    #expect(GSL.binomialTail(hits: 1, count: 4, probability: 0) == 0)
    for count in 1...30 {
      for hits in 0...count {
        let p = 0.3
        var (term, sum) = (1.0, 0.0)
        for _ in 0..<count { term *= 1 - p }
        for k in 0...count {
          if k >= hits { sum += term }
          term *= Double(count - k) / Double(k + 1) * p / (1 - p)
        }
        #expect(abs(GSL.binomialTail(hits: hits, count: count, probability: p) - sum) < 2e-12)
      }
    }
  }
}
