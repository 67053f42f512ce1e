import CaseSupport
import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import Synchronization
import Testing

/// What stress runs do after their time limit.
@Suite("Time limits of stress runs")
struct StressDeadlineTests {
  /// A solver whose deadline is over as soon as it has loaded some programs. It counts the programs that it loads.
  private final class ClosingSolver: Solver {
    private let inner = GLPKSolver()
    private let most: Int
    private let loads = Atomic(0)

    init(after most: Int) { self.most = most }

    var name: String { inner.name }
    var capabilities: SolverCapabilities { inner.capabilities }
    var loadCount: Int { loads.load(ordering: .relaxed) }
    var deadline: Deadline { loadCount >= most ? .over : .none }

    func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
      throws(SolverError) -> Solution
    {
      loads.add(1, ordering: .relaxed)
      return try inner.solve(program, options: options, from: basis)
    }

    func withSession<Answer>(
      _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
    ) throws -> Answer {
      loads.add(1, ordering: .relaxed)
      return try inner.withSession(program, body)
    }
  }

  @Test(
    "no window is loaded after the time limit, and the run ends as out of time",
    arguments: [1, 2], [Sharing.Mode.own, .iep])
  func noFurtherWindow(loads: Int, mode: Sharing.Mode) throws {
    let solved = try SolvedCase("everything")
    let disruptions = solved.instance.disruptions
    #expect(disruptions.count > loads)
    let members = try #require(solved.instance.blocs.first { $0.id == "allies" })
    let solver = ClosingSolver(after: loads)
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
