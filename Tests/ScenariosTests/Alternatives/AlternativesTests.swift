import CaseSupport
import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("Alternatives")
struct AlternativesTests {
  @Test(
    "ranges contain the optimum and grow with the amount that may be spent",
    arguments: Array(seeds.prefix(8)))
  func rangesNest(seed: UInt64) throws {
    let question = try Question(seed: seed, isLumpy: seed.isMultiple(of: 4))
    let result = try question.plan([Question.reliance(0.4)])
    try #require(result.termination == .optimal)
    let finder = AlternativesFinder(solver: GLPKSolver())
    let found = try [0, 0.01, 0.1].map {
      try finder.find(around: result, within: .shareOfTotal($0))
    }
    for place in found.indices {
      for range in ranges(found[place]) {
        #expect(range.least <= range.optimum + 1e-9)
        #expect(range.optimum <= range.greatest + 1e-9)
      }
      guard place > 0 else { continue }
      for (narrow, wide) in zip(ranges(found[place - 1]), ranges(found[place])) {
        #expect(wide.least <= narrow.least + 1e-5)
        #expect(wide.greatest >= narrow.greatest - 1e-5)
      }
    }
    for origin in found.flatMap(\.origins) {
      #expect(origin.share.least >= 0 && origin.share.greatest <= 1)
    }
    // The goal holds in every plan.
    let rival = try #require(found[2].origins.first { $0.region == 1 })
    #expect(rival.share.greatest <= 0.4 + 1e-6)
  }

  private func ranges(_ found: Alternatives) -> [Alternatives.Range] {
    found.projects.map(\.built.capacity) + found.origins.map(\.share)
  }

  @Test("extremes are those of models that ask for them", arguments: Array(seeds.prefix(6)))
  func extremesAreAttained(seed: UInt64) throws {
    let question = try Question(seed: seed)
    let goals = [Question.reliance(0.6), Question.service(0.5)]
    let result = try question.plan(goals)
    try #require(result.termination == .optimal)
    let found = try AlternativesFinder(solver: GLPKSolver()).find(
      around: result, within: .shareOfTotal(0.05))
    let budget = "{kind: cost, at_most: \(found.limit)}"
    var boundCount = 0
    for origin in found.origins {
      let id = question.instance.regions[origin.region].id
      let cap = { (share: Double, word: String) in
        "{kind: reliance, upon: \(id), commodity: oxide, \(word): \(share), in: last}"
      }
      let share = origin.share
      if share.least > 1e-3 {
        boundCount += 1
        #expect(try question.cost(goals + [budget, cap(share.least - 1e-3, "at_most")]) == nil)
      }
      #expect(
        try question.cost(goals + [budget, cap(min(1, share.least + 1e-4), "at_most")]) != nil)
      if share.greatest < 1 - 1e-3 {
        boundCount += 1
        #expect(try question.cost(goals + [budget, cap(share.greatest + 1e-3, "at_least")]) == nil)
      }
      #expect(
        try question.cost(goals + [budget, cap(max(0, share.greatest - 1e-4), "at_least")]) != nil)
    }
    #expect(boundCount > 0)
  }

  /// A needs 100 and makes nothing; each missing unit costs 10. `cheap` can have a capacity of up to 120, `dear` up
  /// to 60 for a little more, and `whole` has a fixed cost of a million. So up to 60 of the 100 may come from `dear`,
  /// and the rest must come from `cheap`.
  @Test("projects that every plan, some plan or no plan builds are distinguished")
  func verdicts() throws {
    var instance = TwoRegions.instance([(a: 100, b: 0)])
    let projects = [("cheap", 120.0, 1.0, 0.0), ("dear", 60, 1.001, 0), ("whole", 90, 1, 1e6)]
    instance.projects = Table(
      projects.map { id, most, cost, fixed in
        Project(
          id: id, process: 0, region: TwoRegions.a, maxCapacity: most, capex: 1, unitCost: cost,
          fixedCost: fixed)
      })
    let model = Model(name: "m", projects: [0, 1, 2])
    let optimum = try Planner(solver: GLPKSolver()).plan(instance, model)
    let found = try AlternativesFinder(solver: GLPKSolver()).find(
      around: optimum, within: .shareOfTotal(0.05))
    try #require(found.projects.count == 3)
    #expect(found.projects.map(\.built.verdict) == [.must, .option, .never])
    let ranges = found.projects.map(\.built.capacity)
    #expect(found.costOfGoals == nil && found.projects.allSatisfy { $0.withoutGoals == nil })
    // The 5 % would also pay for a shortage of about half a unit.
    #expect(ranges[0].least > 39 && ranges[0].least < 40 + 1e-3)
    #expect(ranges[1].least < 1e-3 && isClose(ranges[1].greatest, 60, within: 1e-4))
    #expect(ranges[2].greatest < 1e-3)
  }

  /// With these numbers the known plans have shares of 1e-16, from rounding. An objective made of such a share
  /// once had costs that no solver's answer could be exact beside.
  @Test("a share that is only rounding counts as none")
  func roundOffShares() throws {
    let instance = try InstanceReader.read(folder: TestPaths.instance("japan-rare-earths"))
    let model = try ModelReader.read(file: TestPaths.model("reliance-cap"), instance: instance)
    let optimum = try Planner(solver: GLPKSolver()).plan(instance, model)
    let found = try AlternativesFinder(solver: GLPKSolver()).find(
      around: optimum, within: .shareOfTotal(1e-4))
    #expect(found.origins.count == instance.regions.count)
    for share in found.origins.map(\.share) {
      #expect(0 <= share.least && share.least <= share.optimum)
      #expect(share.optimum <= share.greatest && share.greatest <= 1)
    }
  }
}
