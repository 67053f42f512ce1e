import Statistics
import Studies
import TestSupport
import Testing

@Suite("Which option of a study stays good")
struct RobustnessTests {
  /// Returns of stocks -4, 4, 12, bonds -2, 3, 8 and money 3, 2, 1 in three worlds, as costs 12 minus each.
  private static let returns = (
    study: """
    options:
      - {model: model.yaml, name: stocks, set: {first: B, second: M}}
      - {model: model.yaml, name: bonds, set: {first: S, second: M}}
      - {model: model.yaml, name: money, set: {first: S, second: B}}
    variations:
      - name: calm
        edit:
          - {table: facilities, where: {facility: s}, column: unit_cost, set: 8}
          - {table: facilities, where: {facility: b}, column: unit_cost, set: 9}
          - {table: facilities, where: {facility: m}, column: unit_cost, set: 10}
      - name: boom
        edit:
          - {table: facilities, where: {facility: s}, column: unit_cost, set: 0}
          - {table: facilities, where: {facility: b}, column: unit_cost, set: 4}
          - {table: facilities, where: {facility: m}, column: unit_cost, set: 11}
    claims: [cost <= 9, change_cost < 0]

    """,
    files: [
      "instance.yaml":
        "name: returns\ncurrency: USD\nperiods: [2025]\ndiscount_rate: 0\nhome: A\n",
      "regions.csv": "region\nA\nS\nB\nM\n",
      "facilities.csv":
        "facility,process,region,capacity,unit_cost\ns,p,S,1,16\nb,p,B,1,14\nm,p,M,1,9\n",
      "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0\n",
      "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,*,1,1000\n",
      "assumptions.csv":
        "assumption,table,where,column,low,high,source\na,facilities,,unit_cost,0.9,1.1,assumption: none\n",
      "model.yaml": """
      parameters: {first: B, second: M}
      goals:
        - {kind: reliance, of: A, upon: $first, commodity: g, at_most: 0%, in: 2025}
        - {kind: reliance, of: A, upon: $second, commodity: g, at_most: 0%, in: 2025}

      """,
    ]
  )

