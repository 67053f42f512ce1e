import Statistics
import Testing

@Suite("Regret")
struct RegretTests {
  /// Returns of stocks, bonds and money in three worlds.
  private static let returns: [[Double]] = [[-4, 4, 12], [-2, 3, 8], [3, 2, 1]]

  @Test("is that of the textbook: stocks, bonds and money, as costs and as returns")
  func textbook() {
    let costs = Regret(values: Self.returns.map { $0.map { 12 - $0 } }, moreIsBetter: false)
    #expect(costs.options.map(\.largest) == [7, 5, 11])
    #expect(costs.regrets == [[7, 0, 0], [5, 1, 4], [0, 2, 11]])
    let means = [7, 10, 13].map { $0 / 3.0 as Double? }
    #expect(costs.options.map(\.mean) == means)
    let shares = [2, 0, 1].map { $0 / 3.0 }
    #expect(costs.options.map(\.shareBest) == shares)
    #expect(costs.options.map(\.withoutPlan) == [0, 0, 0] && costs.worldsWithoutPlan == 0)
    #expect(Regret(values: Self.returns, moreIsBetter: true) == costs)
  }

  @Test("is “no plan” where another option has a plan, and nothing where none has one")
  func withoutPlan() {
    let regret = Regret(
      values: [[5, nil, nil, 4], [3, 1, nil, 4], [nil, nil, nil, nil]], moreIsBetter: false)
    #expect(regret.regrets == [[2, nil, nil, 0], [0, 0, nil, 0], [nil, nil, nil, nil]])
    #expect(regret.options.map(\.largest) == [nil, 0, nil])
    #expect(regret.options.map(\.mean) == [1, 0, nil])
    #expect(regret.options.map(\.withoutPlan) == [1, 0, 3])
    #expect(regret.options.map(\.shareBest) == [0.25, 0.75, 0])
    #expect(regret.worldsWithoutPlan == 1)
  }

  @Test("of one option alone, and in worlds where nobody has a plan, is no “no plan”")
  func alone() {
    let regret = Regret(values: [[nil, 7]], moreIsBetter: false)
    #expect(regret.options[0] == .init(largest: 0, mean: 0, withoutPlan: 0, shareBest: 0.5))
    let none = Regret(values: [[nil], [nil]], moreIsBetter: false)
    let option = Regret.Option(largest: nil, mean: nil, withoutPlan: 0, shareBest: 0)
    #expect(none.options == [option, option] && none.worldsWithoutPlan == 1)
    #expect(Regret(values: [], moreIsBetter: true).options.isEmpty)
    #expect(Regret(values: [[]], moreIsBetter: true).options == [option])
  }

  @Test("counts as best what differs from the best value by round-off only")
  func ties() {
    let regret = Regret(
      values: [[1e6, 0, 3], [1e6 + 1e-6, 1e-12, 3], [1e6 + 1, 0.5, 3]], moreIsBetter: false)
    #expect(regret.options.map(\.shareBest) == [1, 1, 1.0 / 3])
  }

  @Test("of differences counts as best what differs by the rounding of the figures subtracted")
  func tiesOfDifferences() {
    let changes: [[Double?]] = [[0, 0], [1e-13, -1e-13], [2e-13, 5]]
    let alone = Regret(values: changes, moreIsBetter: false)
    #expect(alone.options.map(\.shareBest) == [1, 1, 0.5])
    // All that is there is noise: next to nothing but itself it looks like a difference.
    let noise = changes.map { Array($0.prefix(1)) }
    #expect(Regret(values: noise, moreIsBetter: false).options.map(\.shareBest) == [1, 0, 0])
    let sized = Regret(values: noise, moreIsBetter: false, size: 1000)
    #expect(sized.options.map(\.shareBest) == [1, 1, 1])
    let real = Regret(values: [[0, 1], [1e-3, 0]], moreIsBetter: false, size: 1000)
    #expect(real.options.map(\.shareBest) == [0.5, 0.5])
  }

  @Test("is never made smaller by another option, and is 0 for the best")
  func moreOptions() {
    var compared = 0
    for seed in 0..<20 as Range<UInt64> {
      let factors = (0..<4).map { UncertainFactor(name: "\($0)", shape: .uniform) }
      let worlds = LatinHypercube(factors: factors, samples: 30, seed: seed).points
      let values = factors.indices.map { option in worlds.map { $0[option] as Double? } }
      let few = Regret(values: Array(values.dropLast()), moreIsBetter: false)
      let all = Regret(values: values, moreIsBetter: false)
      for (before, after) in zip(few.options, all.options) {
        #expect(before.largest ?? .infinity <= after.largest ?? -.infinity)
        compared += 1
      }
      #expect((0..<30).allSatisfy { world in all.regrets.contains { $0[world] == 0 } })
    }
    #expect(compared == 60)
  }
}
