import Foundation
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import Formulation
@testable import Planning
@testable import Sourcing
@testable import SourcingFiles

/// An LP in which `max_decline` is substituted is equivalent to the LP with its rows.
struct DeclineSubstitutionTests {
  private func expectSameAnswer(_ planning: PlanningProgram) throws {
    let substitution = DeclineSubstitution(planning)
    let solver = GLPKSolver()
    let direct = try solver.solve(planning.program)
    let short = try solver.solve(substitution.program(of: .all(of: substitution)))
    #expect(short.termination == direct.termination)
    try #require(direct.isOptimal)
    let answer = substitution.expanded(short)
    let verdict = OptimalityReferee().examine(answer, of: planning.program)
    #expect(verdict.isAccepted, "\(verdict.complaint ?? "")")
    #expect(abs(answer.objective - direct.objective) <= 1e-8 * max(1, abs(direct.objective)))
    let basis = try #require(answer.basis)
    #expect((basis.columns + basis.rows).count { $0 == .basic } == planning.program.rowCount)
    // The basis is that of the answer: a solve from it needs no iteration.
    let again = try solver.solve(planning.program, options: .standard, from: basis)
    #expect(again.isOptimal && again.iterations == 0)
    let isThere = substitution.substituted(basis) == short.basis
    #expect(isThere)
  }

  @Test("the answer, its duals and its basis are those of the LP with rows", arguments: 1...12)
  func agrees(seed: UInt64) throws {
    let planning = try syntheticProgram(seed: seed)
    let substitution = DeclineSubstitution(planning)
    #expect(substitution.links.count > 10)
    #expect(substitution.rowCount < planning.program.rowCount)
    try expectSameAnswer(planning)
  }

  @Test("flows with bounds of their own keep them", arguments: 1...6)
  func keepsBounds(seed: UInt64) throws {
    var planning = try syntheticProgram(seed: seed)
    let free = try GLPKSolver().solve(planning.program)
    for (index, flow) in planning.columns.flows.enumerated() where index % 3 == 0 {
      // Half of the best flow becomes its upper or its lower bound.
      let amount = free.values[flow.column.index] / 2
      guard amount > 0 else { continue }
      planning.keyed.setBounds(
        flow.column, lower: index % 2 == 0 ? amount : 0, upper: index % 2 == 0 ? .infinity : amount)
    }
    #expect(DeclineSubstitution(planning).links.contains { $0.bounds != nil })
    try expectSameAnswer(planning)
  }

  @Test("with a fast decline, some rows stay so that no coefficient is tiny", arguments: 1...4)
  func cutsChains(seed: UInt64) throws {
    let planning = try syntheticProgram(seed: seed, decline: "80%")
    let substitution = DeclineSubstitution(planning)
    let remaining = substitution.rows.count { planning.rowKeys[$0].family == .maxDecline }
    #expect(remaining > 0 && !substitution.links.isEmpty)
    let program = substitution.program(of: .all(of: substitution))
    #expect(program.termValue.allSatisfy { abs($0) > 1e-5 })
    try expectSameAnswer(planning)
  }

  @Test("the start works if earlier periods leave more than a later one can take")
  func startsWhereAPeriodIsInfeasible() throws {
    let planning = try syntheticProgram(seed: 3, decline: "5%") { files in
      files["model.yaml"] = files["model.yaml"]?.replacing("at_most: 30%", with: "at_most: 12%")
    }
    let core = CoreSolve(
      solver: GLPKSolver(), options: .standard)
    let answer = try #require(try core.solve(planning))
    let direct = try GLPKSolver().solve(planning.program)
    #expect(answer.termination == direct.termination)
    #expect(abs(answer.objective - direct.objective) <= 1e-8 * abs(direct.objective))
  }
}