  @Test("the regrets of the textbook: 7, 5 and 11")
  func textbook() throws {
    try WorldStudy.read(Self.returns.study, with: Self.returns.files) { study in
      let robustness = Robustness(try WorldStudy.comparison(of: study))
      #expect(!robustness.isSampled)
      let costs = robustness.rows("cost")
      #expect(costs.map(\.policy.option) == ["stocks", "bonds", "money"])
      #expect(costs.map(\.count.withPlan) == [3, 3, 3])
      for (row, expected) in zip(costs, [7.0, 5, 11]) {
        let largest = try #require(row.regret.largest)
        #expect(abs(largest - expected) < 1e-9)
      }
      for (row, expected) in zip(costs, [7.0 / 3, 10.0 / 3, 13.0 / 3]) {
        let mean = try #require(row.regret.mean)
        #expect(abs(mean - expected) < 1e-9)
      }
      #expect(costs.map { ($0.regret.shareBest * 3).rounded() } == [2, 0, 1])
      let spread = try #require(costs[0].spread)
      #expect(abs(spread.mean - 8) < 1e-9 && abs(spread.greatest - 16) < 1e-9)
      let deviation = try #require(spread.standardDeviation)
      #expect(abs(spread.median - 8) < 1e-9 && abs(deviation - 8) < 1e-9)
      let cost = costs[0].measure
      #expect(
        robustness.leastRegret(of: cost, coordination: "joint").map(\.policy.option) == ["bonds"])
      // A change against the first option has the same regret as the figure itself.
      let changes = robustness.rows("change_cost")
      #expect(
        zip(changes, costs).allSatisfy {
          abs(($0.regret.largest ?? 0) - ($1.regret.largest ?? -1)) < 1e-9
        })
      // 8 and 0, 9 and 4, 9; cheaper than stocks in none, in one, in one of the worlds.
      let shares = robustness.claimed.map { ($0.policy.option, $0.claim.text, $0.held) }
      // Stocks against itself says nothing.
      #expect(shares.map(\.2) == [2, nil, 2, 1, 1, 1])
      #expect(changes.map { $0.spread == nil } == [true, false, false])
      #expect(changes.map(\.isAgainstItself) == [true, false, false])
      #expect(costs.allSatisfy { !$0.isAgainstItself && abs($0.size - 16) < 1e-9 })
      #expect(changes.allSatisfy { abs($0.size - 16) < 1e-9 })
      #expect(shares[1].1 == "change_cost < 0" && shares[3].0 == "bonds")
    }
  }

  @Test("an option without a plan where another has one has no largest regret, and is counted")
  func withoutPlan() throws {
    let study = WorldStudy.options + "worlds: {samples: 20, seed: 3}\nclaims: [cost <= 1e9]\n"
    let files = [
      "assumptions.csv": """
      assumption,table,where,column,low,high,distribution,source
      c-capacity,facilities,facility=fc,capacity,0,1,uniform,assumption: made up

      """,
      // What A does not get it cannot do without.
      "model.yaml": WorldStudy.model.replacing(
        "goals:\n",
        with: "goals:\n  - {kind: service, of: A, commodity: g, at_least: 100%, in: 2025}\n"),
    ]
    try WorldStudy.read(study, with: files) { study in
      let worlds = try #require(study.worlds)
      // 40 % of 50 t from B leaves 30 of C's 100·(1 + z) t.
      let expected = worlds.points.count { 100 * (1 + $0[0]) < 30 }
      #expect(expected > 2 && expected < 10)
      let robustness = Robustness(try WorldStudy.comparison(of: study))
      #expect(robustness.isSampled)
      let costs = robustness.rows("cost")
      #expect(costs.map(\.count.withPlan) == [20, 20 - expected])
      #expect(costs.map(\.regret.withoutPlan) == [0, expected])
      // Free costs least in each world.
      #expect(costs[0].regret.largest == 0 && costs[0].regret.shareBest == 1)
      #expect(costs[1].regret.largest == nil && (costs[1].regret.mean ?? 0) > 1)
      #expect(robustness.claimed.map(\.held) == [20, 20 - expected])
      #expect(robustness.claimed.map(\.share) == [1, Double(20 - expected) / 20])
    }
  }

  @Test("a claim on a figure that no plan has is not known")
  func unknownClaim() throws {
    let study =
      WorldStudy.options + "worlds: {samples: 3}\nclaims: [price_of_not_coordinating < 1]\n"
    try WorldStudy.read(study) { study in
      let robustness = Robustness(try WorldStudy.comparison(of: study))
      #expect(robustness.claimed.map(\.held) == [nil, nil])
      #expect(robustness.claimed.map(\.count.worlds) == [3, 3])
    }
  }

  @Test("narrower ranges give a narrower spread around the same mean plan")
  func narrower() throws {
    let study = WorldStudy.options + "worlds: {samples: 30, seed: 5}\n"
    let spread = { (low: Double, high: Double) in
      let assumptions = """
        assumption,table,where,column,low,high,distribution,source
        b-cost,facilities,facility=fb,unit_cost,\(low),\(high),uniform,assumption: made up

        """
      return try WorldStudy.read(study, with: ["assumptions.csv": assumptions]) { study in
        try #require(Robustness(try WorldStudy.comparison(of: study)).rows("cost")[0].spread)
      }
    }
    let (narrow, wide) = (try spread(0.9, 1.2), try spread(0.5, 2))
    #expect(wide.least < narrow.least && narrow.greatest < wide.greatest)
    let deviations = [try #require(narrow.standardDeviation), try #require(wide.standardDeviation)]
    #expect(deviations[0] < deviations[1] / 2)
    #expect(narrow.least < 55 && 55 < narrow.greatest)
  }
}
