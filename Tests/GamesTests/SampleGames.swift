import Games
import TestSupport

/// Games with known answers, and seeded random ones.
enum SampleGames {
  static func names(_ count: Int) -> [String] { (0..<count).map { "m\($0)" } }

  static func game(
    _ count: Int, kind: CooperativeGame.Kind = .savings, _ value: (Coalition) -> Double
  ) throws -> CooperativeGame {
    try CooperativeGame(
      members: names(count), values: (0..<(1 << count)).map { value(Coalition(mask: $0)) },
      kind: kind)
  }

  /// c(S) = the longest runway that a member of S needs.
  static func airport(needs: [Double]) throws -> CooperativeGame {
    try game(needs.count, kind: .cost) { $0.members.map { needs[$0] }.max() ?? 0 }
  }

  /// v(S) = what is left of the estate after the claims of the others are paid in full.
  static func bankruptcy(claims: [Double], estate: Double) throws -> CooperativeGame {
    let all = Coalition(members: claims.indices)
    return try game(claims.count) { coalition in
      let others = all.members.filter { !coalition.contains($0) }
      return max(0, estate - others.reduce(0) { $0 + claims[$1] })
    }
  }

  /// A left glove (member 0) and two right gloves: a pair is worth 1.
  static func glove() throws -> CooperativeGame {
    try game(3) { $0.contains(0) && $0.count > 1 ? 1 : 0 }
  }

  /// Any two of three win 1: the core is empty.
  static func majority() throws -> CooperativeGame { try game(3) { $0.count > 1 ? 1 : 0 } }

  // MARK: Seeded

  /// Whole values, so that many coalitions have equal excesses; some games have an empty core, some no imputation.
  static func random(seed: UInt64, count: Int) throws -> CooperativeGame {
    var generator = SeededGenerator(state: seed)
    return try game(count) { coalition in
      coalition.mask == 0
        ? 0 : Double(Int.random(in: 0...(3 * coalition.count), using: &generator))
    }
  }

  /// A game with imputations: each single member has 0.
  static func zeroNormalised(seed: UInt64, count: Int) throws -> CooperativeGame {
    var generator = SeededGenerator(state: seed)
    return try game(count) { coalition in
      coalition.count < 2
        ? 0 : Double(Int.random(in: 0...(2 * coalition.count), using: &generator))
    }
  }

  /// v(S) = Σ of dividends ≥ 0 over the subsets of S: such a game is convex.
  static func convex(seed: UInt64, count: Int) throws -> CooperativeGame {
    var generator = SeededGenerator(state: seed)
    let dividends = (0..<(1 << count)).map {
      $0 == 0 ? 0 : Double.random(in: 0...1, using: &generator)
    }
    return try game(count) { coalition in
      dividends.indices.filter { $0 & coalition.mask == $0 }.reduce(0) { $0 + dividends[$1] }
    }
  }
}

func isClose(
  _ found: [Double], _ expected: [Double], within tolerance: Double = 1e-9
) -> Bool {
  found.count == expected.count
    && zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
}
