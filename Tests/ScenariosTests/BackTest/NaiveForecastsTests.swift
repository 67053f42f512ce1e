import Scenarios
import Testing

@Suite("Naive forecasts")
struct NaiveForecastsTests {
  private func isNear(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-12 }
  }

  @Test("shares that stay are those of the last period")
  func stay() {
    #expect(NaiveForecasts.stay([[0.5, 0.5], [0.2, 0.8]]) == [0.2, 0.8])
  }

  @Test("a trend goes on by years, not by periods")
  func trend() {
    let shares = [[0.5, 0.5], [0.4, 0.6]]
    #expect(isNear(NaiveForecasts.trend(shares, at: [0, 1], for: 2), [0.3, 0.7]))
    #expect(isNear(NaiveForecasts.trend(shares, at: [0, 5], for: 10), [0.3, 0.7]))
    #expect(isNear(NaiveForecasts.trend(shares, at: [0, 5], for: 6), [0.38, 0.62]))
  }

  @Test("three points that are on no line: the line of least squares")
  func leastSquares() {
    let shares = [[0.6, 0.4], [0.2, 0.8], [0.4, 0.6]]
    // x̄ = 1, s̄ = 0.4, Σ(x−x̄)(s−s̄) = (−1)·0.2 + 0 + 1·0 = −0.2, Σ(x−x̄)² = 2, slope −0.1; at x = 3: 0.4 − 0.2.
    #expect(isNear(NaiveForecasts.trend(shares, at: [0, 1, 2], for: 3), [0.2, 0.8]))
  }

  @Test("shares below 0 become 0, and the others are scaled to 1")
  func clipped() {
    // Lines at 2: −0.1, 0.3, 0.8, which sum to 1; without the first 1.1.
    let shares = [[0.3, 0.3, 0.4], [0.1, 0.3, 0.6]]
    let expected = [0, 0.3 / 1.1, 0.8 / 1.1]
    #expect(isNear(NaiveForecasts.trend(shares, at: [0, 1], for: 2), expected))
  }

  @Test("one period has no trend, and only the last five count")
  func span() {
    #expect(NaiveForecasts.trend([[0.3, 0.7]], at: [4], for: 9) == [0.3, 0.7])
    let recent = [[0.5, 0.5], [0.45, 0.55], [0.4, 0.6], [0.35, 0.65], [0.3, 0.7]]
    let times: [Double] = [1, 2, 3, 4, 5]
    let all = NaiveForecasts.trend([[1, 0]] + recent, at: [0] + times, for: 6)
    #expect(isNear(all, NaiveForecasts.trend(recent, at: times, for: 6)))
    #expect(isNear(all, [0.25, 0.75]))
  }
}
