extension Sequence {
  /// The elements without repetitions: of all elements with the same key, the first. The order is kept.
  ///
  /// - Complexity: O(n).
  package func uniqued<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}

extension Sequence where Element: Hashable {
  /// The elements without repetitions, each where it occurs first.
  ///
  /// - Complexity: O(n).
  package func uniqued() -> [Element] { uniqued { $0 } }
}
