import Synchronization

/// A line on standard error with the number of finished runs and the time that the others will take.
final class BatchProgress: Sendable {
  private let total: Int
  private let started = ContinuousClock.now
  private let state = Mutex((done: 0, withoutPlan: 0))

  init(total: Int) { self.total = total }

  func finished(isPlanned: Bool) {
    let (done, withoutPlan) = state.withLock { state in
      state.done += 1
      if !isPlanned { state.withoutPlan += 1 }
      return state
    }
    guard Console.showsProgress else { return }
    let elapsed = ContinuousClock.now - started
    let left = elapsed * (total - done) / done
    var text = "\(done) of \(total) runs"
    if withoutPlan > 0 { text += ", \(withoutPlan) without a plan" }
    if done < total { text += ", about \(Self.words(left)) left" }
    Console.showProgress(text)
  }

  /// Clears the line.
  func end() {
    if state.withLock({ $0.done > 0 }) { Console.showProgress() }
  }

  private static func words(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    return seconds < 90
      ? "\(seconds) s"
      : seconds < 5400 ? "\((seconds + 30) / 60) min" : "\((seconds + 1800) / 3600) h"
  }
}
