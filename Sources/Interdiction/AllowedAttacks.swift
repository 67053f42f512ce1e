/// All attacks of a size that are allowed, in the order of their targets, one after the other: there can be too many to
/// keep.
package struct AllowedAttacks: Sequence, IteratorProtocol {
  private let targets: [InterdictionProblem.Target]
  private let size: Int
  private var attack: [Int] = []
  private var isStarted = false

  init(_ targets: [InterdictionProblem.Target], size: Int) {
    (self.targets, self.size) = (targets, size)
  }

  /// The next attack; nil after the last one.
  package mutating func next() -> [Int]? {
    var candidate = 0
    if isStarted {
      guard let last = attack.popLast() else { return nil }
      candidate = last + 1
    }
    isStarted = true
    while attack.count < size {
      if targets.count - candidate < size - attack.count {
        guard let last = attack.popLast() else { return nil }
        candidate = last + 1
      } else {
        if targets[candidate].excluded.isDisjoint(with: attack) { attack.append(candidate) }
        candidate += 1
      }
    }
    return attack
  }

  /// The next attacks, at most so many; none after the last one.
  package mutating func next(_ count: Int) -> [[Int]] {
    var batch: [[Int]] = []
    while batch.count < count, let attack = next() { batch.append(attack) }
    return batch
  }
}

extension InterdictionProblem {
  /// All attacks of a size that are allowed.
  package func attacks(of size: Int) -> AllowedAttacks { AllowedAttacks(targets, size: size) }
}
