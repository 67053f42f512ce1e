import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import Formulation
@testable import Planning

/// Whatever is left out at first, sifting ends at the optimum of the whole LP.
struct SiftingTests {
  /// A part without flows, and without the bounds of flows that are rows.
  private func withoutFlows(_ program: DeclineSubstitution, _ planning: PlanningProgram)
    -> ProgramPart
  {
    var hasColumn = Array(repeating: true, count: program.whole.columnCount)
    for flow in planning.columns.flows { hasColumn[flow.column.index] = false }
    return ProgramPart(
      columns: hasColumn, rows: (0..<program.rowCount).map { $0 < program.rows.count })
  }

  private func slackBasis(_ program: DeclineSubstitution) -> Basis {
    Basis(
      columns: Array(repeating: .atLower, count: program.whole.columnCount),
      rows: Array(repeating: .basic, count: program.rowCount))
  }

  /// Sifts from a part without flows, compares the optimum with that of a direct solve, and returns the last part.
  private func expectSameOptimum(_ planning: PlanningProgram) throws -> ProgramPart {
    let program = DeclineSubstitution(planning)
    var sifting = Sifting(
      solver: GLPKSolver(), options: .standard, program: program,
      part: withoutFlows(program, planning))
    let found = try sifting.solve(from: slackBasis(program), method: .dual)
    try #require(found.isOptimal)
    let direct = try GLPKSolver().solve(planning.program)
    #expect(abs(found.objective - direct.objective) <= 1e-8 * max(1, abs(direct.objective)))
    let verdict = OptimalityReferee().examine(program.expanded(found), of: planning.program)
    #expect(verdict.isAccepted, "\(verdict.complaint ?? "")")
    return sifting.part
  }

  @Test("a part without flows grows until it has the optimum", arguments: 1...6)
  func addsFlows(seed: UInt64) throws {
    let part = try expectSameOptimum(try syntheticProgram(seed: seed))
    #expect(!part.hasAllColumns)
  }

  @Test("bounds of flows are added where a point breaks them", arguments: 1...6)
  func addsRows(seed: UInt64) throws {
    var planning = try syntheticProgram(seed: seed)
    let free = try GLPKSolver().solve(planning.program)
    for (index, flow) in planning.columns.flows.enumerated() where index % 3 == 0 {
      // Half of the best flow becomes its upper bound.
      let amount = free.values[flow.column.index] / 2
      guard amount > 0 else { continue }
      planning.keyed.setBounds(flow.column, lower: 0, upper: amount)
    }
    let program = DeclineSubstitution(planning)
    let part = try expectSameOptimum(planning)
    #expect(part.rows.contains { $0 >= program.rows.count })
  }

  @Test("if the part has no feasible point, all flows are added")
  func addsAllFlows() throws {
    let planning = try syntheticProgram(seed: 1) { files in
      files["model.yaml"] = """
        name: served
        stockpiles: hold
        max_decline: 25%
        goals:
          - kind: service
            of: world
            commodity: good3
            at_least: 20%
            from: 2
            until: last

        """
    }
    #expect(try expectSameOptimum(planning).hasAllColumns)
  }

  @Test("a time limit ends it without a point")
  func stopsAtTheLimit() throws {
    let planning = try syntheticProgram(seed: 1)
    var options = SolveOptions.standard
    options.timeLimit = .zero
    let program = DeclineSubstitution(planning)
    var sifting = Sifting(
      solver: GLPKSolver(), options: options, program: program,
      part: withoutFlows(program, planning))
    let found = try sifting.solve(from: slackBasis(program), method: .dual)
    #expect(found.termination == .timeLimit && found.values.isEmpty)
  }
}
