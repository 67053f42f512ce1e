/// Why a call of a solver library failed.
public enum BackendFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The library failed, with its message. ``CheckedSolver`` loads the program again and solves once more, without the
  /// first attempt (``SolverBackend/attempts(for:)``), cuts and heuristics.
  case lost(String)
  /// The call was interrupted because ``SolveWatch/mustStop`` was true. The loaded problem is lost.
  case stopped
  /// The call came from inside another call, or from another thread than the one that loaded the problem.
  case misuse(String)

  /// The message, for people.
  public var description: String {
    switch self {
    case .lost(let message), .misuse(let message): message
    case .stopped: "stopped in the middle of a call"
    }
  }

  /// The same failure as an error of a ``Solver``.
  var solverError: SolverError { .libraryFailure(description) }
}
