import Games
import TestSupport
import Testing

@Suite("Shapley value")
struct ShapleyTests {
  @Test("efficiency: the Shapley value adds up to v(N)", arguments: 1...12)
  func efficiency(count: Int) throws {
    let game = try SampleGames.random(seed: UInt64(count), count: count)
    #expect(game.splitsTotal(game.shapleyValue()))
  }

  @Test(
    "symmetry: other names and another order of members change nothing",
    arguments: 0..<20 as Range<UInt64>)
  func symmetry(seed: UInt64) throws {
    let game = try SampleGames.random(seed: seed, count: 5)
    var generator = SeededGenerator(state: seed)
    let place = (0..<5).shuffled(using: &generator)
    let moved = try SampleGames.game(5) { coalition in
      game[Coalition(members: (0..<5).filter { coalition.contains(place[$0]) })]
    }
    let (before, after) = (game.shapleyValue(), moved.shapleyValue())
    #expect(isClose((0..<5).map { after[place[$0]] }, before))
  }

  @Test(
    "dummy: a member that adds d to every coalition gets d, and the others are not affected",
    arguments: 0..<20 as Range<UInt64>)
  func dummy(seed: UInt64) throws {
    let game = try SampleGames.random(seed: seed, count: 4)
    let larger = try SampleGames.game(5) { coalition in
      game[Coalition(mask: coalition.mask & 15)] + (coalition.contains(4) ? 2.5 : 0)
    }
    #expect(isClose(larger.shapleyValue(), game.shapleyValue() + [2.5]))
  }

  @Test(
    "additivity: the value of a sum is the sum of the values", arguments: 0..<20 as Range<UInt64>)
  func additivity(seed: UInt64) throws {
    let first = try SampleGames.random(seed: seed, count: 6)
    let second = try SampleGames.convex(seed: seed + 100, count: 6)
    let sum = try SampleGames.game(6) { first[$0] + second[$0] }
    let expected = zip(first.shapleyValue(), second.shapleyValue()).map { $0 + $1 }
    #expect(isClose(sum.shapleyValue(), expected))
  }

  @Test(
    "the Shapley value is the mean over all orders of joining", arguments: 0..<10 as Range<UInt64>)
  func orders(seed: UInt64) throws {
    let game = try SampleGames.random(seed: seed, count: 4)
    var sums = [0.0, 0, 0, 0]
    let orders = permutations(Array(0..<4))
    for order in orders {
      var mask = 0
      for member in order {
        let joined = mask | 1 << member
        sums[member] += game.values[joined] - game.values[mask]
        mask = joined
      }
    }
    #expect(orders.count == 24)
    #expect(isClose(game.shapleyValue(), sums.map { $0 / 24 }))
  }

  @Test("the Shapley value of a convex game is in its core", arguments: 0..<20 as Range<UInt64>)
  func convex(seed: UInt64) throws {
    let game = try SampleGames.convex(seed: seed, count: 6)
    #expect(game.isInCore(game.shapleyValue()))
  }

  @Test("in an airport game, each piece of runway is shared equally by all who need it")
  func airport() throws {
    let needs = [2.0, 3, 3, 7, 11, 20, 21, 30]
    var expected: [Double] = []
    var share = 0.0
    var built = 0.0
    for (place, need) in needs.enumerated() {
      share += (need - built) / Double(needs.count - place)
      built = need
      expected.append(share)
    }
    #expect(isClose(try SampleGames.airport(needs: needs).shapleyValue(), expected))
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { first in
      permutations(items.filter { $0 != first }).map { [first] + $0 }
    }
  }
}
