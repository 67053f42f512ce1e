import GLPKSolver
import Interdiction
import LinearProgramming
import Testing

@Suite("All attacks of a size")
struct AllowedAttacksTests {
  private func problem(_ excluded: [Set<Int>]) -> InterdictionProblem {
    InterdictionProblem(
      LinearProgram(),
      targets: excluded.enumerated().map {
        .init(name: "\($0)", columns: [], excluded: $1)
      }, weights: [], resolution: 0)
  }

  @Test("they come in the order of their targets, without those that exclude each other")
  func order() {
    let free = problem([[], [], [], []])
    #expect(Array(free.attacks(of: 2)) == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
    #expect(Array(free.attacks(of: 4)) == [[0, 1, 2, 3]])
    #expect(Array(free.attacks(of: 0)) == [[]])
    #expect(Array(free.attacks(of: 5)).isEmpty)
    // The first one excludes the next two.
    let nested = problem([[1, 2], [0], [0], []])
    #expect(Array(nested.attacks(of: 2)) == [[0, 3], [1, 2], [1, 3], [2, 3]])
    #expect(Array(nested.attacks(of: 3)) == [[1, 2, 3]])
    #expect(Array(nested.attacks(of: 4)).isEmpty)
    #expect(Array(problem([]).attacks(of: 1)).isEmpty && Array(problem([]).attacks(of: 0)) == [[]])
  }

  @Test("they are as many as there are subsets, and can be taken in parts", arguments: 1...9)
  func counts(targets: Int) {
    let free = problem(Array(repeating: [], count: targets))
    for size in 0...targets {
      let all = Array(free.attacks(of: size))
      let ways = (0..<size).reduce(1) { $0 * (targets - $1) / ($1 + 1) }
      #expect(all.count == ways && Set(all).count == ways)
      var (rest, parts) = (free.attacks(of: size), [[Int]]())
      while case let part = rest.next(4), !part.isEmpty { parts += part }
      #expect(parts == all)
    }
  }
}
