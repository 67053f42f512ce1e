import Testing

@testable import Statistics

@Suite("Partial rank correlations")
struct PartialRankCorrelationTests {
  private static let factors = (0..<4).map { UncertainFactor(name: "x\($0)", shape: .triangular) }

  private static func points(_ count: Int, seed: UInt64) -> [[Double]] {
    LatinHypercube(factors: factors, samples: count, seed: seed).points
  }

  @Test("are 1 or -1 of a function that rises or falls with one factor, and 0 of the others")
  func monotone() {
    let points = Self.points(40, seed: 1)
    let rising = PartialRankCorrelation.coefficients(
      points: points, values: points.map { 3 * $0[1] + 7 })
    #expect(rising == [0, 1, 0, 0])
    let falling = PartialRankCorrelation.coefficients(
      points: points, values: points.map { -$0[2] * $0[2] * $0[2] })
    #expect(falling == [0, 0, -1, 0])
  }

  @Test("have a critical value that chance exceeds in about one of twenty cases")
  func critical() throws {
    #expect(PartialRankCorrelation.criticalValue(points: 6, factors: 4) == nil)
    // Of two columns: the correlation of 12 points differs from 0 where it is above 0.576 (tables of Fisher and Yates).
    let known = try #require(PartialRankCorrelation.criticalValue(points: 12, factors: 1))
    #expect(abs(known - 0.576) < 5e-4)
    let limit = try #require(PartialRankCorrelation.criticalValue(points: 60, factors: 4))
    var above = 0
    for seed in 1...100 as ClosedRange<UInt64> {
      // Values that have nothing to do with the factors: those of another sample.
      let values = Self.points(60, seed: seed + 1000).map { $0[0] }
      let found = PartialRankCorrelation.coefficients(
        points: Self.points(60, seed: seed), values: values)
      above += found.count { abs($0 ?? 0) > limit }
    }
    #expect((8...36).contains(above), "\(above) of 400")
  }

