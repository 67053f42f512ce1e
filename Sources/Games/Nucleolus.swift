public import LinearProgramming

extension CooperativeGame {
  /// The nucleolus: of all imputations (x(N) = v(N), x_i ≥ v({i})) the one whose excesses
  /// v(S) − x(S), sorted from the largest, are lexicographically least; nil where no imputation exists.
  ///
  /// Successive LPs: each makes the largest excess of the coalitions not yet settled least, and settles
  /// those whose row has a positive dual, for they are tight in every optimum. A coalition is settled
  /// too once it lies in the linear span of settled ones. Each stage raises the rank of that span, so
  /// at most n − 1 LPs are needed, also where many coalitions tie.
  /// Sources: D. Schmeidler, "The nucleolus of a characteristic function game" (1969); M. Maschler,
  /// B. Peleg, L. S. Shapley, "Geometric properties of the kernel, nucleolus, and related solution
  /// concepts" (1979).
  ///
  /// - Throws: `NoOptimum` where an LP ends otherwise than optimal, such as out of time; `SolverError` where
  ///   the solver fails; ``GameError/noTightCoalition``.
  public func nucleolus(using solver: some Solver, options: SolveOptions = .standard) throws
    -> [Double]?
  {
    guard hasImputation else { return nil }
    let alone = standAlone
    let surplus = surplus
    guard memberCount > 1, surplus > tolerance else {
      return alone.map { $0 + sign * surplus / Double(memberCount) }
    }
    // Where everyone has 0 alone and all together 1, x = alone + surplus·y with y ≥ 0.
    let weights = zip(values, coalitionSums(alone)).map { sign * ($0 - $1) / surplus }
    let shares = try ExcessProgram.with(weights, lower: 0, using: solver, options: options) {
      try $0.lexicographicOptimum(memberCount: memberCount)
    }
    return zip(alone, shares).map { $0 + sign * surplus * $1 }
  }
}

extension ExcessProgram {
  /// Settles coalitions stage by stage until they leave one split only.
  fileprivate func lexicographicOptimum(memberCount: Int) throws -> [Double] {
    var span = CoalitionSpan(memberCount: memberCount)
    _ = span.insert(1 << memberCount - 1)
    var split: [Double] = []
    while span.rank < memberCount {
      let optimum = try solve()
      split = optimum.split
      let rank = span.rank
      for mask in optimum.tight where span.insert(mask) {
        try settle(mask, at: optimum.level)
      }
      guard span.rank > rank else {
        throw GameError.noTightCoalition
      }
      try leaveOut(span.membership())
    }
    return split
  }
}
