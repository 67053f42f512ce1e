import CGLPKShim
import LinearProgramming

extension SolveWatch {
  /// What is left of the time, in whole milliseconds for GLPK; at least 1.
  var millisecondsLeft: Int32 {
    guard let timeLeft else { return .max }
    return Int32(max(1, min(timeLeft / .milliseconds(1), Double(Int32.max - 1))))
  }

  /// The watch as the shim sees it for the length of one call; null if nothing is to be watched.
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
