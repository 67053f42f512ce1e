import Dispatch
import LinearProgramming

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A time limit on reading, which looks at no clock itself: tables may be large and disks slow.
enum ReadingLimit {
  /// A thread of its own: reading may keep the others busy.
  private static let queue = DispatchQueue(label: "reading limit")

  /// Reads, or ends the process with 75 a second after the deadline. Nothing is being written yet that could be
  /// left half done.
  static func ending<Answer>(at deadline: Deadline, _ read: () throws -> Answer) rethrows -> Answer
  {
    guard let left = deadline.timeLeft else { return try read() }
    let alarm = DispatchWorkItem {
      printError(
        "plusone: the time limit was reached while the instance was read; give more with --time-limit."
      )
      _exit(ExitStatus.timeLimit.rawValue)
    }
    queue.asyncAfter(deadline: .now() + (left / .seconds(1) + 1), execute: alarm)
    defer { alarm.cancel() }
    return try read()
  }
}
