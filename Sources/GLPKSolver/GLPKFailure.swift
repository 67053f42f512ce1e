import CGLPKShim
import LinearProgramming

/// Why a guarded call of GLPK did not end as it should.
enum GLPKFailure: Error {
  /// GLPK gave up with this message, and took the thread's problems with it.
  case lost(String)
  /// The monitor asked to stop in the middle of a call; the problem is gone.
  case stopped
  /// The call came from inside another one, or from another thread.
  case misuse(String)
  /// No rung of the ladder gave an answer that passed its proof.
  case refuted(String)
  /// GLPK says that there is no feasible point, but none of its bases proves it.
  case unprovenInfeasible(String)

  init(code: Int32, message: String) {
    switch Int(code) {
    case PLUSONE_STOPPED: self = .stopped
    case PLUSONE_REENTRANT:
      self = .misuse("a solver was called from inside its own progress call-back")
    case PLUSONE_WRONG_THREAD:
      self = .misuse("a session was used on another thread than the one it began on")
    case PLUSONE_MEMORY: self = .lost("out of memory")
    case PLUSONE_STUCK: self = .lost("the LP of a node of branch and cut did not end")
    case PLUSONE_LOST: self = .lost("the problem was lost in an earlier failure")
    default: self = .lost(message)
    }
  }

  var solverError: SolverError {
    switch self {
    case .lost(let message): .libraryFailure(message)
    case .stopped: .libraryFailure("stopped")
    case .misuse(let message): .libraryFailure(message)
    case .refuted(let message), .unprovenInfeasible(let message): .refuted(message)
    }
  }
}
