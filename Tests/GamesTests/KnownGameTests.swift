import GLPKSolver
import Games
import Testing

@Suite("Games with known splits")
struct KnownGameTests {
  let solver = GLPKSolver()

  @Test("airport: needs of 1, 3 and 6")
  func airport() throws {
    let splits = try SampleGames.airport(needs: [1, 3, 6]).splits(using: solver)
    let shapley = try #require(splits[.shapley])
    let nucleolus = try #require(splits[.nucleolus])
    #expect(isClose(shapley.amounts, [1.0 / 3, 4.0 / 3, 13.0 / 3]))
    #expect(isClose(nucleolus.amounts, [0.5, 1.25, 4.25]))
    #expect(shapley.isInCore && nucleolus.isInCore)
    #expect(!splits.isCoreEmpty)
  }

  @Test(
    "Talmud: claims of 100, 200 and 300",
    arguments: [
      (100.0, [100.0 / 3, 100.0 / 3, 100.0 / 3]), (200.0, [50.0, 75, 75]),
      (300.0, [50.0, 100, 150]),
    ] as [(Double, [Double])])
  func talmud(estate: Double, expected: [Double]) throws {
    let game = try SampleGames.bankruptcy(claims: [100, 200, 300], estate: estate)
    let nucleolus = try #require(try game.nucleolus(using: solver))
    #expect(isClose(nucleolus, expected), "\(nucleolus)")
    #expect(game.isInCore(nucleolus))
  }

  @Test("glove game: the core is the nucleolus, and coalitions object to the Shapley value")
  func glove() throws {
    let game = try SampleGames.glove()
    let splits = try game.splits(weights: [1, 1, 1], using: solver)
    let nucleolus = try #require(splits[.nucleolus])
    #expect(isClose(nucleolus.amounts, [1, 0, 0]))
    #expect(nucleolus.isInCore)
    let shapley = try #require(splits[.shapley])
    #expect(isClose(shapley.amounts, [2.0 / 3, 1.0 / 6, 1.0 / 6]))
    #expect(!shapley.isInCore)
    #expect(shapley.objections.map { game.name(of: $0.coalition) } == ["m0;m1", "m0;m2"])
    #expect(isClose(shapley.objections.map(\.excess), [1.0 / 6, 1.0 / 6]))
    #expect(!splits.isCoreEmpty)
    #expect(abs(try #require(splits.leastCoreValue)) < 1e-12)
    // The core is that one point: coalitions object to any other split.
    #expect(!game.isInCore([0.99, 0.01, 0]))
    #expect(!game.isInCore([1, 0.01, -0.01]))
  }

  @Test("majority game: the core is empty, by 1/3")
  func majority() throws {
    let game = try SampleGames.majority()
    let splits = try game.splits(using: solver)
    #expect(splits.isCoreEmpty)
    #expect(isClose([try #require(splits.leastCoreValue)], [1.0 / 3]))
    let nucleolus = try #require(splits[.nucleolus])
    #expect(isClose(nucleolus.amounts, [1.0 / 3, 1.0 / 3, 1.0 / 3]))
    #expect(nucleolus.objections.count == 3)
  }

  @Test("without an imputation there is no nucleolus, but a Shapley value and a least core")
  func noImputation() throws {
    let game = try SampleGames.game(3) { [0, 2, 2, 4][$0.count] }
    #expect(!game.hasImputation)
    #expect(game.surplus == -2)
    let splits = try game.splits(using: solver)
    #expect(splits[.nucleolus] == nil)
    #expect(isClose(try #require(splits[.shapley]).amounts, [4.0 / 3, 4.0 / 3, 4.0 / 3]))
    #expect(isClose([try #require(splits.leastCoreValue)], [2.0 / 3]))
    #expect(splits.isCoreEmpty)
  }

  @Test("x_i ≥ v({i}) binds where the core is empty")
  func individualRationality() throws {
    // Without it the pair A;B would push C below 0: (2, 2, −1) has the largest excess 1, not 2.
    let game = try SampleGames.game(3) { coalition in
      switch coalition.members {
      case [0, 1]: 5
      case [0, 1, 2]: 3
      default: 0
      }
    }
    #expect(isClose(try #require(try game.nucleolus(using: solver)), [1.5, 1.5, 0]))
    #expect(isClose([try #require(try game.leastCoreValue(using: solver))], [1]))
  }

  @Test("a single member keeps its value; an additive game leaves nothing to split")
  func trivial() throws {
    let one = try SampleGames.game(1) { $0.count == 1 ? 7 : 0 }
    let splits = try one.splits(weights: [3], using: solver)
    for split in splits.splits {
      #expect(split.amounts == [7])
      #expect(split.isInCore)
    }
    #expect(splits.splits.count == 3)
    #expect(splits.leastCoreValue == nil)
    #expect(!splits.isCoreEmpty)

    let additive = try SampleGames.game(3) { $0.members.reduce(0) { $0 + Double($1 + 1) } }
    #expect(isClose(try #require(try additive.nucleolus(using: solver)), [1, 2, 3]))
    let zero = try SampleGames.game(2) { _ in 0 }
    #expect(try zero.nucleolus(using: solver) == [0, 0])
    #expect(zero.isInCore([0, 0]))
  }

  @Test("a split that does not add up to v(N) is not in the core, even without objections")
  func efficiency() throws {
    let game = try SampleGames.glove()
    #expect(game.objections(to: [1, 1, 1]).isEmpty)
    #expect(!game.isInCore([1, 1, 1]))
  }

  @Test("values that are not a game and weights without a split are refused")
  func refused() throws {
    #expect(throws: GameError.valueCount(found: 3, needed: 4)) {
      try CooperativeGame(members: ["A", "B"], values: [0, 1, 2])
    }
    #expect(throws: GameError.valueOfNobody(1)) {
      try CooperativeGame(members: ["A"], values: [1, 1])
    }
    #expect(throws: GameError.valueNotFinite) {
      try CooperativeGame(members: ["A"], values: [0, .nan])
    }
    #expect(throws: GameError.repeatedMember) {
      try CooperativeGame(members: ["A", "A"], values: [0, 1, 2, 3])
    }
    #expect(throws: GameError.memberCount(0)) { try CooperativeGame(members: [], values: [0]) }
    let game = try SampleGames.glove()
    for weights in [[1, 1], [0, 0, 0], [1, -1, 1], [.infinity, 1, 1]] {
      #expect(throws: GameError.weights) { try game.proportionalSplit(weights: weights) }
    }
    #expect(isClose(try game.proportionalSplit(weights: [1e308, 1e308, 0]), [0.5, 0.5, 0]))
  }
}
