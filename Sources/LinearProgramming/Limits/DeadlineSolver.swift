/// A solver whose solves all end by one deadline. A solve that starts later, or is not finished in time, ends as
/// ``Termination/timeLimit``. It gives one time limit to a question that takes many solves.
public struct DeadlineSolver: Solver {
  private let solver: any Solver
  /// The earlier one of the given deadline and that of the solver.
  public let deadline: Deadline

  /// Limits a solver.
  public init(_ solver: any Solver, deadline: Deadline) {
    self.solver = solver
    self.deadline = deadline.earlier(than: solver.deadline)
  }

  /// The solver's name.
  public var name: String { solver.name }
  /// The solver's capabilities.
  public var capabilities: SolverCapabilities { solver.capabilities }
  /// The solver's tuning.
  public var tuning: SolverTuning { solver.tuning }
  /// Where the solver reports.
  public var progress: WorkProgress { solver.progress }

  /// Solves one program in the time that is left.
  ///
  /// - Throws: ``SolverError``.
  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    guard !deadline.isOver else { return Solution(termination: .timeLimit) }
    return try solver.solve(program, options: deadline.apply(to: options), from: basis)
  }

  /// Runs `body` with a session whose solves end by the deadline.
  ///
  /// - Throws: the errors of `body`, and ``SolverError/invalidProgram(_:)``.
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
