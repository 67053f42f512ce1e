import LinearProgramming
import SolverConformance
import Testing

@testable import GLPKSolver

/// Seeded random programs: evidence supports every answer, and all settings agree.
@Suite struct RandomProgramTests {
  static let seeds = Array(UInt64(0)..<400)

  @Test("every setting gives the same, proven answer to a linear program", arguments: seeds)
  func everySettingGives(seed: UInt64) throws {
    let program = RandomProgram(seed: seed, isMixedInteger: false).program
    let first = try GLPKSolver().solve(program)
    try checkEvidence(of: first, program)
    for algorithm in [SimplexAttempt.Algorithm.dualHarris, .primalHarris, .dualLongStep] {
      let attempt = SimplexAttempt(algorithm: algorithm, start: .slack)
      let other = try GLPKSolver(settings: .init(attempts: [attempt])).solve(program)
      expectSame(first, other)
    }
    let relaxation = try leastRelaxation(of: program)
    #expect((relaxation?.total ?? 1 <= 1e-7) == (first.termination != .infeasible))
  }

  @Test("cuts and plain branching agree on a mixed-integer program", arguments: seeds)
  func cutsPlainBranching(seed: UInt64) throws {
    let program = RandomProgram(seed: seed, isMixedInteger: true).program
    // Branching on unbounded whole columns may never end, so a box bounds them.
    let boxed = program.boxed(by: 50)
    let first = try GLPKSolver().solve(boxed)
    try checkEvidence(of: first, boxed)
    let plain = try GLPKSolver(settings: .init(usesCutsAndHeuristics: false)).solve(boxed)
    expectSame(first, plain)
  }

  @Test("the order of rows and the scale of costs change nothing", arguments: seeds.prefix(100))
  func orderRowsScale(seed: UInt64) throws {
    let program = RandomProgram(seed: seed, isMixedInteger: seed % 2 == 0).program.boxed(by: 50)
    let first = try GLPKSolver().solve(program)
    expectSame(first, try GLPKSolver().solve(program.withRowsReversed))
    var scaled = program
    for column in 0..<program.columnCount {
      scaled.setCost(Column(column), program.cost[column] * 1024)
    }
    scaled.constant *= 1024
    var answer = try GLPKSolver().solve(scaled)
    answer.objective /= 1024
    expectSame(first, answer)
  }

  private func leastRelaxation(of program: LinearProgram) throws -> LeastRelaxation? {
    guard program.crossedBounds == nil else { return nil }
    return try LeastRelaxation.find(for: program, using: GLPKSolver())
  }

  private func expectSame(
    _ a: Solution, _ b: Solution, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(a.termination == b.termination, sourceLocation: sourceLocation)
    if a.isOptimal {
      let difference = abs(a.objective - b.objective)
      #expect(difference <= 1e-8 * max(1, abs(a.objective)), sourceLocation: sourceLocation)
    }
  }

  private func checkEvidence(of solution: Solution, _ program: LinearProgram) throws {
    switch solution.termination {
    case .optimal:
      #expect(OptimalityReferee().examine(solution, of: program).complaint == nil)
    case .infeasible:
      if let certificate = solution.certificate {
        #expect(certificate.isProof(for: program))
      } else {
        #expect(program.isMixedInteger)
      }
    case .unbounded: break
    default: Issue.record("ended with \(solution.termination)")
    }
  }
}
