extension CooperativeGame {
  /// The Shapley value, one amount a member:
  ///
  ///     φ_i = Σ_{S ∌ i} |S|!·(n − |S| − 1)!/n! · (v(S ∪ {i}) − v(S))
  ///
  /// what a member adds on average when all join in a random order. Exact, O(2ⁿ·n).
  /// Source: L. S. Shapley, "A value for n-person games" (1953).
  public func shapleyValue() -> [Double] {
    let n = memberCount
    // Over the coalitions of one size all weights are the same: 1/(n·C(n−1, size)).
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

  /// The split of v(N) in proportion to weights: x_i = v(N)·w_i/Σw.
  ///
  /// - Throws: ``GameError/weights`` unless there is one finite weight ≥ 0 a member, and one above 0.
  public func proportionalSplit(weights: [Double]) throws(GameError) -> [Double] {
    guard weights.count == memberCount, weights.allSatisfy({ $0.isFinite && $0 >= 0 }),
      let largest = weights.max(), largest > 0
    else { throw .weights }
    // Scaled first, so that no sum of weights overflows.
    let scaled = weights.map { $0 / largest }
    let sum = scaled.reduce(0, +)
    return scaled.map { $0 == 0 ? 0 : total * ($0 / sum) }
  }
}
