/// Why a call of a solver library did not end as it should.
public enum BackendFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The library gave up, as it says. Its problem is loaded anew, and the solve made once more with care.
  case lost(String)
  /// The watch asked to stop in the middle of a call; the problem is gone.
  case stopped
  /// The call came from inside another one, or from another thread.
  case misuse(String)

  public var description: String {
    switch self {
    case .lost(let message), .misuse(let message): message
    case .stopped: "stopped in the middle of a call"
    }
  }

  var solverError: SolverError { .libraryFailure(description) }
}
