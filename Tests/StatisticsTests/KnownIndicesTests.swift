import Statistics
import Testing

@Suite("Sobol indices of known functions")
struct KnownIndicesTests {
  private static let functions = [TestFunction.ishigami, .g]

  @Test("of Sobol's g with its published values are those of the formulas")
  func published() {
    for (formula, published) in zip(TestFunction.g.first, [0.7162, 0.1790, 0.0237, 0.0072]) {
      #expect(abs(formula - published) < 5e-5)
    }
  }

  // 32768·5 = 163 840 points of Ishigami's function, 32768·10 = 327 680 of Sobol's g.
  @Test("are right to 0.02, first-order and total, from N = 32768", arguments: functions)
  func exact(function: TestFunction) throws {
    var worst = 0.0
    for seed in 1...4 as ClosedRange<UInt64> {
      for index in function.indices(samples: 32_768, seed: seed, resamples: 0) {
        worst = max(worst, abs(try #require(index.found).value - index.known))
      }
    }
    #expect(worst < 0.02)
  }

  @Test(
    "come nearer with N: with 16 times the points the error is about a fourth", arguments: functions
  )
  func convergence(function: TestFunction) throws {
    let errors = try [256, 4096].map { samples in
      var squares = 0.0
      for seed in 1...12 as ClosedRange<UInt64> {
        for index in function.indices(samples: samples, seed: seed, resamples: 0) {
          let error = try #require(index.found).value - index.known
          squares += error * error
        }
      }
      return squares.squareRoot()
    }
    #expect((2.5...7).contains(errors[0] / errors[1]))
  }

  @Test("lie in their intervals as often as these promise, or more often", arguments: functions)
  func coverage(function: TestFunction) throws {
    var (inside, all) = (0, 0)
    for seed in 1...20 as ClosedRange<UInt64> {
      for index in function.indices(samples: 1024, seed: seed, resamples: 100)
      // Of factors that do nearly nothing the first-order estimate is chance only.
      where index.known > 0.001 {
        let found = try #require(index.found)
        inside += (found.low...found.high).contains(index.known) ? 1 : 0
        all += 1
        #expect(found.low <= found.value && found.value <= found.high)
      }
    }
    #expect(all >= 100)
    // Intervals of 95 %; three standard deviations of a count are 7 % of 100.
    #expect(Double(inside) >= 0.88 * Double(all), "\(inside) of \(all)")
  }
}
