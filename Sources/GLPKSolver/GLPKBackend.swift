import CGLPKShim
public import LinearProgramming

/// GLPK without checks: each call is one run of the simplex method or of branch and cut. ``GLPKSolver`` checks the
/// results. May be used from any number of threads; a loaded problem stays on its thread.
public struct GLPKBackend: SolverBackend {
  /// Settings for tests.
  struct Settings: Sendable {
    /// The attempts to make; nil: the usual ones.
    var attempts: [SimplexAttempt]?
    var usesCutsAndHeuristics = true
  }

  let settings: Settings

  /// GLPK with the usual settings.
  public init() { self.init(settings: Settings()) }

  init(settings: Settings) { self.settings = settings }

  /// "GLPK" and the version of the library.
  public var name: String { "GLPK \(String(cString: plusone_glpk_version()))" }

  /// All capabilities.
  public var capabilities: SolverCapabilities { .all }

  /// Measured sizes. Stress windows: for Japan's rare earths with 12 periods, decomposition takes about a third of
  /// the time of the whole LP with six windows and a fifteenth with twenty (`DecompositionBenchmark`). With one or
  /// two windows the whole LP is hardly larger than the LP of the plan.
  public var tuning: SolverTuning {
    SolverTuning(
      columnsWorthSplitting: 1000, blocksWorthDecomposing: 3, siftingColumnsPerRow: 1)
  }

  /// The attempts in order, as text for error messages.
  public func attempts(for method: SolveOptions.Method) -> [String] {
    simplexAttempts(for: method).map(\.description)
  }

  func simplexAttempts(for method: SolveOptions.Method) -> [SimplexAttempt] {
    settings.attempts ?? SimplexAttempt.attempts(for: method)
  }

  /// Loads a program into GLPK, on the calling thread.
  public func load(_ program: LinearProgram) throws(BackendFailure) -> any BackendProblem {
    try GLPKBackendProblem(program, self)
  }
}
