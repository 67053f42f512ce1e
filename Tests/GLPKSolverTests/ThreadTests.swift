import Foundation
import LinearProgramming
import SolverConformance
import Synchronization
import Testing

@testable import GLPKSolver

/// Many threads, each with programs that are feasible, infeasible, unbounded or invalid.
@Suite struct ThreadTests {
  static let cases = ConformanceCase.linear + ConformanceCase.mixedInteger

  /// One solve with a known answer; nil if the answer is right.
  private static func complaint(of run: Int) -> String? {
    if run % 7 == 0 { return complaintOfMisuse(run) }
    let testCase = cases[run % cases.count]
    do {
      let solution = try GLPKSolver().solve(testCase.program)
      switch (testCase.expected, solution.termination) {
      case (.optimal(let objective), .optimal):
        let error = abs(solution.objective - objective)
        return error <= 1e-9 * max(1e-6, abs(objective)) ? nil : "\(testCase.name): \(error)"
      case (.infeasible, .infeasible), (.unbounded, .unbounded): return nil
      default: return "\(testCase.name): \(solution.termination)"
      }
    } catch {
      return "\(testCase.name): \(error)"
    }
  }

  private static func complaintOfMisuse(_ run: Int) -> String? {
    let misuse = InvalidProgram.all[run % InvalidProgram.all.count]
    do {
      if run % 2 == 0 {
        let problem = try GLPKProblem()
        try problem.provokeAbort()
      } else {
        _ = try GLPKSolver().solve(misuse.program)
      }
      return "\(misuse.name): no error"
    } catch {
      return nil
    }
  }

  @Test("each of 500 solves on 500 threads is right or throws")
  func all500Solves500() async {
    let complaints = Mutex<[String]>([])
    let finished = DispatchGroup()
    for run in 0..<500 {
      finished.enter()
      let thread = Thread {
        if let complaint = Self.complaint(of: run) { complaints.withLock { $0.append(complaint) } }
        finished.leave()
      }
      thread.stackSize = 1 << 20
      thread.start()
    }
    await withCheckedContinuation { done in
      finished.notify(queue: .global()) { done.resume() }
    }
    #expect(complaints.withLock(\.self) == [])
  }

  @Test("each of 500 solves in a task group is right or throws")
  func all500SolvesTask() async {
    let complaints = await withTaskGroup(of: String?.self) { group in
      for run in 0..<500 { group.addTask { Self.complaint(of: run) } }
      return await group.reduce(into: [String]()) { list, item in
        if let item { list.append(item) }
      }
    }
    #expect(complaints == [])
  }
}
