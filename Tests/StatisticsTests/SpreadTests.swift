import Testing

@testable import Statistics

@Suite("The spread of values")
struct SpreadTests {
  @Test("is that worked out by hand")
  func hand() throws {
    let spread = try #require(Spread([4, 1, 3, 2, 10]))
    #expect(spread.count == 5 && spread.mean == 4)
    // Squares 0, 9, 1, 4, 36: 50/4.
    #expect(abs(try #require(spread.standardDeviation) - 12.5.squareRoot()) < 1e-15)
    #expect(spread.least == 1 && spread.greatest == 10)
    #expect(spread.q25 == 2 && spread.median == 3 && spread.q75 == 4)
    // Places 4·0.05 = 0.2 and 4·0.95 = 3.8.
    #expect(abs(spread.q05 - 1.2) < 1e-12 && abs(spread.q95 - 8.8) < 1e-12)
    let even = try #require(Spread([1, 2, 3, 10]))
    #expect(even.median == 2.5 && even.q25 == 1.75 && even.q75 == 4.75)
  }

  @Test("of no values is none, of one value has no standard deviation")
  func few() throws {
    #expect(Spread([]) == nil)
    let one = try #require(Spread([0.1]))
    #expect(one.count == 1 && one.standardDeviation == nil)
    #expect(
      [one.mean, one.least, one.q05, one.median, one.q95, one.greatest].allSatisfy { $0 == 0.1 })
    #expect(try #require(Spread([1, 3])).standardDeviation == 2.0.squareRoot())
  }

  @Test("of equal values is these values exactly")
  func equal() throws {
    for value in [0.1, 0.7, -7e9, 0, 1e-15] {
      let spread = try #require(Spread(Array(repeating: value, count: 37)))
      #expect(spread.standardDeviation == 0 && spread.mean == value)
      #expect(spread.q05 == value && spread.q25 == value && spread.median == value)
      #expect(spread.q75 == value && spread.q95 == value)
    }
  }

  @Test("does not depend on the order, and moves with the values")
  func laws() throws {
    let factor = UncertainFactor(name: "v", shape: .triangular)
    let values = LatinHypercube(factors: [factor], samples: 101, seed: 8).points.map { $0[0] }
    let spread = try #require(Spread(values))
    #expect(Spread(values.reversed()) == spread && Spread(values.sorted()) == spread)
    let quantiles = [
      spread.least, spread.q05, spread.q25, spread.median, spread.q75, spread.q95, spread.greatest,
    ]
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 < $1 })
    // Powers of two change no digit.
    let moved = try #require(Spread(values.map { 4 * $0 }))
    #expect(moved.mean == 4 * spread.mean && moved.q95 == 4 * spread.q95)
    // The variance of a triangle on -1...1 is 1/6.
    #expect(abs(try #require(spread.standardDeviation) - (1 / 6.0).squareRoot()) < 0.005)
  }

  @Test("keeps its digits where values are large and differ little")
  func offset() throws {
    let spread = try #require(Spread([1e9 + 1, 1e9 + 2, 1e9 + 3]))
    #expect(spread.mean == 1e9 + 2 && spread.standardDeviation == 1)
  }

  @Test("is nothing where values differ by round-off only")
  func constant() {
    #expect(Spread.isConstant([]) && Spread.isConstant([3]) && Spread.isConstant([0, 0]))
    #expect(Spread.isConstant([1e6, 1e6 + 1e-7]) && !Spread.isConstant([1e6, 1e6 + 1e-5]))
    #expect(!Spread.isConstant([0, 1e-15]))
  }
}
