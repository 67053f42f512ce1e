extension CooperativeGame {
  /// The Shapley value φ_i of each member, in the unit of the values:
  ///
  ///     φ_i = Σ_{S ∌ i} |S|!·(n − |S| − 1)!/n! · (v(S ∪ {i}) − v(S))
  ///
  /// the mean over all orders of joining of what member i adds to the members before it. Exact up to rounding, O(2ⁿ·n).
  /// Source: L. S. Shapley, "A value for n-person games" (1953).
  public func shapleyValue() -> [Double] {
    let n = memberCount
    // All coalitions of one size have the same weight: 1/(n·C(n−1, size)).
    var marginal = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for mask in 0..<(values.count - 1) {
      let size = mask.nonzeroBitCount
      for member in 0..<n where mask >> member & 1 == 0 {
        marginal[size][member] += values[mask | 1 << member] - values[mask]
      }
    }
    var amounts = [Double](repeating: 0, count: n)
    var coalitions = 1.0
    for size in 0..<n {
      for member in 0..<n { amounts[member] += marginal[size][member] / coalitions }
      coalitions *= Double(n - 1 - size) / Double(size + 1)
    }
    return amounts.map { $0 / Double(n) }
  }

  /// The split of v(N) in proportion to weights: x_i = v(N)·w_i/Σ_j w_j.
  ///
  /// - Parameter weights: one finite number ≥ 0 for each member, at least one above 0, in any unit.
  /// - Throws: ``GameError/weights`` for other weights.
  public func proportionalSplit(weights: [Double]) throws(GameError) -> [Double] {
    guard weights.count == memberCount, weights.allSatisfy({ $0.isFinite && $0 >= 0 }),
      let largest = weights.max(), largest > 0
    else { throw .weights }
    // Scaling first keeps the sum of the weights finite.
    let scaled = weights.map { $0 / largest }
    let sum = scaled.reduce(0, +)
    return scaled.map { $0 == 0 ? 0 : total * ($0 / sum) }
  }
}
