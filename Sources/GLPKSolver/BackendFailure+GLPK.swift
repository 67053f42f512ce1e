import CGLPKShim
import LinearProgramming

extension BackendFailure {
  /// The failure that a code of the C guard stands for.
  ///
  /// - Parameters:
  ///   - code: one of the `PLUSONE_…` codes, not `PLUSONE_OK`.
  ///   - message: GLPK's last message.
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
}
