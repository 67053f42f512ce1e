import CGLPKShim
import LinearProgramming

/// Watches over one solve: clock, cancellation, progress, and the count of iterations.
///
/// GLPK's own limits stop it in good order; the monitor also stops it hard when it is cancelled in the
/// middle of a simplex run, or has overrun its time by a second.
final class Monitor {
  private let options: SolveOptions
  private let clock = ContinuousClock()
  private let began: ContinuousClock.Instant
  private let deadline: ContinuousClock.Instant?
  /// Simplex iterations of the calls that have ended.
  var iterations = 0

  init(_ options: SolveOptions) {
    self.options = options
    let now = clock.now
    began = now
    deadline = options.timeLimit.map { now + $0 }
  }

  var isCancelled: Bool { options.cancellation?.isCancelled ?? false }
  var isOutOfTime: Bool { deadline.map { clock.now >= $0 } ?? false }

  /// What is left of the time, in whole milliseconds for GLPK; at least 1.
  var millisecondsLeft: Int32 {
    guard let deadline else { return .max }
    let left = (deadline - clock.now) / .milliseconds(1)
    return Int32(max(1, min(left, Double(Int32.max - 1))))
  }

  /// What is left of the caller's iterations; nil: no limit.
  var iterationsLeft: Int? { options.iterationLimit.map { max(0, $0 - iterations) } }

  private var mustStop: Bool {
    isCancelled || (deadline.map { clock.now >= $0 + .seconds(1) } ?? false)
  }

  private func report(_ iterations: Int, _ incumbent: Double, _ gap: Double) {
    options.progress?(
      SolveProgress(
        iterations: self.iterations + iterations, elapsed: clock.now - began,
        incumbent: incumbent.isNaN ? nil : incumbent, gap: gap.isNaN ? nil : gap))
  }

  /// The monitor as the shim sees it for the length of one call; null if nothing is to be watched.
  func withShim<Answer>(_ body: (UnsafePointer<plusone_monitor>?) -> Answer) -> Answer {
    guard options.cancellation != nil || options.progress != nil || deadline != nil else {
      return body(nil)
    }
    return withExtendedLifetime(self) {
      var shim = plusone_monitor()
      shim.context = Unmanaged.passUnretained(self).toOpaque()
      shim.should_stop = { Monitor.from($0).mustStop ? 1 : 0 }
      shim.progress = { Monitor.from($0).report($1, $2, $3) }
      return withUnsafePointer(to: shim) { body($0) }
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> Monitor {
    Unmanaged<Monitor>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
  }
}
