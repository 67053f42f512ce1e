import Foundation
import LinearProgramming
import SolverConformance
import Synchronization
import Testing

@testable import GLPKSolver

/// Misuse and failures of the library throw an error, and the thread can solve again.
@Suite struct GuardTests {
  @Test("an abort inside GLPK becomes an error with its reason, and the thread can solve again")
  func abortGlpkBecomes() throws {
    for _ in 0..<20 {
      let problem = try GLPKProblem()
      let failure = #expect(throws: BackendFailure.self) { try problem.provokeAbort() }
      guard case .lost(let message)? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(message.contains("glp_set_row_bnds: i = 1; row number out of range"))
      // The lost problem stays lost, but a new one works.
      #expect(throws: BackendFailure.self) { _ = try problem.point(columns: 1) }
      #expect(try GLPKSolver().solve(.sunOil).objective == 23_751)
    }
  }

  @Test("a session survives an abort of another problem on its thread")
  func sessionOutlivesAbort() throws {
    try GLPKSolver().withSession(.sunOil) { session in
      let before = try session.solve(.standard)
      let other = try GLPKProblem()
      #expect(throws: BackendFailure.self) { try other.provokeAbort() }
      try session.setCost(Column(0), 80)
      try session.setCost(Column(0), 81)
      #expect(try session.solve(.standard).objective == before.objective)
    }
  }

  @Test("a failing solver prints nothing")
  func failingSolverPrints() throws {
    // GLPK prints to C's stdout. What the process prints is caught in a file.
    let caught = try standardOutput {
      let problem = try GLPKProblem()
      #expect(throws: BackendFailure.self) { try problem.provokeAbort() }
      for testCase in ConformanceCase.linear + ConformanceCase.mixedInteger {
        var options = SolveOptions()
        options.timeLimit = .seconds(10)
        options.progress = { _ in }
        _ = try GLPKSolver().solve(testCase.program, options: options, from: nil)
      }
    }
    #expect(!caught.contains("glp_"))
    #expect(!caught.contains("obj ="))
    #expect(!caught.contains("Scaling"))
  }

  private func standardOutput(of body: () throws -> Void) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "out-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    fflush(nil)
    let saved = dup(1)
    let descriptor = open(file.path, O_WRONLY | O_CREAT, 0o600)
    dup2(descriptor, 1)
    defer {
      fflush(nil)
      dup2(saved, 1)
      close(saved)
      close(descriptor)
    }
    try body()
    fflush(nil)
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test(
    "a solver that is called from its own progress call-back throws, and the outer solve continues")
  func solverCalledOwn()
    throws
  {
    let caught = Mutex<[String]>([])
    var options = SolveOptions()
    options.progress = { _ in
      do { _ = try GLPKSolver().solve(.sunOil) } catch { caught.withLock { $0.append("\(error)") } }
    }
    let solution = try GLPKSolver().solve(.sunOil, options: options, from: nil)
    #expect(solution.objective == 23_751)
    #expect(caught.withLock { $0.first?.contains("call-back") } == true)
  }
}
