import Sourcing

/// Compares the targets of two models that differ in the value of a parameter.
enum LooserTargets {
  /// Whether the targets of the first model are looser than those of the second. nil if no target differs, or if some
  /// are looser and others tighter.
  static func areThose(of first: Model, notOf second: Model) -> Bool? {
    var found: Set<Bool> = []
    for (one, other) in zip(first.goals, second.goals) {
      for bound in one.allBounds + other.allBounds {
        let isCap = bound.direction == .atMost
        for (value, another) in zip(values(of: one, bound), values(of: other, bound))
        where value != another {
          // No target is looser than any target.
          let loosest = isCap ? Double.infinity : -.infinity
          found.insert(((value ?? loosest) > (another ?? loosest)) == isCap)
        }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// The target of a goal in each period of the horizon; nil where the goal does not hold. A goal on a sum of money has
  /// one target.
  private static func values(
    of goal: Goal, _ bound: (direction: Goal.Direction, isEachMonth: Bool)
  ) -> [Double?] {
    let target = goal.target(bound.direction, isEachMonth: bound.isEachMonth)
    guard !goal.commodities.isEmpty else { return [target?.values.compactMap(\.self).first] }
    guard let target else { return [] }
    return target.values.indexed().map { goal.periods.contains($0.index) ? $0.element : nil }
  }
}
