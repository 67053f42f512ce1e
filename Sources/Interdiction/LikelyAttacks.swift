extension InterdictionProblem {
  /// A few attacks of a size that are likely to be among the worst: the worst known attacks with one target less, each
  /// with one more of the targets that do most alone. Solved first, they make an early answer good.
  ///
  /// They follow from what is solved so far, not from the number of threads.
  ///
  /// - Parameters:
  ///   - size: the number of targets, from 1.
  ///   - count: the most attacks.
  func likelyAttacks(of size: Int, _ bounds: AttackBounds, count: Int) -> [[Int]] {
    let starts = inOrder(
      bounds.evaluated.filter { $0.targets.count == size - 1 }
        .map { .init(targets: $0.targets, optimum: $0.optimum) }
    ).prefix(count)
    // A target that is not solved counts with what it can do at most.
    let singles = inOrder(
      targets.indices.map {
        .init(targets: [$0], optimum: bounds.upper([$0], more: 0, from: 0))
      }
    ).prefix(count + size - 1)
    var candidates: [InterdictionRanking.Attack] = []
    for start in starts {
      for single in singles {
        let target = single.targets[0]
        guard !start.targets.contains(target),
          targets[target].excluded.isDisjoint(with: start.targets)
        else { continue }
        let attack = (start.targets + [target]).sorted()
        guard !candidates.contains(where: { $0.targets == attack }) else { continue }
        candidates.append(.init(targets: attack, optimum: start.optimum + single.optimum))
      }
    }
    return inOrder(candidates).prefix(count).map(\.targets)
  }
}
