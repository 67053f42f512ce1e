import Planning
import Sourcing
import Synchronization

/// The plans of each option of a study for the instance as it is, from whose bases plans of sampled worlds start.
///
/// Each is found once, when it is first needed, by the thread that needs it; other threads that need it wait. So the
/// start of a world's plan does not depend on the order of the runs.
final class AsIsPlans: Sendable {
  /// A value that is made once.
  private final class Once: Sendable {
    private let stored = Mutex<Result<PlanPair, any Error>?>(nil)

    func value(_ make: () throws -> PlanPair) throws -> PlanPair {
      let result = stored.withLock { stored in
        let result = stored ?? Result { try make() }
        stored = result
        return result
      }
      return try result.get()
    }
  }

  private let pairs: [Once]

  init(options: Int) { pairs = (0..<options).map { _ in Once() } }

  /// The plans of an option.
  ///
  /// - Parameters:
  ///   - option: its place in the study.
  ///   - make: finds them, if no thread has yet.
  /// - Throws: what `make` throws, each time.
  func pair(of option: Int, else make: () throws -> PlanPair) throws -> PlanPair {
    try pairs[option].value(make)
  }
}
