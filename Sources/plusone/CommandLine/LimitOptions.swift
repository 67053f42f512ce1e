import ArgumentParser
import Foundation

/// The option `--time-limit` of commands that stop as a whole when it is reached.
struct TimeLimitOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Stop after this many seconds, above 0 and below 1e9 (default: no limit).",
      valueName: "seconds"), transform: seconds)
  var timeLimit: Double?

  func validate() throws { try requireTimeLimit(timeLimit) }
}

/// The option `--jobs` of commands that work on several threads.
struct JobsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The number of threads (default: one per core); it does not change the results.",
      valueName: "count"))
  var jobs: Int?

  /// The number of threads: what is given, or one for each core.
  var count: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number from 1") }
  }
}
