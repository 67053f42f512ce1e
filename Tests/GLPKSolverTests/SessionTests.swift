import Foundation
import LinearProgramming
import SolverConformance
import Synchronization
import Testing

@testable import GLPKSolver

/// Warm starts, limits and progress of GLPK beyond what any solver must do.
@Suite struct SessionTests {
  @Test func `An optimum's basis takes no iterations to confirm, and few after a change`() throws {
    let program = LinearProgram.transportation(between: 60)
    let cold = try GLPKSolver().solve(program)
    #expect(cold.iterations > 100)
    let again = try GLPKSolver().solve(program, options: .standard, from: cold.basis)
    #expect(again.iterations == 0)
    #expect(abs(again.objective - cold.objective) <= 1e-9 * cold.objective)
    var changed = program
    changed.setBounds(Row(0), lower: -.infinity, upper: program.rowUpper[0] * 0.9)
    let warm = try GLPKSolver().solve(changed, options: .standard, from: cold.basis)
    #expect(warm.iterations * 5 < cold.iterations)
    #expect(abs(warm.objective - (try GLPKSolver().solve(changed).objective)) <= 1e-6)
  }

  /// A search that would go on for hours, with the first limit within which this machine, busy as it is, finds a
  /// point; and what it told of its progress.
  private func limitedSearch() throws -> (solution: Solution, reports: [SolveProgress]) {
    var found: (Solution, [SolveProgress])?
    for seconds in [0.4, 4, 30] {
      let reports = Mutex<[SolveProgress]>([])
      var options = SolveOptions()
      options.timeLimit = .seconds(seconds)
      options.progress = { report in reports.withLock { $0.append(report) } }
      let began = ContinuousClock.now
      let solution = try GLPKSolver().solve(.marketSplit, options: options, from: nil)
      #expect(ContinuousClock.now - began < .seconds(seconds + 4))
      found = (solution, reports.withLock(\.self))
      if solution.primalStatus == .feasible { break }
    }
    return try #require(found)
  }

  @Test func `A time limit ends the search with the best point so far`() throws {
    let solution = try limitedSearch().solution
    #expect(solution.termination == .timeLimit)
    #expect(solution.primalStatus == .feasible)
    #expect(OptimalityReferee().examinePoint(solution, of: .marketSplit).complaint == nil)
    #expect(solution.bound <= solution.objective)
  }

  @Test func `Progress tells iterations, and of a search incumbent and gap`() throws {
    let all = try limitedSearch().reports
    #expect(all.count > 3)
    #expect(all.contains { $0.incumbent != nil && ($0.gap ?? -1) >= 0 })
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.elapsed <= $1.elapsed })
  }
}
