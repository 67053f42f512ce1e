import Dispatch
import LinearProgramming
import Synchronization

extension SolverConformance {
  /// Checks that the results have the same bits every time and on every thread.
  static let repeatabilityChecks: [ConformanceCheck] = [
    ConformanceCheck("The same calls give the same bits") { solver, findings in
      let first = try trace(solver)
      findings.expect(try trace(solver) == first, "a second run differs")
    },
    ConformanceCheck("Solves on several threads at once give the same bits") { solver, findings in
      let first = try trace(solver)
      let others = Mutex<[Result<[Double], any Error>]>([])
      DispatchQueue.concurrentPerform(iterations: 16) { _ in
        let other = Result { try trace(solver) }
        others.withLock { $0.append(other) }
      }
      for other in others.withLock(\.self) {
        findings.expect(try other.get() == first, "a run on another thread differs")
      }
    },
  ]

  /// The points and dual values of some programs, and the points of a session with changes.
  private static func trace(_ solver: any Solver) throws -> [Double] {
    var numbers: [Double] = []
    for seed in UInt64(0)..<20 {
      let solution = try solver.solve(
        RandomProgram(seed: seed, isMixedInteger: false).program.boxed(by: 50))
      numbers += solution.values + solution.rowDuals
    }
    if solver.capabilities.contains(.integers) { numbers += try solver.solve(.sunOil).values }
    return try solver.withSession(.transportation) { session in
      for row in 0..<3 {
        numbers += try session.solve(.standard).values
        try session.setBounds(Row(row), lower: -.infinity, upper: 90)
      }
      return numbers
    }
  }
}
