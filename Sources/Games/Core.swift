public import LinearProgramming

/// A coalition that gets less from a split than it can get on its own.
public struct Objection: Sendable, Hashable {
  /// The coalition S.
  public var coalition: Coalition
  /// Its excess, what it would gain by leaving: v(S) − x(S), or x(S) − c(S) in a cost game. In the unit of the values.
  public var excess: Double
}

extension CooperativeGame {
  /// The coalitions that object to a split: those whose excess is above the tolerance, the largest excess first. O(2ⁿ).
  ///
  /// - Parameter split: x_i for each member.
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

  /// Whether a split is in the core: x(N) = v(N) and x(S) ≥ v(S) for all S, both to within the tolerance.
  /// Source: D. B. Gillies, "Solutions to general non-zero-sum games" (1959).
  public func isInCore(_ split: [Double]) -> Bool {
    splitsTotal(split) && objections(to: split).isEmpty
  }

  /// Whether the amounts of a split add up: x(N) = v(N), to within the tolerance.
  public func splitsTotal(_ split: [Double]) -> Bool {
    abs(split.reduce(0, +) - total) <= max(tolerance, 1e-12 * abs(total))
  }

  /// The value of the least core,
  ///
  ///     ε* = min_{x(N) = v(N)} max_{∅ ≠ S ≠ N} v(S) − x(S),
  ///
  /// in the unit of the values. It is the least fee for leaving at which no coalition gains by leaving. The core is
  /// empty if and only if ε* > 0. Found by one linear program.
  /// Source: M. Maschler, B. Peleg, L. S. Shapley, "Geometric properties of the kernel, nucleolus, and related solution
  /// concepts" (1979).
  ///
  /// - Returns: nil for a single member, because there is no such S.
  /// - Throws: `NoOptimum` if the linear program ends without an optimum; `SolverError` if the solver fails.
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
      // Adding 0 turns −0 into 0.
      try $0.solve().level * scale + 0
    }
  }

  /// Whether the core is empty, by the value of the least core; false for nil.
  public func isCoreEmpty(leastCoreValue: Double?) -> Bool { leastCoreValue ?? 0 > tolerance }
}
