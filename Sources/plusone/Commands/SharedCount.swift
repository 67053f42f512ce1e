import Synchronization

/// A count that several threads change.
final class SharedCount: Sendable {
  private let count: Atomic<Int>

  init(_ count: Int) { self.count = Atomic(count) }

  /// The count now.
  var value: Int { count.load(ordering: .relaxed) }

  /// Adds one.
  func increase() { count.add(1, ordering: .relaxed) }

  /// Subtracts one.
  func decrease() { count.subtract(1, ordering: .relaxed) }
}
