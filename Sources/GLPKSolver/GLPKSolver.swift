public import LinearProgramming

/// A solver that uses GLPK, the GNU Linear Programming Kit.
///
/// It is `CheckedSolver` over `ScaledBackend` over ``GLPKBackend``: programs are scaled before they are solved, and
/// every result is checked before it is returned. If an attempt finds no result or its result fails the check, a
/// slower and more robust attempt follows.
///
/// GLPK keeps its state per thread, so a call does all its work on the calling thread. Any number of threads may
/// solve at the same time. GLPK prints nothing, and an error is thrown where it would abort the process.
public struct GLPKSolver: Solver {
  private let checked: CheckedSolver

  /// GLPK with the usual settings.
  public init() { self.init(settings: GLPKBackend.Settings()) }

  init(settings: GLPKBackend.Settings) {
    checked = CheckedSolver(
      ScaledBackend(GLPKBackend(settings: settings)), .init(dives: settings.usesCutsAndHeuristics))
  }

  /// "GLPK" and the version of the library.
  public var name: String { checked.name }
  /// All capabilities.
  public var capabilities: SolverCapabilities { checked.capabilities }
  /// The sizes measured with GLPK, as in ``GLPKBackend/tuning``.
  public var tuning: SolverTuning { checked.tuning }

  /// Solves one program on the calling thread, from a basis if there is one.
  ///
  /// - Throws: `SolverError`.
  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    try checked.solve(program, options: options, from: basis)
  }

  /// Loads a program on the calling thread, for `body` to change and solve.
  ///
  /// - Throws: the errors of `body`, and `SolverError.invalidProgram`.
  public func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer {
    try checked.withSession(program, body)
  }
}
