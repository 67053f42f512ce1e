import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import Testing

@Suite("Alternatives")
struct AlternativesTests {
  @Test(
    "ranges contain the optimum and nest as more may be spent", arguments: Array(seeds.prefix(8)))
  func rangesNest(seed: UInt64) throws {
    let question = try Question(seed: seed, isLumpy: seed.isMultiple(of: 4))
    let result = try question.plan([Question.reliance(0.4)])
    try #require(result.termination == .optimal)
    let finder = AlternativesFinder(solver: GLPKSolver())
    let found = try [0, 0.01, 0.1].map { try finder.find(around: result, within: $0) }
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
    found.projects.map(\.capacity) + found.origins.map(\.share)
  }

  @Test("extremes are those of models that ask for them", arguments: Array(seeds.prefix(6)))
  func extremesAreAttained(seed: UInt64) throws {
    let question = try Question(seed: seed)
    let goals = [Question.reliance(0.6), Question.service(0.5)]
    let result = try question.plan(goals)
    guard result.termination == .optimal else { return }
    let found = try AlternativesFinder(solver: GLPKSolver()).find(around: result, within: 0.05)
    let budget = "{kind: cost, at_most: \(found.limit)}"
    for origin in found.origins {
      let id = question.instance.regions[origin.region].id
      let cap = { (share: Double, word: String) in
        "{kind: reliance, upon: \(id), commodity: oxide, \(word): \(share), in: last}"
      }
      let share = origin.share
      if share.least > 1e-3 {
        #expect(try question.cost(goals + [budget, cap(share.least - 1e-3, "at_most")]) == nil)
      }
      #expect(
        try question.cost(goals + [budget, cap(min(1, share.least + 1e-4), "at_most")]) != nil)
      if share.greatest < 1 - 1e-3 {
        #expect(try question.cost(goals + [budget, cap(share.greatest + 1e-3, "at_least")]) == nil)
      }
      #expect(
        try question.cost(goals + [budget, cap(max(0, share.greatest - 1e-4), "at_least")]) != nil)
    }
  }

  @Test("projects that every plan builds, some build, none builds are told apart")
  func verdicts() throws {
    let question = try Question(seed: 3)
    let none = try question.plan([])
    let found = try AlternativesFinder(solver: GLPKSolver()).find(around: none, within: 0.2)
    for entry in found.projects {
      switch entry.verdict {
      case .must: #expect(entry.capacity.least > 0)
      case .option: #expect(entry.capacity.least < 1e-3 && entry.capacity.greatest > 0)
      case .never: #expect(entry.capacity.greatest < 1e-3)
      }
    }
  }
}
