import Dispatch
import Synchronization

/// Applies a synchronous piece of work to every item, at once on as many threads as there are items, and
/// gives the answers in the items' order.
///
/// Threads, not tasks: a solver belongs to one thread for as long as it is loaded.
package func concurrently<Item: Sendable, Answer: Sendable>(
  _ items: [Item], _ work: @Sendable (Item) -> Answer
) -> [Answer] {
  if items.count == 1 { return [work(items[0])] }
  let answers = Mutex([Answer?](repeating: nil, count: items.count))
  DispatchQueue.concurrentPerform(iterations: items.count) { index in
    let answer = work(items[index])
    answers.withLock { $0[index] = answer }
  }
  return answers.withLock { $0 }.compactMap(\.self)
}

/// The same for work that can fail. The first item's error in their order is thrown.
package func inParallel<Item: Sendable, Answer: Sendable>(
  _ items: [Item], _ work: @Sendable (Item) throws -> Answer
) throws -> [Answer] {
  try concurrently(items) { item in Result { try work(item) } }.map { try $0.get() }
}

/// The same on up to `jobs` threads; each takes the next item as soon as it is free. An answer must depend on
/// its item only, so that `jobs` changes nothing but the time.
package func inParallel<Item: Sendable, Answer: Sendable>(
  _ items: [Item], jobs: Int, _ work: @Sendable (Item) throws -> Answer
) throws -> [Answer] {
  let answers = Mutex([Result<Answer, any Error>?](repeating: nil, count: items.count))
  forEachInParallel(Array(items.indices), jobs: jobs) { index in
    let answer = Result { try work(items[index]) }
    answers.withLock { $0[index] = answer }
  }
  return try answers.withLock { $0 }.compactMap(\.self).map { try $0.get() }
}

extension Array {
  /// The array in as many pieces of about equal length as asked for, none of them empty.
  package func split(into pieces: Int) -> [[Element]] {
    let count = Swift.max(1, Swift.min(pieces, self.count))
    let bounds = (0...count).map { $0 * self.count / count }
    return zip(bounds, bounds.dropFirst()).map { Array(self[$0..<$1]) }
  }
}

/// Does a piece of work for every item on some threads; each thread takes the next item as soon as it is
/// free.
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
