public import LinearProgramming

/// A coalition that would do better on its own than under a split.
public struct Objection: Sendable, Hashable {
  public var coalition: Coalition
  /// What it would gain: v(S) − x(S), of a cost game x(S) − c(S).
  public var excess: Double
}

extension CooperativeGame {
  /// The coalitions that object to a split: all whose excess is above the tolerance, the largest excess
  /// first. All 2ⁿ − 2 are looked at. O(2ⁿ).
  public func objections(to split: [Double]) -> [Objection] {
    let sums = coalitionSums(split)
    return (1..<(values.count - 1)).compactMap { mask in
      let excess = sign * (values[mask] - sums[mask])
      guard excess > tolerance else { return nil }
      return Objection(coalition: Coalition(mask: mask), excess: excess)
    }.sorted {
      if $0.excess != $1.excess { return $0.excess > $1.excess }
      return Coalition.isListedBefore($0.coalition, $1.coalition)
    }
  }

  /// Whether a split lies in the core: it adds up to v(N), and nobody objects.
  public func isInCore(_ split: [Double]) -> Bool {
    splitsTotal(split) && objections(to: split).isEmpty
  }

  /// Whether a split adds up to v(N).
  public func splitsTotal(_ split: [Double]) -> Bool {
    abs(split.reduce(0, +) - total) <= max(tolerance, 1e-12 * abs(total))
  }

  /// The value of the least core, ε* = min over x(N) = v(N) of the largest excess v(S) − x(S) of a
  /// coalition other than nobody and everybody; nil for a single member, who has no such coalition.
  /// It is the least charge for leaving that keeps everybody in; the core is empty exactly if it is
  /// above 0.
  /// Source: M. Maschler, B. Peleg, L. S. Shapley (1979), as ``nucleolus(using:options:)``, by one LP.
  ///
  /// - Throws: as ``nucleolus(using:options:)``.
  public func leastCoreValue(using solver: some Solver, options: SolveOptions = .standard) throws
    -> Double?
  {
    guard memberCount > 1 else { return nil }
    let alone = coalitionSums(standAlone)
    let gains = zip(values, alone).map { sign * ($0 - $1) }
    let scale = gains.reduce(0) { max($0, abs($1)) }
    guard scale > tolerance else { return 0 }
    return try ExcessProgram.with(
      gains.map { $0 / scale }, lower: -.infinity, using: solver, options: options
    ) {
      // + 0 turns −0 into 0.
      try $0.solve().level * scale + 0
    }
  }

  /// Whether a least core value leaves the core empty.
  public func isCoreEmpty(leastCoreValue: Double?) -> Bool { leastCoreValue ?? 0 > tolerance }
}
