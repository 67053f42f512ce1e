import CGLPKShim
import LinearProgramming

extension SolveWatch {
  /// The time that is left in whole milliseconds, at least 1; `Int32.max` if there is no limit.
  var millisecondsLeft: Int32 {
    guard let timeLeft else { return .max }
    return Int32(max(1, min(timeLeft / .milliseconds(1), Double(Int32.max - 1))))
  }

  /// Calls `body` with this watch as a C structure, valid for that call; null if there is nothing to watch.
  ///
  /// - Parameter costFactor: what the costs in GLPK are multiplied by. Reported objectives are divided by it.
  func withShim<Answer>(
    costFactor: Double = 1, _ body: (UnsafePointer<plusone_monitor>?) -> Answer
  ) -> Answer {
    guard isNeeded else { return body(nil) }
    return withExtendedLifetime(ShimContext(watch: self, costFactor: costFactor)) { context in
      var shim = plusone_monitor()
      shim.context = Unmanaged.passUnretained(context).toOpaque()
      shim.should_stop = { ShimContext.from($0).watch.mustStop ? 1 : 0 }
      shim.progress = { context, iterations, incumbent, bound in
        let context = ShimContext.from(context)
        context.watch.report(
          iterations: iterations, incumbent: context.objective(incumbent),
          bound: context.objective(bound))
      }
      return withUnsafePointer(to: shim) { body($0) }
    }
  }
}

/// What the call-backs of a running call need.
private final class ShimContext {
  let watch: SolveWatch
  private let costFactor: Double

  init(watch: SolveWatch, costFactor: Double) {
    (self.watch, self.costFactor) = (watch, costFactor)
  }

  /// The objective of the program that a value of GLPK stands for; nil if it stands for none.
  func objective(_ value: Double) -> Double? { value.isNaN ? nil : value / costFactor }

  static func from(_ context: UnsafeMutableRawPointer?) -> ShimContext {
    Unmanaged<ShimContext>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
  }
}
