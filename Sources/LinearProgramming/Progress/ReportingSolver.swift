/// A solver that reports all its solves, and the steps of those who use it, to one place.
public struct ReportingSolver: Solver {
  private let solver: any Solver
  /// Where it reports to.
  public let progress: WorkProgress

  /// - Parameters:
  ///   - solver: does the solves.
  ///   - progress: where they are reported.
  public init(_ solver: any Solver, to progress: WorkProgress) {
    (self.solver, self.progress) = (solver, progress)
  }

  /// The solver's name.
  public var name: String { solver.name }
  /// The solver's capabilities.
  public var capabilities: SolverCapabilities { solver.capabilities }
  /// The solver's tuning.
  public var tuning: SolverTuning { solver.tuning }
  /// The solver's deadline.
  public var deadline: Deadline { solver.deadline }

  /// Solves one program and reports its progress.
  ///
  /// - Throws: ``SolverError``.
  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    try progress.solve(options) { (options) throws(SolverError) in
      try solver.solve(program, options: options, from: basis)
    }
  }

  /// Runs `body` with a session that reports the progress of its solves.
  ///
  /// - Throws: the errors of `body`, and ``SolverError/invalidProgram(_:)``.
  public func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer {
    guard progress.isReported else { return try solver.withSession(program, body) }
    return try solver.withSession(program) {
      try body(ReportingSession(session: $0, progress: progress))
    }
  }
}

private final class ReportingSession: ForwardingSession {
  let session: any SolverSession
  private let progress: WorkProgress

  init(session: any SolverSession, progress: WorkProgress) {
    (self.session, self.progress) = (session, progress)
  }

  func solve(_ options: SolveOptions) throws(SolverError) -> Solution {
    try progress.solve(options) { (options) throws(SolverError) in try session.solve(options) }
  }
}
