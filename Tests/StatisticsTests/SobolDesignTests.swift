import Foundation
import Statistics
import Testing

@Suite("Sobol indices")
struct SobolDesignTests {
  private static func factors(_ count: Int, range: ClosedRange<Double> = -1...1)
    -> [UncertainFactor]
  {
    (0..<count).map { UncertainFactor(name: "x\($0 + 1)", shape: .uniform, range: range) }
  }

  /// Ishigami and Homma 1990, with a = 7 and b = 0.1, x = πz.
  private static func ishigami(_ z: [Double]) -> Double {
    let x = z.map { $0 * .pi }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
  }

  /// Sobol's g on [0, 1]⁸.
  private static func g(_ x: [Double]) -> Double {
    zip(x, [0, 1, 4.5, 9, 99, 99, 99, 99]).reduce(1) { product, next in
      product * (abs(4 * next.0 - 2) + next.1) / (1 + next.1)
    }
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

  @Test("are those of Ishigami's function")
  func ishigami() throws {
    var (inside, worst) = (0, 0.0)
    let expected = [0.3139, 0.4424, 0, 0.5576, 0.4424, 0.2437]
    var errors = expected.map { _ in 0.0 }
    for seed in 1...4 as ClosedRange<UInt64> {
      let design = SobolDesign(factors: Self.factors(3), samples: 2048, seed: seed)
      let indices = design.indices(of: design.points.map(Self.ishigami), resamples: 100)
      for (place, index) in (indices.first + indices.total).enumerated() {
        let index = try #require(index)
        errors[place] += (index.value - expected[place]) / 4
        worst = max(worst, abs(index.value - expected[place]))
        inside += (index.low...index.high).contains(expected[place]) ? 1 : 0
      }
    }
    // Of one estimate, and of the mean of four.
    #expect(worst < 0.06)
    #expect(errors.allSatisfy { abs($0) < 0.03 })
    #expect(inside >= 21, "of 24; intervals of 95 %")
  }

  @Test("are those of Sobol's g")
  func g() throws {
    var (inside, worst) = (0, 0.0)
    let expected = [0.7162, 0.1790, 0.0237, 0.0072, 0.0001, 0.0001, 0.0001, 0.0001]
    for seed in 1...4 as ClosedRange<UInt64> {
      let design = SobolDesign(factors: Self.factors(8, range: 0...1), samples: 2048, seed: seed)
      let indices = design.indices(of: design.points.map(Self.g), resamples: 100)
      for (place, index) in indices.first.enumerated() {
        let index = try #require(index)
        worst = max(worst, abs(index.value - expected[place]))
        inside += place < 4 && (index.low...index.high).contains(expected[place]) ? 1 : 0
      }
      // The total indices of the product: V_T = V_i·Π(1 + V_j) over the others.
      let parts = [0, 1, 4.5, 9, 99, 99, 99, 99].map { 1 / (3 * (1 + $0) * (1 + $0)) }
      let product = parts.reduce(1) { $0 * (1 + $1) }
      for (part, index) in zip(parts, indices.total) {
        let total = part * product / (1 + part) / (product - 1)
        worst = max(worst, abs(try #require(index).value - total))
      }
    }
    #expect(worst < 0.06)
    #expect(inside >= 14, "of 16; intervals of 95 %")
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
    let values = design.points.map(Self.ishigami)
    let plain = design.indices(of: values, resamples: 20)
    let moved = design.indices(of: values.map { 1e6 - 1000 * $0 }, resamples: 20)
    for (a, b) in zip(plain.first + plain.total, moved.first + moved.total) {
      let (a, b) = (try #require(a), try #require(b))
      #expect(abs(a.value - b.value) < 1e-9 && abs(a.low - b.low) < 1e-9)
    }
    #expect(design.indices(of: values, resamples: 20) == plain, "the same bytes again")
    let other = SobolDesign(factors: Self.factors(3), samples: 64, seed: 3)
    #expect(other.indices(of: other.points.map(Self.ishigami), resamples: 20) != plain)
  }

  @Test("have wider intervals of fewer samples")
  func widths() throws {
    let widths = try [64, 1024].map { samples in
      let design = SobolDesign(factors: Self.factors(3), samples: samples, seed: 6)
      let indices = design.indices(of: design.points.map(Self.ishigami), resamples: 200)
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
