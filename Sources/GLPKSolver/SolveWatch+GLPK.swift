import CGLPKShim
import LinearProgramming

extension SolveWatch {
  /// The time that is left in whole milliseconds, at least 1; `Int32.max` if there is no limit.
  var millisecondsLeft: Int32 {
    guard let timeLeft else { return .max }
    return Int32(max(1, min(timeLeft / .milliseconds(1), Double(Int32.max - 1))))
  }

  /// Calls `body` with this watch as a C structure, valid for that call; null if there is nothing to watch.
  func withShim<Answer>(_ body: (UnsafePointer<plusone_monitor>?) -> Answer) -> Answer {
    guard isNeeded else { return body(nil) }
    return withExtendedLifetime(self) {
      var shim = plusone_monitor()
      shim.context = Unmanaged.passUnretained(self).toOpaque()
      shim.should_stop = { SolveWatch.from($0).mustStop ? 1 : 0 }
      shim.progress = { context, iterations, incumbent, gap in
        SolveWatch.from(context).report(
          iterations: iterations, incumbent: incumbent.isNaN ? nil : incumbent,
          gap: gap.isNaN ? nil : gap)
      }
      return withUnsafePointer(to: shim) { body($0) }
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> SolveWatch {
    Unmanaged<SolveWatch>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
  }
}
