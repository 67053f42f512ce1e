import LinearProgramming
import Reporting
import Synchronization

/// A line on standard error with the progress of a solve, after one second and then five times a second. It is not shown
/// if standard error is no terminal or NO_COLOR is set.
final class ProgressLine: Sendable {
  private let started = ContinuousClock.now
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  func show(_ progress: SolveProgress) {
    guard Console.showsProgress else { return }
    let now = ContinuousClock.now
    let isDue = lastShown.withLock { last in
      guard now - (last ?? started) > (last == nil ? .seconds(1) : .milliseconds(200)) else {
        return false
      }
      last = now
      return true
    }
    guard isDue else { return }
    var text = "solving: \(Int((now - started) / .seconds(1))) s, \(progress.iterations) iterations"
    if let best = progress.incumbent { text += ", best plan \(NumberText.amount(best))" }
    if let gap = progress.gap, gap.isFinite { text += ", gap \(NumberText.percent(gap))" }
    Console.showProgress(text)
  }

  /// Clears the line.
  func end() {
    if lastShown.withLock({ $0 != nil }) { Console.showProgress() }
  }
}
