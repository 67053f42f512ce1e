import CaseSupport
import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import TestSupport
import Testing

/// What stress runs do after their time limit.
@Suite("Time limits of stress runs")
struct StressDeadlineTests {
  @Test(
    "no window is loaded after the time limit, and the run ends as out of time",
    arguments: [1, 2], [Sharing.Mode.own, .iep])
  func noFurtherWindow(loads: Int, mode: Sharing.Mode) throws {
    let solved = try SolvedCase("everything")
    let disruptions = solved.instance.disruptions
    #expect(disruptions.count > loads)
    let members = try #require(solved.instance.blocs.first { $0.id == "allies" })
    let solver = ClosingSolver(GLPKSolver(), after: loads)
    let runner = StressRunner(
      instance: solved.instance, model: solved.model, plan: try #require(solved.result.plan),
      solver: solver)
    let error = #expect(throws: NoOptimum.self) {
      try runner.run(disruptions, sharing: Sharing(mode: mode, members: members))
    }
    #expect(error?.termination == .timeLimit)
    #expect(solver.loadCount == loads)
  }
}
