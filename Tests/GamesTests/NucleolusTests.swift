import GLPKSolver
import Games
import TestSupport
import Testing

@Suite("Nucleolus")
struct NucleolusTests {
  let solver = GLPKSolver()

  @Test(
    "the nucleolus adds up, gives each member its own value, and is in the core if there is one",
    arguments: 0..<40 as Range<UInt64>)
  func core(seed: UInt64) throws {
    let game = try SampleGames.zeroNormalised(seed: seed, count: 3 + Int(seed % 4))
    let splits = try game.splits(using: solver)
    let nucleolus = try #require(splits[.nucleolus])
    #expect(game.splitsTotal(nucleolus.amounts))
    #expect(nucleolus.amounts.allSatisfy { $0 >= -1e-9 })
    #expect(nucleolus.isInCore == !splits.isCoreEmpty)
  }

  @Test(
    "no imputation has a lexicographically smaller vector of excesses",
    arguments: 0..<30 as Range<UInt64>)
  func lexicographic(seed: UInt64) throws {
    let count = 3 + Int(seed % 3)
    let game = try SampleGames.zeroNormalised(seed: seed, count: count)
    let nucleolus = try #require(try game.nucleolus(using: solver))
    let best = excesses(game, nucleolus)
    var generator = SeededGenerator(state: seed)
    for _ in 0..<300 {
      let other = imputation(game, using: &generator)
      for step in [1, 0.1, 0.01, 0.001] {
        let moved = zip(nucleolus, other).map { $0 + step * ($1 - $0) }
        #expect(!isSmaller(excesses(game, moved), than: best))
      }
    }
  }

  @Test(
    "the nucleolus is that of the plain method: all coalitions in every LP, each tested for slack",
    arguments: 0..<16 as Range<UInt64>)
  func plainScheme(seed: UInt64) throws {
    let game = try SampleGames.zeroNormalised(seed: seed, count: 3 + Int(seed % 2))
    let found = try #require(try game.nucleolus(using: solver))
    let expected = try nucleolusBySlack(game, using: solver)
    #expect(isClose(found, expected, within: 1e-5), "\(found), not \(expected)")
  }

  @Test(
    "the nucleolus of a bankruptcy game is the Talmud's rule", arguments: 0..<25 as Range<UInt64>)
  func talmud(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let count = 2 + Int(seed % 7)
    let claims = (0..<count).map { _ in Double(Int.random(in: 0...50, using: &generator)) }
    let estate = claims.reduce(0, +) * Double.random(in: 0...1, using: &generator)
    let game = try SampleGames.bankruptcy(claims: claims, estate: estate)
    let nucleolus = try #require(try game.nucleolus(using: solver))
    let expected = talmud(claims, estate)
    #expect(isClose(nucleolus, expected), "\(nucleolus), not \(expected)")
  }

  @Test(
    "scaling the values and adding an amount for each member scales and adds in the nucleolus",
    arguments: 0..<15 as Range<UInt64>)
  func equivalence(seed: UInt64) throws {
    let game = try SampleGames.zeroNormalised(seed: seed, count: 5)
    let added = [1.5, -2, 0, 40, 7]
    let nucleolus = try #require(try game.nucleolus(using: solver))
    for factor in [1e-6, 1, 1e7] {
      let other = try SampleGames.game(5) { coalition in
        factor * (game[coalition] + coalition.members.reduce(0) { $0 + added[$1] })
      }
      let found = try #require(try other.nucleolus(using: solver))
      #expect(isClose(found.map { $0 / factor }, zip(nucleolus, added).map { $0 + $1 }))
    }
  }

  @Test("a cost game is split as the savings game of its costs", arguments: 0..<15 as Range<UInt64>)
  func duality(seed: UInt64) throws {
    let savings = try SampleGames.zeroNormalised(seed: seed, count: 5)
    let alone = [10.0, 20, 30, 40, 50]
    let costs = try SampleGames.game(5, kind: .cost) { coalition in
      coalition.members.reduce(0) { $0 + alone[$1] } - savings[coalition]
    }
    let weights = [1.0, 2, 3, 4, 5]
    let (saved, paid) = (
      try savings.splits(weights: weights, using: solver), try costs.splits(using: solver)
    )
    for rule in [GameSplits.Rule.shapley, .nucleolus] {
      let (saved, paid) = (try #require(saved[rule]), try #require(paid[rule]))
      #expect(isClose(zip(alone, saved.amounts).map { $0 - $1 }, paid.amounts))
      #expect(saved.isInCore == paid.isInCore)
      #expect(saved.objections.map(\.coalition).count == paid.objections.count)
    }
    #expect(saved.isCoreEmpty == paid.isCoreEmpty)
    #expect(abs((saved.leastCoreValue ?? 0) - (paid.leastCoreValue ?? 0)) < 1e-9)
  }

  @Test("equal members get equal amounts where all excesses are equal", arguments: [2, 7, 12])
  func symmetric(count: Int) throws {
    let game = try SampleGames.game(count) { Double($0.count * $0.count) }
    let nucleolus = try #require(try game.nucleolus(using: solver))
    let share = Double(count)
    #expect(isClose(nucleolus, [Double](repeating: share, count: count)))
  }

  // MARK: Oracles

  private func excesses(_ game: CooperativeGame, _ split: [Double]) -> [Double] {
    (1..<(game.values.count - 1)).map { mask in
      game.values[mask] - Coalition(mask: mask).members.reduce(0) { $0 + split[$1] }
    }.sorted(by: >)
  }

  private func isSmaller(_ a: [Double], than b: [Double]) -> Bool {
    for (x, y) in zip(a, b) where abs(x - y) > 1e-9 { return x < y }
    return false
  }

  /// A random imputation: each member's own value, and random parts of the surplus.
  private func imputation(_ game: CooperativeGame, using generator: inout SeededGenerator)
    -> [Double]
  {
    let alone = game.standAlone
    let surplus = game.total - alone.reduce(0, +)
    let parts = alone.map { _ in
      Bool.random(using: &generator) ? Double.random(in: 0...1, using: &generator) : 0
    }
    let sum = parts.reduce(0, +)
    guard sum > 0 else { return alone.map { $0 + surplus / Double(alone.count) } }
    return zip(alone, parts).map { $0 + surplus * $1 / sum }
  }

  /// Half of the claims limits the awards of a small estate and the losses of a large one.
  private func talmud(_ claims: [Double], _ estate: Double) -> [Double] {
    let halves = claims.map { $0 / 2 }
    let half = halves.reduce(0, +)
    guard estate > half else { return equalAwards(halves, estate) }
    return zip(claims, equalAwards(halves, 2 * half - estate)).map { $0 - $1 }
  }

  /// Equal awards, each at most its limit.
  private func equalAwards(_ limits: [Double], _ amount: Double) -> [Double] {
    var left = amount
    var awards = [Double](repeating: 0, count: limits.count)
    let order = limits.indices.sorted { limits[$0] < limits[$1] }
    for (place, member) in order.enumerated() {
      awards[member] = min(limits[member], left / Double(limits.count - place))
      left -= awards[member]
    }
    return awards
  }
}
