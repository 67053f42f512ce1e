public import LinearProgramming

/// GLPK, the GNU linear programming kit, behind one synchronous door.
///
/// It is `CheckedSolver` over `ScaledBackend` over ``GLPKBackend``: numbers are scaled before solving and back after, and
/// every answer is proven before it is returned. Where a fast way of solving stalls or gives an answer that does not
/// pass, slower ways follow.
///
/// GLPK keeps its state per thread, so a call does everything on the calling thread: any number of
/// threads may solve at once. GLPK never prints, and where it would abort the process, an error is
/// thrown instead.
public struct GLPKSolver: Solver {
  private let checked: CheckedSolver

  public init() { self.init(settings: GLPKBackend.Settings()) }

  init(settings: GLPKBackend.Settings) {
    checked = CheckedSolver(
      ScaledBackend(GLPKBackend(settings: settings)), .init(dives: settings.usesCutsAndHeuristics))
  }

  public var name: String { checked.name }
  public var capabilities: SolverCapabilities { checked.capabilities }
  public var tuning: SolverTuning { checked.tuning }

  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    try checked.solve(program, options: options, from: basis)
  }

  public func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer {
    try checked.withSession(program, body)
  }
}
