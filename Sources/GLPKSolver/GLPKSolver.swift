import CGLPKShim
public import LinearProgramming

/// GLPK, the GNU linear programming kit, behind one synchronous door.
///
/// Every answer is checked before it is returned: an optimal one by the ``OptimalityReferee``, an
/// infeasible one by its ``InfeasibilityCertificate``, an unbounded one by its ray. Where a fast way of
/// solving stalls or gives an answer that does not pass, slower ways follow. A mixed-integer program
/// whose relaxation is unbounded counts as unbounded.
///
/// GLPK keeps its state per thread, so a call does everything on the calling thread: any number of
/// threads may solve at once. GLPK never prints, and where it would abort the process, an error is
/// thrown instead.
public struct GLPKSolver: Solver {
  /// How the simplex method runs, where a test wants one way only.
  let settings: Settings

  /// What can be set for tests: nil is the usual ladder.
  struct Settings: Sendable {
    var ladder: [SimplexRung]?
    var usesCutsAndHeuristics = true
  }

  public init() { self.init(settings: Settings()) }

  init(settings: Settings) { self.settings = settings }

  public var name: String { "GLPK \(String(cString: plusone_glpk_version()))" }

  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    let session = try GLPKSession(program, settings)
    defer { session.end() }
    if let basis { try session.start(from: basis) }
    return try session.solve(options)
  }

  public func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer {
    let session = try GLPKSession(program, settings)
    defer { session.end() }
    return try body(session)
  }
}
