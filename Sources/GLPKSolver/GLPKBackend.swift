import CGLPKShim
public import LinearProgramming

/// GLPK as it is: one run of the simplex method, or of branch and cut, a call, and nothing proven. For
/// answers use ``GLPKSolver``.
public struct GLPKBackend: SolverBackend {
  /// How the simplex method runs, where a test wants one way only.
  struct Settings: Sendable {
    /// Nil: the usual ladder.
    var ladder: [SimplexRung]?
    var usesCutsAndHeuristics = true
  }

  let settings: Settings

  public init() { self.init(settings: Settings()) }

  init(settings: Settings) { self.settings = settings }

  public var name: String { "GLPK \(String(cString: plusone_glpk_version()))" }

  public var capabilities: SolverCapabilities { .all }

  /// As measured. Stress windows: on Japan's rare earths, 12 periods, six decomposed windows take about a
  /// third of the time of the whole LP, twenty a fifteenth (`DecompositionBenchmark`); with one or two the
  /// whole LP is hardly larger than the plan alone.
  public var tuning: SolverTuning {
    SolverTuning(
      columnsWorthSplitting: 1000, blocksWorthDecomposing: 3, siftingColumnsPerRow: 2)
  }

  public func careLevels(for method: SolveOptions.Method) -> [String] {
    ladder(for: method).map(\.description)
  }

  func ladder(for method: SolveOptions.Method) -> [SimplexRung] {
    settings.ladder ?? SimplexRung.ladder(for: method)
  }

  public func load(_ program: LinearProgram) throws(BackendFailure) -> any BackendProblem {
    try GLPKBackendProblem(program, self)
  }
}
