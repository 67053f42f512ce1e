/// A ``Solver`` made of a ``SolverBackend``: it judges every answer before it lets it out.
///
/// An optimum is judged by the ``OptimalityReferee``, an infeasible program by its
/// ``InfeasibilityCertificate``, an unbounded one by its ``UnboundedRay``, and the bound of a search for
/// whole values against the best point known. Where a claim does not pass, the backend is asked again with
/// more care, as far as its levels go; where only the proof of infeasibility is missing, the least
/// relaxation is solved, whose duals are one. What is never proven is ``SolverError/refuted(_:)``.
///
/// It also does what is the same for all backends: it refuses invalid programs and changes, completes
/// bases that are too short, loads a lost problem anew, and turns a search for whole points into exact whole
/// numbers with duals.
public struct CheckedSolver: Solver {
  private let backend: any SolverBackend
  private let ways: Ways

  /// Ways that can be left out: when the program of a proof is solved, which must not ask for a proof
  /// of the same kind, and in tests.
  package struct Ways: Sendable {
    /// Proves infeasibility by a least relaxation where the backend cannot.
    package var relaxesForProof = true
    /// Dives for a whole point before branch and cut.
    package var dives = true

    package init(relaxesForProof: Bool = true, dives: Bool = true) {
      self.relaxesForProof = relaxesForProof
      self.dives = dives
    }
  }

  public init(_ backend: any SolverBackend) { self.init(backend, Ways()) }

  package init(_ backend: any SolverBackend, _ ways: Ways) {
    self.backend = backend
    self.ways = ways
  }

  public var name: String { backend.name }
  public var capabilities: SolverCapabilities { backend.capabilities }
  public var tuning: SolverTuning { backend.tuning }

  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    let session = try open(program)
    defer { session.end() }
    if let basis { try session.start(from: basis) }
    return try session.solve(options)
  }

  public func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer {
    let session = try open(program)
    defer { session.end() }
    return try body(session)
  }

  private func open(_ program: LinearProgram) throws(SolverError) -> CheckedSession {
    try CheckedSession(program, backend, ways)
  }
}
