import Statistics
import Testing

@Suite("Distributions of factors")
struct UncertainFactorTests {
  static let factors = [UncertainFactor.Shape.triangular, .uniform].flatMap { shape in
    [-1...1, 0...1, -1...0, -0.25...1, 0.2...0.6, 0...0].map { range in
      UncertainFactor(name: "z", shape: shape, range: range)
    }
  }

  @Test("have quantiles that rise from one end of the range to the other", arguments: factors)
  func monotone(factor: UncertainFactor) {
    let quantiles = (0...1000).map { factor.quantile(Double($0) / 1000) }
    #expect(quantiles.first == factor.range.lowerBound)
    #expect(quantiles.last == factor.range.upperBound)
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(factor.quantile(-1) == factor.range.lowerBound)
    #expect(factor.quantile(2) == factor.range.upperBound)
  }

  @Test("have quantiles that invert the cumulative distribution", arguments: factors)
  func inverse(factor: UncertainFactor) {
    guard factor.range.lowerBound < factor.range.upperBound else {
      #expect(factor.probability(upTo: -0.1) == 0 && factor.probability(upTo: 0) == 1)
      return
    }
    for step in 0...1000 {
      let p = Double(step) / 1000
      #expect(abs(factor.probability(upTo: factor.quantile(p)) - p) < 1e-12)
    }
  }

  @Test("have the probabilities that areas under the density give")
  func probabilities() {
    let triangular = UncertainFactor(name: "z", shape: .triangular)
    // The left half of the triangle up to -1/2 has 1/8 of its area.
    #expect(triangular.probability(upTo: -0.5) == 0.125 && triangular.quantile(0.125) == -0.5)
    #expect(triangular.quantile(0.5) == 0 && triangular.quantile(0.875) == 0.5)
    let above = UncertainFactor(name: "z", shape: .triangular, range: 0...1)
    #expect(above.probability(upTo: 0.5) == 0.75 && above.quantile(0.75) == 0.5)
    let below = UncertainFactor(name: "z", shape: .triangular, range: -1...0)
    #expect(below.probability(upTo: -0.5) == 0.25 && below.quantile(0.25) == -0.5)
    // The peak divides the area as it divides the range.
    let skew = UncertainFactor(name: "z", shape: .triangular, range: -0.25...1)
    #expect(skew.probability(upTo: 0) == 0.2 && skew.quantile(0.2) == 0)
    let uniform = UncertainFactor(name: "z", shape: .uniform, range: -1...0)
    #expect(uniform.probability(upTo: -0.75) == 0.25 && uniform.quantile(0.25) == -0.75)
  }
}
