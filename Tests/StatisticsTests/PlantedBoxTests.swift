import Testing

@testable import Statistics

@Suite("Boxes in made-up worlds")
struct PlantedBoxTests {
  private static let seeds = 1...20 as ClosedRange<UInt64>

  private static func factors(
    _ count: Int, _ shape: UncertainFactor.Shape = .uniform
  ) -> [UncertainFactor] {
    (0..<count).map { UncertainFactor(name: "x\($0)", shape: shape) }
  }

  private static func points(_ factors: [UncertainFactor], _ count: Int, _ seed: UInt64)
    -> [[Double]]
  {
    LatinHypercube(factors: factors, samples: count, seed: seed).points
  }

  /// Which worlds fail for a reason of their own, independently of all factors.
  private static func chance(_ share: Double, _ count: Int, _ seed: UInt64) -> [Bool] {
    LatinHypercube(factors: factors(1), samples: count, seed: seed + 5000).points
      .map { $0[0] > 1 - 2 * share }
  }

  /// Limits on two of six assumptions; nil: no limit on that side.
  struct Planted: Sendable {
    var first: ClosedRange<Double>
    var second: ClosedRange<Double>

    func holds(_ point: [Double]) -> Bool {
      first.contains(point[1]) && second.contains(point[4])
    }
  }

  // The worlds have 1000 points, of which 17 to 28 % fail.
  @Test(
    "have the planted limits to 5 % of the range, also where 5 % of worlds fail for another reason",
    arguments: [
      Planted(first: 0.2...1, second: -1...(-0.1)), Planted(first: -0.3...0.5, second: -0.7...0.3),
      Planted(first: -1...(-0.4), second: -0.5...0.6),
    ], [0, 0.05])
  func planted(box planted: Planted, noise: Double) throws {
    let factors = Self.factors(6)
    for seed in Self.seeds {
      let points = Self.points(factors, 1000, seed)
      let fails = zip(points, Self.chance(noise, 1000, seed)).map { planted.holds($0) || $1 }
      let box = try #require(FailureBox.search(points: points, fails: fails, factors: factors))
      try #require(box.limits.map(\.factor) == [1, 4])
      for (limit, range) in zip(box.limits, [planted.first, planted.second]) {
        // 5 % of -1...1.
        #expect(
          abs(limit.from - range.lowerBound) <= 0.1 && abs(limit.to - range.upperBound) <= 0.1)
        #expect(limit.quasiP < 1e-6)
        // A side without a limit is the end of the range.
        if range.lowerBound == -1 { #expect(limit.from == -1) }
        if range.upperBound == 1 { #expect(limit.to == 1) }
      }
      #expect(box.coverage > (noise == 0 ? 0.9 : 0.7) && box.density > 0.9)
    }
  }

  @Test("have the planted limits of assumptions with a triangular distribution")
  func triangular() throws {
    let factors = Self.factors(6, .triangular)
    for seed in Self.seeds {
      let points = Self.points(factors, 1000, seed)
      let fails = points.map { $0[2] > 0.1 && $0[5] > -0.2 }
      let box = try #require(FailureBox.search(points: points, fails: fails, factors: factors))
      try #require(box.limits.map(\.factor) == [2, 5])
      #expect(abs(box.limits[0].from - 0.1) <= 0.1 && abs(box.limits[1].from + 0.2) <= 0.1)
    }
  }

  @Test("have limits where the failures of a rounded assumption begin")
  func rounded() throws {
    let factors = Self.factors(6)
    for seed in Self.seeds {
      let points = Self.points(factors, 1000, seed)
      // Years from 0 to 4, as whole numbers: 3 or more from z = 0.25 on.
      let fails = points.map { (2 + 2 * $0[1]).rounded() >= 3 && $0[4] < 0 }
      let box = try #require(FailureBox.search(points: points, fails: fails, factors: factors))
      try #require(box.limits.map(\.factor) == [1, 4])
      #expect(abs(box.limits[0].from - 0.25) <= 0.1)
    }
  }

  @Test("never divide points with the same place, and need no limit on a constant assumption")
  func ties() throws {
    var factors = Self.factors(4)
    factors[3].range = 0.5...0.5
    for seed in Self.seeds {
      // Five places for each assumption; the last one stands still.
      let points = Self.points(factors, 4000, seed).map { point in
        point.enumerated().map { $0 == 3 ? 0.5 : (2 * $1).rounded() / 2 }
      }
      let fails = points.map { $0[0] >= 0.5 && $0[1] <= -0.5 }
      let box = try #require(FailureBox.search(points: points, fails: fails, factors: factors))
      try #require(box.limits.map(\.factor) == [0, 1])
      // Halfway between two places.
      #expect(box.limits[0].from == 0.25 && box.limits[1].to == -0.25)
      #expect(box.coverage == 1 && box.density == 1)
    }
  }

  /// Worlds of which a share fails whatever the assumptions are.
  struct Independent: Sendable {
    var worlds: Int
    var assumptions: Int
    var share: Double
  }

  // Of 200 samples 10 are expected at most; 20 would be three standard deviations above.
  @Test(
    "are found in at most about 5 % of samples in which failures are independent of all assumptions",
    arguments: [
      Independent(worlds: 100, assumptions: 5, share: 0.02),
      Independent(worlds: 100, assumptions: 5, share: 0.1),
      Independent(worlds: 200, assumptions: 6, share: 0.4),
      Independent(worlds: 300, assumptions: 8, share: 0.1),
      Independent(worlds: 200, assumptions: 6, share: 0.8),
    ])
  func independent(_ made: Independent) {
    let factors = Self.factors(made.assumptions)
    let found = (1...200).count { seed in
      FailureBox.search(
        points: Self.points(factors, made.worlds, UInt64(seed)),
        fails: Self.chance(made.share, made.worlds, UInt64(seed)), factors: factors) != nil
    }
    #expect(found <= 19, "of 200")
  }

  @Test(
    "would be found far more often without dealing failures out, though each limit has a small quasi-p"
  )
  func optimism() {
    let factors = Self.factors(5)
    let found = (1...60).count { seed in
      let points = Self.points(factors, 100, UInt64(seed))
      let peeling = Peeling(
        points: points, fails: Self.chance(0.02, 100, UInt64(seed)), factorCount: 5)
      guard let box = peeling.box() else { return false }
      return box.limitedFactors.allSatisfy { peeling.quasiP(of: $0, in: box) <= 0.05 }
    }
    #expect(found >= 20, "of 60")
  }

  @Test("do not come from one failure, and say nothing of none")
  func few() {
    let factors = Self.factors(6)
    var found = 0
    for seed in Self.seeds {
      let points = Self.points(factors, 200, seed)
      let one = points.indices.map { $0 == 17 }
      found += FailureBox.search(points: points, fails: one, factors: factors) == nil ? 0 : 1
      let none = points.map { _ in false }
      #expect(FailureBox.search(points: points, fails: none, factors: factors) == nil)
    }
    #expect(found <= 3, "of 20")
  }
}
