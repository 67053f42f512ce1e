import Foundation
import LinearProgramming
import SolverConformance
import Synchronization
import Testing

@testable import GLPKSolver

/// Where a setting stalls or answers wrongly, the next one takes over; no wrong answer gets out.
@Suite struct AttemptTests {
  /// An attempt whose iteration limit is reached at once.
  private let stuck = SimplexAttempt(algorithm: .dualLongStep, start: .keep, limitFactor: 0)
  /// An attempt with so large a tolerance that its answers are wrong.
  private static let sloppy = SimplexAttempt(algorithm: .dualLongStep, start: .keep, tolerance: 0.9)
  private let good = SimplexAttempt(algorithm: .primalHarris, start: .slack)

  @Test("if one setting gets stuck, the next is tried")
  func stuckSettingFollowed() throws {
    let program = ConformanceCase.numbers[4].program
    #expect(throws: SolverError.self) {
      try GLPKSolver(settings: .init(attempts: [stuck])).solve(program)
    }
    let solution = try GLPKSolver(settings: .init(attempts: [stuck, good])).solve(program)
    #expect(abs(solution.objective - 153.675) <= 1e-9)
  }

  @Test("a setting with wrong tolerances gives no wrong answer, because the referee checks it")
  func wrongAnswerSloppy() throws {
    var refuted = 0
    for seed in UInt64(0)..<200 {
      let program = RandomProgram(seed: seed, isMixedInteger: false).program
      let right = try GLPKSolver().solve(program)
      do {
        let sloppy = try GLPKSolver(settings: .init(attempts: [Self.sloppy])).solve(program)
        #expect(sloppy.termination == right.termination)
        guard right.isOptimal else { continue }
        let difference = abs(sloppy.objective - right.objective)
        #expect(difference <= 1e-5 * max(1, abs(right.objective)))
      } catch SolverError.refuted {
        refuted += 1
      }
      let saved = try GLPKSolver(settings: .init(attempts: [Self.sloppy, good])).solve(program)
      #expect(saved.termination == right.termination)
    }
    // Otherwise this test would show nothing.
    #expect(refuted > 5)
  }

  @Test("a session that is used on another thread throws")
  func sessionAnotherThread() throws {
    try GLPKSolver().withSession(.sunOil) { session in
      let first = try session.solve(.standard)
      let outcome = Mutex<(any Error)?>(nil)
      let done = DispatchSemaphore(value: 0)
      nonisolated(unsafe) let shared = session
      Thread {
        do { _ = try shared.solve(.standard) } catch { outcome.withLock { $0 = error } }
        done.signal()
      }.start()
      done.wait()
      let error = outcome.withLock { $0.map { "\($0)" } }
      #expect(error?.contains("another thread") == true)
      let again = try session.solve(.standard)
      #expect(again.objective == first.objective)
    }
  }

  @Test("errors say what is wrong, then what to do")
  func errorsSayWrong() {
    let sentences = [
      SolverError.invalidProgram(["row 0 has column 0 twice", "the cost of column 1 is nan"]),
      .libraryFailure("out of memory"), .refuted("the duality gap is violated"),
    ].map(\.description)
    #expect(
      sentences[0].hasPrefix(
        "this is not a linear program: row 0 has column 0 twice; the cost of column 1 is nan\n"))
    #expect(sentences[1].hasPrefix("the solver failed: out of memory\n"))
    #expect(
      sentences[2].hasPrefix("no answer of the solver passed its check: the duality gap"))
    #expect(sentences.allSatisfy { $0.split(separator: "\n").count == 2 })
  }
}
