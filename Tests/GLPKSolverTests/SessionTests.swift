import Foundation
import LinearProgramming
import SolverConformance
import Synchronization
import Testing

@testable import GLPKSolver

/// Warm starts, limits and progress of GLPK, beyond the checks that every solver must pass.
@Suite struct SessionTests {
  @Test("from an optimal basis no iteration is needed, and after a change only a few")
  func optimumSBasis() throws {
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

  /// A search that would take hours, under the first of three time limits within which it finds a point, and its
  /// reports of progress. A busy machine needs a longer limit.
  private func limitedSearch() throws -> (solution: Solution, reports: [SolveProgress]) {
    var found: (Solution, [SolveProgress])?
    for seconds in [0.4, 4, 30] {
      let reports = Mutex<[SolveProgress]>([])
      var options = SolveOptions()
      options.timeLimit = .seconds(seconds)
      options.progress = { report in reports.withLock { $0.append(report) } }
      let solution = try GLPKSolver().solve(.marketSplit, options: options, from: nil)
      found = (solution, reports.withLock(\.self))
      if solution.primalStatus == .feasible { break }
    }
    return try #require(found)
  }

  @Test("a time limit ends the search with the best point so far")
  func timeLimitEnds() throws {
    let solution = try limitedSearch().solution
    #expect(solution.termination == .timeLimit)
    #expect(solution.primalStatus == .feasible)
    #expect(OptimalityReferee().examinePoint(solution, of: .marketSplit).complaint == nil)
    #expect(solution.bound <= solution.objective)
  }

  @Test("progress reports have iterations, and in a search the incumbent and the gap")
  func progressTellsIterations() throws {
    let all = try limitedSearch().reports
    #expect(all.count > 3)
    #expect(all.contains { $0.search?.incumbent != nil && ($0.search?.gap ?? -1) >= 0 })
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.elapsed <= $1.elapsed })
  }
}
