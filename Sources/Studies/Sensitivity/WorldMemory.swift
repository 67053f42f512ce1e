import LinearProgramming
import Synchronization

/// A function from points to values that works out each point once. A point is the place of each assumption.
///
/// Safe to use from several threads. After a failure every further point fails in the same way, so that work that has
/// many points left ends soon.
public final class WorldMemory: Sendable {
  /// Works out the values at a point.
  public typealias Values = @Sendable ([Double]) throws -> WorldValues
  /// Takes the values at a point that are new.
  public typealias Keep = @Sendable ([Double], WorldValues) throws -> Void

  private struct State {
    var known: [[Double]: WorldValues]
    var failure: (any Error)?
  }

  private let state: Mutex<State>
  private let find: Values
  private let keep: Keep

  /// A memory.
  ///
  /// - Parameters:
  ///   - known: values that are known already.
  ///   - keep: takes each new point with its values, on the thread that found them.
  ///   - find: works out the values at a point. An answer that the time limit cut off counts as a failure.
  public init(
    known: [[Double]: WorldValues] = [:], keep: @escaping Keep = { _, _ in }, find: @escaping Values
  ) {
    state = Mutex(State(known: known))
    self.find = find
    self.keep = keep
  }

  /// All points whose values are known, with these.
  public var known: [[Double]: WorldValues] { state.withLock { $0.known } }

  /// The values at a point.
  ///
  /// - Throws: what the function throws; `NoOptimum` if the time limit comes first.
  public func values(at point: [Double]) throws -> WorldValues {
    // -0 and 0 are one place.
    let point = point.map { $0 == 0 ? 0 : $0 }
    let found = try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.known[point]
    }
    if let found { return found }
    do {
      let values = try find(point)
      guard values.ending != .timeLimit else { throw NoOptimum("the plan of a world", .timeLimit) }
      try keep(point, values)
      state.withLock { $0.known[point] = values }
      return values
    } catch {
      state.withLock { if $0.failure == nil { $0.failure = error } }
      throw error
    }
  }
}
