import Dispatch
import Synchronization

/// Applies `work` to every item on up to `jobs` threads and returns the results in the order of the items. Each
/// thread takes the next item as soon as it is free.
///
/// It uses threads and not tasks, because a solver's session belongs to one thread. A result must depend on its item
/// only, so that `jobs` changes nothing but the time.
package func concurrently<Item: Sendable, Answer: Sendable>(
  _ items: [Item], jobs: Int = .max, _ work: @Sendable (Item) -> Answer
) -> [Answer] {
  let answers = Mutex([Answer?](repeating: nil, count: items.count))
  forEachInParallel(Array(items.indices), jobs: jobs) { index in
    let answer = work(items[index])
    answers.withLock { $0[index] = answer }
  }
  return answers.withLock { $0 }.compactMap(\.self)
}

/// As ``concurrently(_:jobs:_:)``, for work that can fail.
///
/// - Throws: the error of the first item, in the order of the items, whose work failed. All items are worked on first.
package func inParallel<Item: Sendable, Answer: Sendable>(
  _ items: [Item], jobs: Int = .max, _ work: @Sendable (Item) throws -> Answer
) throws -> [Answer] {
  try concurrently(items, jobs: jobs) { item in Result { try work(item) } }.map { try $0.get() }
}

extension Array {
  /// The array split into `pieces` parts of nearly equal length, or fewer if there are not as many elements. Parts of
  /// an array that is not empty are not empty.
  package func split(into pieces: Int) -> [[Element]] {
    let count = Swift.max(1, Swift.min(pieces, self.count))
    let bounds = (0...count).map { $0 * self.count / count }
    return zip(bounds, bounds.dropFirst()).map { Array(self[$0..<$1]) }
  }
}

/// Calls `work` for every item on up to `jobs` threads. Each thread takes the next item as soon as it is free.
package func forEachInParallel<Item: Sendable>(
  _ items: [Item], jobs: Int, _ work: @Sendable (Item) -> Void
) {
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, items.count))) { _ in
    while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < items.count {
      work(items[index])
    }
  }
}
