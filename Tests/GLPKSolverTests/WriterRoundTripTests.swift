import LinearProgramming
import SolverConformance
import Testing

@testable import GLPKSolver

/// Another reader understands a written program in the same way.
@Suite(.enabled(if: Glpsol.isInstalled, "glpsol (Debian: glpk-utils) is not installed"))
struct WriterRoundTripTests {
  // A reader rejects crossed bounds and does not call them infeasible.
  static let cases = (ConformanceCase.linear + ConformanceCase.mixedInteger)
    .filter { $0.program.crossedBounds == nil }

  @Test(
    "glpsol finds the same objective in the written program", arguments: cases,
    ProgramFormat.allCases)
  func glpsolFindsSame(
    testCase: ConformanceCase, format: ProgramFormat
  ) throws {
    let glpsol = try #require(Glpsol())
    let answer = try glpsol.solve(testCase.program, as: format, names: ProgramNames())
    guard case .optimal(var expected) = testCase.expected else {
      #expect(answer.objective == nil)
      return
    }
    if format == .mps, testCase.program.sense == .maximise { expected = -expected }
    let objective = try #require(answer.objective, "\(answer.log)")
    #expect(abs(objective - expected) <= 1e-8 * max(1e-6, abs(expected)), "\(answer.log)")
  }

  @Test("glpsol reads awkward names and random programs", arguments: 0..<12, ProgramFormat.allCases)
  func awkwardNamesRandom(seed: Int, format: ProgramFormat) throws {
    let program = RandomProgram(seed: UInt64(seed), isMixedInteger: seed % 3 == 0).program
    let solution = try GLPKSolver().solve(program)
    let awkward = [
      "", "e5", "E", "max", "free", "Röstung a→b", "x y", "1st", "[a,b]", "-x", "st", "inf", "end",
      "$", "*c", "x:y", ".5", String(repeating: "long", count: 90),
    ]
    let names = ProgramNames(
      title: "awkward names: \u{1F600} *\\", objective: "Σ cost",
      column: { awkward[$0.index % awkward.count] }, row: { awkward[$0.index % awkward.count] })
    let glpsol = try #require(Glpsol())
    let answer = try glpsol.solve(program, as: format, names: names)
    guard solution.isOptimal else {
      #expect(answer.objective == nil)
      return
    }
    let expected =
      format == .mps && program.sense == .maximise ? -solution.objective : solution.objective
    let objective = try #require(answer.objective, "\(answer.log)")
    #expect(abs(objective - expected) <= 1e-7 * max(1, abs(expected)), "\(answer.log)")
  }
}
