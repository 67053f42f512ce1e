import TestSupport
import Testing

@testable import Planning

/// Linear equations along chains.
struct DownstreamSharesTests {
  typealias Equation = DownstreamShares.Equation

  @Test("a chain is solved by substitution, whatever the order of its equations")
  func chain() {
    let equations = [
      Equation(exit: 0, weights: [1: 1]), Equation(exit: 0.25, weights: [2: 0.5]),
      Equation(exit: 0.5),
    ]
    #expect(DownstreamShares.solve(equations) == [0.5, 0.5, 0.5])
    let turned = [
      Equation(exit: 0.5), Equation(exit: 0.25, weights: [0: 0.5]),
      Equation(exit: 0, weights: [1: 1]),
    ]
    #expect(DownstreamShares.solve(turned) == [0.5, 0.5, 0.5])
  }

  @Test("of a loop from which nothing comes out the numbers are 0")
  func closedLoop() {
    let equations = [
      Equation(weights: [1: 1]), Equation(weights: [0: 1]),
      Equation(exit: 0.5, weights: [0: 0.5]),
    ]
    #expect(DownstreamShares.solve(equations) == [0, 0, 0.5])
  }

  @Test("random equations with loops hold at the solution", arguments: 1...UInt64(50))
  func random(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let count = Int.random(in: 2...30, using: &numbers)
    let equations = (0..<count).map { _ in
      var left = 1.0
      var equation = Equation(exit: left * Double.random(in: 0...0.3, using: &numbers))
      left -= equation.exit
      for _ in 0..<Int.random(in: 0...5, using: &numbers) {
        let part = left * Double.random(in: 0...1, using: &numbers)
        left -= part
        equation.add(part, Int.random(in: 0..<count, using: &numbers))
      }
      return equation
    }
    let found = DownstreamShares.solve(equations)
    for (equation, value) in zip(equations, found) {
      let right = equation.weights.reduce(equation.exit) { $0 + $1.value * found[$1.key] }
      #expect(abs(right - value) <= 1e-10)
    }
    #expect(found.contains { $0 > 0 })
  }
}