  /// Not 1 and -1: the sum of several factors has ranks that are no sum of their ranks.
  @Test("are close to 1 or -1 of a linear function, with the sign of each factor")
  func linear() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let points = Self.points(200, seed: seed)
      let found = PartialRankCorrelation.coefficients(
        points: points, values: points.map { 4 * $0[0] - 3 * $0[1] + 2 * $0[2] - 2 * $0[3] })
      let signs = [1.0, -1, 1, -1]
      for (coefficient, sign) in zip(found, signs) {
        let coefficient = try #require(coefficient)
        #expect(coefficient * sign > 0.7)
      }
    }
  }

  @Test("are 1 and -1 where the ranks of the values are a linear function of those of the factors")
  func lattice() throws {
    // All pairs of 0...8 and 0...8: the values are 81 numbers in a row.
    let points = (0..<81).map { [Double($0 % 9), Double($0 / 9)] }
    let found = PartialRankCorrelation.coefficients(
      points: points, values: points.map { $0[0] - 9 * $0[1] })
    for (coefficient, sign) in zip(found, [1.0, -1]) {
      #expect(abs(try #require(coefficient) - sign) < 1e-12)
    }
  }

  @Test("are those of the inverse of the correlation matrix")
  func inverse() throws {
    var compared = 0
    for seed in 1...10 as ClosedRange<UInt64> {
      let points = Self.points(60, seed: seed)
      let noise = Self.points(60, seed: seed + 100)
      // Rounded, so that there are ties.
      let values = zip(points, noise).map { x, e in
        (8 * (x[0] - x[1] * x[2] + 0.5 * e[0])).rounded()
      }
      #expect(Set(values).count < 40)
      let found = PartialRankCorrelation.coefficients(points: points, values: values)
      let columns = (0..<4).map { factor in points.map { $0[factor] } } + [values]
      let ranks = columns.map(Ranks.centred)
      let products = ranks.map { a in ranks.map { b in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } } }
      let correlations = products.indices.map { i in
        products.indices.map { products[i][$0] / (products[i][i] * products[$0][$0]).squareRoot() }
      }
      let inverse = Self.inverse(of: correlations)
      for factor in 0..<4 {
        let expected =
          -inverse[factor][4] / (inverse[factor][factor] * inverse[4][4]).squareRoot()
        #expect(abs(try #require(found[factor]) - expected) < 1e-12)
        compared += 1
      }
    }
    #expect(compared == 40)
  }

  /// By Gauss and Jordan with pivots.
  private static func inverse(of matrix: [[Double]]) -> [[Double]] {
    let size = matrix.count
    var rows = matrix.enumerated().map { place, row in
      row + (0..<size).map { $0 == place ? 1.0 : 0 }
    }
    for column in 0..<size {
      let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      rows[column] = rows[column].map { $0 / rows[column][column] }
      for row in 0..<size where row != column {
        let times = rows[row][column]
        rows[row] = zip(rows[row], rows[column]).map { $0 - times * $1 }
      }
    }
    return rows.map { Array($0.suffix(size)) }
  }

  @Test("do not change when values or factors are transformed and keep their order")
  func transformed() {
    let points = Self.points(50, seed: 4)
    let values = points.map { $0[0] + $0[1] * $0[2] }
    let found = PartialRankCorrelation.coefficients(points: points, values: values)
    let moved = PartialRankCorrelation.coefficients(
      points: points.map { $0.map { $0 * $0 * $0 } }, values: values.map { 100 + 8 * $0 })
    #expect(found == moved)
  }

  @Test("are blank of what is constant, of too few points and of columns that follow from others")
  func blank() throws {
    let points = Self.points(20, seed: 2)
    let coefficients = PartialRankCorrelation.coefficients
    let none = [Double?](repeating: nil, count: 4)
    #expect(coefficients(points, points.map { _ in 7.5 }) == none)
    #expect(coefficients(Array(points.prefix(6)), points.prefix(6).map { $0[0] }) == none)
    #expect(coefficients(Array(points.prefix(7)), points.prefix(7).map { $0[0] }) != none)
    #expect(coefficients([], []).isEmpty)

    let still = points.map { [$0[0], 0, $0[2], $0[3]] }
    let values = points.map { $0[0] + $0[2] * $0[3] }
    let found = coefficients(still, values)
    #expect(found[1] == nil)
    #expect(found.compactMap(\.self) == coefficients(points.map { [$0[0], $0[2], $0[3]] }, values))

    let twin = coefficients(points.map { [$0[0], 2 * $0[0], $0[2], $0[3]] }, values)
    #expect(twin[0] == nil && twin[1] == nil)
    let single = coefficients(points.map { [$0[0], $0[2], $0[3]] }, values)
    for (with, without) in zip(twin.suffix(2), single.suffix(2)) {
      let difference = try #require(with) - (try #require(without))
      #expect(abs(difference) < 1e-12)
    }
  }

  @Test("rest on ranks, the mean rank for equal values")
  func ranks() {
    #expect(Ranks.centred([10, 30, 20]) == [-1, 1, 0])
    #expect(Ranks.centred([5, 1, 5, 9]) == [0, -1.5, 0, 1.5])
    #expect(Ranks.centred([2, 2, 2]) == [0, 0, 0])
    #expect(Ranks.centred([]) == [])
  }

  @Test("rest on regressions, and what the library refuses ends no process")
  func regression() throws {
    let rest = try #require(
      LeastSquares.residuals(of: [[3, 1, 1], [0, 2, 0]], upon: [[1, 1, 0], [2, 2, 0]]))
    // Without the diagonal of the first two coordinates: (1, -1, 1) and (-1, 1, 0).
    #expect(rest[0].count == 2)
    let products = [(0, 0, 3.0), (0, 1, -2), (1, 1, 2)]
    for (a, b, expected) in products {
      #expect(abs(zip(rest[a], rest[b]).reduce(0) { $0 + $1.0 * $1.1 } - expected) < 1e-14)
    }
    #expect(LeastSquares.residuals(of: [[1]], upon: [[1], [2]]) == nil)
    #expect(LeastSquares.residuals(of: [], upon: []) == nil)
  }
}
