import Dispatch
import LinearProgramming

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A time limit for reading, which has no checks of its own. Tables may be large and disks slow.
enum ReadingLimit {
  /// A queue of its own: reading may keep the other threads busy.
  private static let queue = DispatchQueue(label: "reading limit")

  /// Reads, or ends the process with status 75 one second after the deadline. At this time no output has been begun.
  static func ending<Answer>(at deadline: Deadline, _ read: () throws -> Answer) rethrows -> Answer
  {
    guard let left = deadline.timeLeft else { return try read() }
    let alarm = DispatchWorkItem {
      printError(
        "plusone: the time limit was reached while the instance was read; set a longer one with --time-limit."
      )
      _exit(ExitStatus.timeLimit.rawValue)
    }
    queue.asyncAfter(deadline: .now() + (left / .seconds(1) + 1), execute: alarm)
    defer { alarm.cancel() }
    return try read()
  }
}
