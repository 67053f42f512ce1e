/// A ``Solver`` made from a ``SolverBackend``. It checks every result of the backend before it returns it.
///
/// The ``OptimalityReferee`` checks an optimum, an ``InfeasibilityCertificate`` proves that a program is infeasible,
/// an ``UnboundedRay`` that it is unbounded. The bound of branch and cut is compared with the best known point. If a
/// check fails, the next attempt of the backend is made (``SolverBackend/attempts(for:)``). If only the proof of
/// infeasibility is missing, the ``LeastRelaxation`` is solved, whose dual values are such a proof. If no attempt
/// passes, the solver throws ``SolverError/refuted(_:)``.
///
/// It also does the work that all backends need: it rejects invalid programs and changes, completes bases that are
/// too short, loads a lost problem again, and solves for the continuous columns and the dual values of a
/// mixed-integer program with its integer columns fixed at exact whole numbers. It may be used from any number of
/// threads.
public struct CheckedSolver: Solver {
  private let backend: any SolverBackend
  private let steps: Steps

  /// Steps that can be left out: in tests, and when the program of a proof is solved, which must not need the same
  /// proof.
  package struct Steps: Sendable {
    /// Whether to prove infeasibility by the ``LeastRelaxation`` if the backend gives no proof.
    package var relaxesForProof = true
    /// Whether to look for integer feasible points by diving before branch and cut.
    package var dives = true

    /// All steps, or those that are chosen.
    package init(relaxesForProof: Bool = true, dives: Bool = true) {
      self.relaxesForProof = relaxesForProof
      self.dives = dives
    }
  }

  /// Checks the results of a backend.
  public init(_ backend: any SolverBackend) { self.init(backend, Steps()) }

  /// Checks the results of a backend, with some steps left out.
  package init(_ backend: any SolverBackend, _ steps: Steps) {
    self.backend = backend
    self.steps = steps
  }

  /// The backend's name.
  public var name: String { backend.name }
  /// The backend's capabilities.
  public var capabilities: SolverCapabilities { backend.capabilities }
  /// The backend's tuning.
  public var tuning: SolverTuning { backend.tuning }

  /// Solves one program, from a basis if there is one, and checks the result.
  ///
  /// - Throws: ``SolverError``.
  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    let session = try open(program)
    defer { session.end() }
    if let basis { try session.start(from: basis) }
    return try session.solve(options)
  }

  /// Loads a program for `body` to change and solve; every result is checked.
  ///
  /// - Throws: the errors of `body`, and ``SolverError/invalidProgram(_:)``.
  public func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer {
    let session = try open(program)
    defer { session.end() }
    return try body(session)
  }

  private func open(_ program: LinearProgram) throws(SolverError) -> CheckedSession {
    try CheckedSession(program, backend, steps)
  }
}
