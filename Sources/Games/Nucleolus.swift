public import LinearProgramming

extension CooperativeGame {
  /// The nucleolus: of all imputations (x(N) = v(N), x_i ≥ v({i})) the one whose vector of excesses v(S) − x(S),
  /// sorted from the largest, is lexicographically least. It is unique.
  ///
  /// Found by successive linear programs. Each minimises the largest excess of the coalitions that are not settled, and
  /// settles the coalitions whose row has a positive dual value, which are tight in every optimum. A coalition in the
  /// linear span of settled ones is settled too. Each stage raises the rank of that span, so at most n − 1 programs are
  /// needed, even if many coalitions have equal excesses.
  ///
  /// Sources: D. Schmeidler, "The nucleolus of a characteristic function game" (1969); M. Maschler,
  /// B. Peleg, L. S. Shapley, "Geometric properties of the kernel, nucleolus, and related solution
  /// concepts" (1979).
  ///
  /// - Returns: x_i of each member, in the unit of the values; nil if no imputation exists.
  /// - Throws: `NoOptimum` if a linear program ends without an optimum, for example at a time limit; `SolverError` if
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
    // In the normalised game w({i}) = 0 and w(N) = 1, and x = alone + surplus·y with y ≥ 0.
    let weights = zip(values, coalitionSums(alone)).map { sign * ($0 - $1) / surplus }
    let shares = try ExcessProgram.with(weights, lower: 0, using: solver, options: options) {
      try $0.lexicographicOptimum(memberCount: memberCount)
    }
    return zip(alone, shares).map { $0 + sign * surplus * $1 }
  }
}

extension ExcessProgram {
  /// Settles coalitions stage by stage until only one split is left.
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
