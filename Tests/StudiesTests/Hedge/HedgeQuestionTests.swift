import Sourcing
import Tables
import TestSupport
import Testing

@testable import Studies

@Suite("The question what to order now")
struct HedgeQuestionTests {
  private func question(_ study: Study) -> HedgeQuestion {
    HedgeQuestion(study: study, option: 0, until: 0)
  }

  @Test("Given probabilities stand, and the worlds without one share the rest")
  func probabilities() throws {
    let dear = { (number: Int, further: String) in
      OnePlant.variation("dear\(number)", "projects", "capex", "multiply: 2", further)
    }
    let probabilities = { (further: [String], worlds: String) in
      self.question(
        try OnePlant.study(further.enumerated().map { dear($0, $1) }, worlds: worlds)
      ).probabilities
    }
    let isClose = { (a: [Double], b: [Double]) in
      a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-12 }
    }
    #expect(isClose(try probabilities(["", ""], ""), [1.0 / 3, 1.0 / 3, 1.0 / 3]))
    #expect(isClose(try probabilities([", probability: 0.5", ""], ""), [0.25, 0.5, 0.25]))
    #expect(
      isClose(try probabilities([", probability: 0.4", ", probability: 60%"], ""), [0, 0.4, 0.6]))
    #expect(
      isClose(
        try probabilities([", probability: 0.4", ""], "worlds: {samples: 4, seed: 1}"),
        [0.1, 0.4, 0.1, 0.1, 0.1, 0.1, 0.1]))
    #expect(isClose(try probabilities([], ""), [1]))
  }

  @Test("Sampled worlds are worlds")
  func sampled() throws {
    let study = try OnePlant.study(
      [OnePlant.variation("dear", "projects", "unit_cost", "set: 5")],
      worlds: "worlds: {samples: 5, seed: 3}")
    let sample = try #require(study.worlds)
    let hedge = try #require(try study.hedged(until: "2026").hedge)
    #expect(
      hedge.worlds.map(\.name) == ["as-is", "dear"] + (1...5).map { "world-00\($0)" })
    // B's price is 10 times 0.2 to 1, or 1 to 2. A ton of the plant costs 5, in the dear world 9. The plant's running cost is
    // below every price, so whatever is ordered is used.
    let prices =
      [10.0, 10] + sample.points.map { 10 * ($0[0] < 0 ? 1 + 0.8 * $0[0] : 1 + $0[0]) }
    let plant = [5.0, 9, 5, 5, 5, 5, 5]
    let first = hedge.common("plant", "2025")
    let ordered = 2 * first + hedge.common("plant", "2026")
    for (place, world) in hedge.worlds.enumerated() {
      let own = 100 * min(prices[place], plant[place])
      #expect(abs(world.ownCost - own) < 1e-6, "\(world.name)")
      let cost = ordered * plant[place] + (100 - ordered) * prices[place]
      #expect(abs(world.cost - cost) < 1e-6, "\(world.name)")
    }
    // The share s of the plant gives the regret of the world in which it saves most, or costs most.
    let savings = zip(prices, plant).map { $0 - $1 }
    let (most, least) = (savings.max() ?? 0, savings.min() ?? 0)
    try #require(most > 0 && least < 0)
    #expect(abs(hedge.worstRegret - 100 * most * -least / (most - least)) < 1e-3)
  }

  @Test("A sampled world whose moved tables break a rule has no plan, and is left out")
  func brokenWorlds() throws {
    let files = [
      "facilities.csv": "facility,process,region,capacity,unit_cost,minimum\nfb,p,B,100,10,40\n",
      "assumptions.csv":
        "assumption,table,where,column,low,high,distribution,source\n"
        + "room,facilities,facility=fb,capacity,0.2,1,uniform,assumption: made up\n",
    ]
    let sampled = try OnePlant.study([], worlds: "worlds: {samples: 12, seed: 3}", with: files)
    let sample = try #require(sampled.worlds)
    // Capacity 100·(1 + 0.8·z) below the least output of 40.
    let broken = sample.points.indices.filter { 100 * (1 + 0.8 * sample.points[$0][0]) < 40 }
    try #require(broken.count >= 2 && broken.count <= 10)
    let names = sample.points.indices.map { "world-" + String("00\($0 + 1)".suffix(3)) }
    let hedge = try #require(try sampled.hedged(until: "2026", comparing: true).hedge)
    #expect(hedge.leftOut.map(\.name) == broken.map { names[$0] })
    #expect(
      hedge.worlds.map(\.name)
        == ["as-is"] + names.indices.filter { !broken.contains($0) }.map { names[$0] })
    #expect(abs(hedge.worlds.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
    // A mistake in a model is still an error, also if worlds are sampled.
    let mistaken = try OnePlant.study(
      [], worlds: "worlds: {samples: 3, seed: 3}",
      with: ["model.yaml": "objective: [shortage, cost]\n"])
    #expect(throws: InputProblems.self) { try mistaken.hedged(until: "2026") }
  }

  @Test(
    "A model of which the cost of a world is not one number is an error",
    arguments: [
      ("objective: [shortage, cost]", "has 2 stages of its objective"),
      ("risk: {against: all, in: last, cvar: {alpha: 0.9, weight: 0.5}}", "has `risk`"),
      ("others_keep: 50%", "has `others_keep` above 0"),
    ])
  func refused(line: String, message: String) throws {
    let study = try OnePlant.study(
      [],
      with: [
        "model.yaml": line + "\n",
        "disruptions.csv":
          "disruption,effect,region,factor,months,probability\nban,exports,B,0,6,0.1\n",
      ])
    let error = try #require(throws: InputProblems.self) { try study.hedged(until: "2025") }
    #expect(error.problems.count == 1 && error.problems[0].description.contains(message))
    #expect(error.problems[0].description.contains("the model of the option `plan`"))
  }
}
