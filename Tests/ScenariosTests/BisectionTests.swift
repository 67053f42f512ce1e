import Testing

@testable import Scenarios

struct BisectionTests {
  @Test("bisection finds the last good value to within the resolution, in both directions")
  func finds() {
    let upwards = bisected(from: 0.0, to: 1, within: 1e-6) { $0 <= 0.3 }
    #expect(upwards <= 0.3 && upwards > 0.3 - 2e-6)
    let downwards = bisected(from: 1.0, to: 0, within: 1e-6) { $0 >= 0.3 }
    #expect(downwards >= 0.3 && downwards < 0.3 + 2e-6)
  }

  @Test("bisection ends if there is no number between two others, or no good value")
  func ends() {
    let good = 1e15
    #expect(bisected(from: good, to: good.nextUp, within: 0) { _ in true } == good)
    #expect(bisected(from: 1.0, to: 2, within: 0) { _ in nil } == 1)
  }
}
