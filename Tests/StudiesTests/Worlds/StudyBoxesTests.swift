import Statistics
import Studies
import TestSupport
import Testing

@Suite("Where claims of a study fail")
struct StudyBoxesTests {
  /// The cost of B is 0.5 to 3, that of C 1.6 to 2.4; C's capacity is always enough.
  private static let files = [
    "assumptions.csv": """
    assumption,table,where,column,low,high,distribution,source
    b-cost,facilities,facility=fb,unit_cost,0.5,3,uniform,assumption: made up
    c-cost,facilities,facility=fc,unit_cost,0.8,1.2,uniform,assumption: made up
    c-capacity,facilities,facility=fc,capacity,1,2,uniform,assumption: made up

    """
  ]

  @Test("is the box that was planted, for the option that it is about")
  func planted() throws {
    // A buys 50 t where they are cheapest, and a lane costs 0.1: it pays 110 where B and C cost 2.1 or more. The capped
    // option pays more of C, so that it fails in other worlds.
    let study = WorldStudy.options + "worlds: {samples: 400, seed: 3}\nclaims: [cost < 110]\n"
    try WorldStudy.read(study, with: Self.files) { study in
      let boxes = try WorldStudy.comparison(of: study).boxes
      let free = boxes.found.filter { $0.policy.option == "free" }
      #expect(free.map(\.failure) == ["cost < 110"])
      let box = try #require(free.first?.box)
      let names = box.limits.map { boxes.worlds?.factors[$0.factor].name }
      try #require(names == ["b-cost", "c-cost"])
      // 1 + 2·z of B is 2.1 at 0.55, and 2·(1 + 0.2·z) of C at 0.25. 5 % of the range is 0.1.
      #expect(abs(box.limits[0].from - 0.55) <= 0.1 && box.limits[0].to == 1)
      #expect(abs(box.limits[1].from - 0.25) <= 0.1 && box.limits[1].to == 1)
      #expect(box.coverage > 0.85 && box.density > 0.85)
      #expect(boxes.found.contains { $0.policy.option == "capped" && $0.claim != nil })
      #expect(boxes.unexplained.isEmpty)
    }
  }

  @Test("is the box in which an option has no plan, and no plan is a failure of each claim")
  func withoutPlan() throws {
    let study = WorldStudy.options + "worlds: {samples: 60, seed: 3}\nclaims: [cost <= 1e9]\n"
    let files = [
      "assumptions.csv": """
      assumption,table,where,column,low,high,distribution,source
      c-capacity,facilities,facility=fc,capacity,0,1,uniform,assumption: made up

      """,
      "model.yaml": WorldStudy.model.replacing(
        "goals:\n",
        with: "goals:\n  - {kind: service, of: A, commodity: g, at_least: 100%, in: 2025}\n"),
    ]
    try WorldStudy.read(study, with: files) { study in
      let found = try WorldStudy.comparison(of: study).boxes.found
      // 40 % of 50 t from B leaves 30 of C's 100·(1 + z) t.
      #expect(found.map(\.policy.option) == ["capped", "capped"])
      #expect(found.map(\.failure) == ["no plan", "cost <= 1e9"])
      for it in found {
        let limit = try #require(it.box.limits.first)
        #expect(it.box.limits.count == 1 && limit.from == -1 && abs(limit.to + 0.7) <= 0.05)
      }
    }
  }

  @Test("leaves out claims that say nothing, and names those that no box explains")
  func nothing() throws {
    let study =
      WorldStudy.options
      + "worlds: {samples: 12, seed: 3}\nclaims: [change_cost < -1, cost < 68, price_of_not_coordinating < 1]\n"
    try WorldStudy.read(study, with: Self.files) { study in
      let comparison = try WorldStudy.comparison(of: study)
      let boxes = comparison.boxes
      let all =
        boxes.found.map { ($0.policy.option, $0.failure) }
        + boxes.unexplained.map {
          ($0.policy.option, $0.failure)
        }
      // The first option against itself, a claim that holds nowhere, and a figure that no plan has.
      #expect(all.allSatisfy { $0.1 == "cost < 68" })
      #expect(Comparison(comparison.records, claims: comparison.claims).boxes.found.isEmpty)
    }
  }

  @Test("does not look at worlds for Sobol indices or of which no answer is known")
  func counted() throws {
    let study =
      WorldStudy.options + "worlds: {samples: 30, seed: 3, sobol: 4}\nclaims: [cost < 80]\n"
    try WorldStudy.read(study) { study in
      let comparison = try WorldStudy.comparison(of: study)
      let boxes = comparison.boxes
      #expect(!boxes.found.isEmpty)
      let changed = comparison.records.map { record in
        guard record.isForIndices else { return record }
        var record = record
        (record.status, record.figures) = (.infeasible, nil)
        return record
      }
      let again = Comparison(
        changed, claims: comparison.claims, worlds: comparison.worlds
      ).boxes
      #expect(again.found.map(\.box) == boxes.found.map(\.box))
      let first = Robustness(comparison)
      let second = Robustness(
        Comparison(changed, claims: comparison.claims, worlds: comparison.worlds))
      #expect(first.measured == second.measured && first.claimed == second.claimed)
      #expect(first.measured.allSatisfy { $0.count.worlds == 30 })
      // Worlds without an answer are left out, though no claim holds there.
      let unanswered = comparison.records.map { record in
        guard record.isCounted, record[.cost].map({ $0 >= 80 }) == true else { return record }
        var record = record
        (record.status, record.figures) = (.timeLimit, nil)
        return record
      }
      let none = Comparison(
        unanswered, claims: comparison.claims, worlds: comparison.worlds
      ).boxes
      #expect(none.found.isEmpty && none.unexplained.isEmpty)
    }
  }

  @Test("count worlds whose data contradict each other as worlds without a plan, as shares do")
  func contradictions() throws {
    let study = WorldStudy.options + "worlds: {samples: 30, seed: 3}\nclaims: [cost < 80]\n"
    try WorldStudy.read(study) { study in
      let comparison = try WorldStudy.comparison(of: study)
      let boxes = comparison.boxes.found
      #expect(!boxes.isEmpty && boxes.allSatisfy { $0.failure == "cost < 80" })
      // What cost too much can now not be read.
      let records = comparison.records.map { record in
        guard record.isCounted, record[.cost].map({ $0 >= 80 }) == true else { return record }
        var record = record
        (record.status, record.figures) = (.badInput, nil)
        return record
      }
      let broken = Comparison(records, claims: comparison.claims, worlds: comparison.worlds)
      #expect(broken.boxes.found.map(\.failure) == boxes.flatMap { ["no plan", $0.failure] })
      #expect(broken.boxes.found.map(\.box) == boxes.flatMap { [$0.box, $0.box] })
      for row in Robustness(broken).claimed {
        #expect(row.count.worlds == 30 && row.count.withoutAnswer == 0)
        let fails = 30 - Double(try #require(row.held))
        for box in broken.boxes.found.filter({ $0.policy == row.policy }).map(\.box) {
          // The failures in the box, by all failures of the shares and by all worlds.
          #expect(abs(box.coverage * fails - box.density * box.mass * 30) < 1e-9)
        }
      }
    }
  }
}
