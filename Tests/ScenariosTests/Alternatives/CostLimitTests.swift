import CaseSupport
import Formulation
import GLPKSolver
import LinearProgramming
import Planning
import Testing

@testable import Scenarios

@Suite("Plans near the best one")
struct CostLimitTests {
  @Test(
    "a row limits the cost, and each other stage keeps its own row",
    arguments: [("shortage", "cost", 1), ("cost", "shortage", 2)])
  func rows(first: String, last: String, stages: Int) throws {
    let question = try Question(seed: 3)
    let result = try question.plan(
      [], "objective: [{minimise: \(first)}, {minimise: \(last)}]")
    try #require(result.termination == .optimal)
    let near = NearOptimalPlans(
      solver: GLPKSolver(), options: .standard, result: result, allowance: 5)
    let program = PlanningProgram(instance: question.instance, model: result.program.model)
    let kept = try GLPKSolver().withSession(program.program) { session in
      var run = try StagedSolve(session: session, program: program, solver: GLPKSolver())
      try near.limitToNearOptimal(&run)
      return run.program
    }
    let added = Array(kept.rowKeys.dropFirst(program.rowKeys.count))
    #expect(added == (0..<stages).map { .objectiveStage($0) } + [.costLimit])
    let row = Row(kept.rowKeys.count - 1)
    #expect(ReadableNames(kept).name(of: row) == "cost_limit")
    #expect(kept.program.rowUpper[row.index] >= result.costLimit(allowing: 5))
  }
}
