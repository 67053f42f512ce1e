import Statistics
import Testing

@Suite("Sobol indices")
struct SobolDesignTests {
  private static func factors(_ count: Int, range: ClosedRange<Double> = -1...1)
    -> [UncertainFactor]
  {
    (0..<count).map { UncertainFactor(name: "x\($0 + 1)", shape: .uniform, range: range) }
  }

  @Test("have points A, B, and A with one column of B")
  func design() {
    let factors = Self.factors(3)
    let points = SobolDesign(factors: factors, samples: 16, seed: 4).points
    #expect(points.count == 16 * 5)
    #expect(
      Array(points.prefix(16)) == LatinHypercube(factors: factors, samples: 16, seed: 4).points)
    for factor in 0..<3 {
      for row in 0..<16 {
        var expected = points[row]
        expected[factor] = points[16 + row][factor]
        #expect(points[16 * (2 + factor) + row] == expected)
      }
    }
    #expect(Set(points).count == points.count)
    #expect(SobolDesign(factors: factors, samples: 0, seed: 4).points.isEmpty)
  }

  @Test("of a sum are the shares of the variances, and nothing of a factor without effect")
  func sum() throws {
    let design = SobolDesign(factors: Self.factors(3), samples: 2000, seed: 11)
    let indices = design.indices(of: design.points.map { 2 * $0[0] + $0[1] + 500 }, resamples: 50)
    for (found, expected) in zip(indices.first + indices.total, [0.8, 0.2, 0, 0.8, 0.2, 0]) {
      #expect(abs(try #require(found).value - expected) < 0.03)
    }
    // Exactly: the point does not change.
    #expect(indices.first[2] == .init(value: 0, low: 0, high: 0))
    #expect(indices.total[2] == .init(value: 0, low: 0, high: 0))
  }

  @Test("do not change when a constant is added or values are scaled, up to round-off")
  func affine() throws {
    let design = SobolDesign(factors: Self.factors(3), samples: 64, seed: 2)
    let values = design.points.map(TestFunction.ishigami)
    let plain = design.indices(of: values, resamples: 20)
    let moved = design.indices(of: values.map { 1e6 - 1000 * $0 }, resamples: 20)
    for (a, b) in zip(plain.first + plain.total, moved.first + moved.total) {
      let (a, b) = (try #require(a), try #require(b))
      #expect(abs(a.value - b.value) < 1e-9 && abs(a.low - b.low) < 1e-9)
    }
    #expect(design.indices(of: values, resamples: 20) == plain, "the same bytes again")
    let other = SobolDesign(factors: Self.factors(3), samples: 64, seed: 3)
    #expect(other.indices(of: other.points.map(TestFunction.ishigami), resamples: 20) != plain)
  }

  @Test("have wider intervals of fewer samples")
  func widths() throws {
    let widths = try [64, 1024].map { samples in
      let design = SobolDesign(factors: Self.factors(3), samples: samples, seed: 6)
      let indices = design.indices(of: design.points.map(TestFunction.ishigami), resamples: 200)
      let index = try #require(indices.first[0])
      return index.high - index.low
    }
    // A quarter, as the root of the number of samples.
    #expect((2.0...8.0).contains(widths[0] / widths[1]))
  }

  @Test("are blank where a point has no value, and of constant values")
  func blank() {
    let design = SobolDesign(factors: Self.factors(2), samples: 8, seed: 1)
    var values: [Double?] = design.points.map { $0[0] }
    let whole = design.indices(of: values, resamples: 10)
    #expect(whole.missing == 0 && whole.first[0] != nil && whole.total[1] != nil)
    values[3] = nil
    values[30] = nil
    let none = [SobolIndices.Index?](repeating: nil, count: 2)
    #expect(design.indices(of: values) == SobolIndices(first: none, total: none, missing: 2))
    let same = design.indices(of: design.points.map { _ in 0.1 })
    #expect(same == SobolIndices(first: none, total: none, missing: 0))
    let one = SobolDesign(factors: Self.factors(2), samples: 1, seed: 1)
    #expect(one.indices(of: one.points.map { $0[0] }).first == none)
    let plain = design.indices(of: design.points.map { $0[0] }, resamples: 0).first[0]
    #expect(plain?.low == plain?.value && plain?.value == whole.first[0]?.value)
  }
}
