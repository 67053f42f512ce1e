import TestSupport
import Testing

@testable import LinearProgramming

/// One time limit for several solves.
@Suite("Deadlines")
struct DeadlineTests {
  private let inner = ScriptedSolver(CheckedSolver(DenseSimplex()))

  /// A limit that no test reaches.
  private static let hour: SolveOptions = {
    var options = SolveOptions()
    options.timeLimit = .seconds(3600)
    return options
  }()

  @Test("each solve has the time that the solves before it have left, in a session too")
  func sharedTime() throws {
    let limited = Deadline(Self.hour).limiting(inner)
    #expect(limited.capabilities == inner.capabilities && limited.tuning == inner.tuning)
    #expect(try limited.solve(CheckedSolverTests.program).isOptimal)
    try limited.withSession(CheckedSolverTests.program) { session in
      for _ in 0..<2 {
        let solution = try session.solve(.standard)
        #expect(solution.isOptimal)
      }
    }
    let limits = try inner.requests.map { try #require($0.options.timeLimit) }
    #expect(limits.count == 3 && limits[0] <= .seconds(3600))
    for (earlier, later) in zip(limits, limits.dropFirst()) { #expect(later < earlier) }
  }

  @Test("a shorter limit of a single solve is kept")
  func ownLimit() throws {
    var options = SolveOptions()
    options.timeLimit = .seconds(9)
    _ = try Deadline(Self.hour).limiting(inner).solve(
      CheckedSolverTests.program, options: options, from: nil)
    #expect(inner.requests.map(\.options.timeLimit) == [.seconds(9)])
  }

  @Test("after the deadline no solve starts, in a session neither")
  func over() throws {
    let limited = Deadline.over.limiting(inner)
    #expect(try limited.solve(CheckedSolverTests.program).termination == .timeLimit)
    let ending = try limited.withSession(CheckedSolverTests.program) {
      try $0.solve(.standard).termination
    }
    #expect(ending == .timeLimit)
    #expect(inner.requests.isEmpty)
  }

  @Test("without a limit a solver is given back as it is")
  func noLimit() {
    #expect(Deadline(.standard).limiting(inner) is ScriptedSolver)
  }
}
