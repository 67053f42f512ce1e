/// A solver all of whose solves end by one deadline: those that come later, or do not get done, stop at the
/// time limit. For questions of many solves that know no time limit themselves.
public struct DeadlineSolver: Solver {
  private let solver: any Solver
  public let deadline: Deadline

  public init(_ solver: any Solver, deadline: Deadline) {
    self.solver = solver
    self.deadline = deadline.earlier(than: solver.deadline)
  }

  public var name: String { solver.name }
  public var capabilities: SolverCapabilities { solver.capabilities }
  public var tuning: SolverTuning { solver.tuning }

  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    guard !deadline.isOver else { return Solution(termination: .timeLimit) }
    return try solver.solve(program, options: deadline.apply(to: options), from: basis)
  }

  public func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer {
    try solver.withSession(program) { try body(DeadlineSession(session: $0, deadline: deadline)) }
  }
}

private final class DeadlineSession: ForwardingSession {
  let session: any SolverSession
  private let deadline: Deadline

  init(session: any SolverSession, deadline: Deadline) {
    self.session = session
    self.deadline = deadline
  }

  func solve(_ options: SolveOptions) throws(SolverError) -> Solution {
    guard !deadline.isOver else { return Solution(termination: .timeLimit) }
    return try session.solve(deadline.apply(to: options))
  }
}
