import CaseSupport
import Formulation
import GLPKSolver
import Planning
import Scenarios
import Sourcing
import TestSupport
import Testing

@Suite("What alternatives may cost")
struct AllowanceTests {
  private let finder = AlternativesFinder(solver: GLPKSolver())

  @Test("an allowance is money, or a share of what the goals cost, or of the total cost")
  func forms() throws {
    var compared = 0
    for seed in seeds.prefix(6) {
      let question = try Question(seed: seed)
      let result = try question.plan([Question.reliance(0.3)])
      let free = try question.plan([])
      guard result.plan != nil else { continue }
      let extra = result.objective - free.objective
      let found = try [
        Alternatives.Allowance.shareOfPolicy(0.5), .money(extra / 2),
        .shareOfTotal(extra / 2 / result.objective),
      ].map { try finder.find(around: result, within: $0) }
      for one in found {
        #expect(isClose(one.allowance, extra / 2))
        #expect(isClose(one.limit, result.objective + extra / 2))
        #expect(isClose(try #require(one.costOfGoals), extra))
      }
      compared += extra > 1e-3 * result.objective ? 1 : 0
    }
    #expect(compared > 2, "goals that cost nothing show nothing")
  }

  @Test("a share of what the goals cost has no meaning for a model without goals")
  func noGoals() throws {
    let question = try Question(seed: 1)
    let free = try question.plan([]).program.model
    let limited = try question.plan([Question.reliance(0.3)]).program.model
    #expect(throws: ValueProblems.self) {
      try Alternatives.Allowance.shareOfPolicy(0.5).check(for: free)
    }
    try Alternatives.Allowance.shareOfPolicy(0.5).check(for: limited)
    for allowance in [Alternatives.Allowance.money(1), .shareOfTotal(0.1)] {
      try allowance.check(for: free)
    }
    #expect(throws: ValueProblems.self) {
      try Alternatives.Allowance.money(-1).check(for: limited)
    }
  }

  @Test("plans without goals are those of the same model that asks for none")
  func withoutGoals() throws {
    var differing = 0
    for seed in seeds.prefix(6) {
      let question = try Question(seed: seed, isLumpy: seed.isMultiple(of: 3))
      let result = try question.plan([Question.reliance(0.3)])
      let free = try question.plan([])
      guard result.plan != nil, !result.program.model.projects.isEmpty else { continue }
      let found = try finder.find(around: result, within: .shareOfPolicy(0.4))
      let given = try finder.find(around: result, within: .shareOfPolicy(0.4), withoutGoals: free)
      let alone = try finder.find(around: free, within: .money(found.allowance))
      for (place, project) in found.projects.enumerated() {
        let other = try #require(project.withoutGoals)
        let wanted = alone.projects[place].built
        #expect(isClose(other.capacity.least, wanted.capacity.least, within: 1e-4))
        #expect(isClose(other.capacity.greatest, wanted.capacity.greatest, within: 1e-4))
        #expect(other.verdict == wanted.verdict)
        #expect(given.projects[place].withoutGoals?.verdict == other.verdict)
        differing += other.verdict == project.built.verdict ? 0 : 1
      }
    }
    #expect(differing > 0, "otherwise the goals build nothing")
  }

  /// A needs 100. B makes them for 1, the projects `home`, `anyway` and `dear` in A for 2, 0.5 and 9, of which 1, 0.1
  /// and 8 are capital. Half must come from A, and `anyway` can make 20: it is built without the goal too, `home`
  /// because of it.
  @Test("what the goal causes differs from what is built anyway")
  func causes() throws {
    var instance = TwoRegions.instance([(a: 100, b: 0)])
    instance.facilities = [
      TwoRegions.facility("mine", in: TwoRegions.b, capacity: [200], unitCost: 1)
    ]
    instance.lanes = TwoRegions.lanes(of: instance, unitCost: 0)
    let projects = [("home", 100.0, 20.0, 1.0), ("anyway", 20, 2, 0.4), ("dear", 100, 160, 1)]
    instance.projects = Table(
      projects.map { id, most, capex, cost in
        Project(
          id: id, process: 0, region: TwoRegions.a, maxCapacity: most, capex: capex,
          unitCost: cost)
      })
    let model = Model(
      for: instance,
      goals: [
        .reliance(upon: TwoRegions.b, commodity: CommodityIndex(0), atMost: 0.5, in: instance)
      ]
    )
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    let found = try finder.find(around: result, within: .shareOfPolicy(0.1))
    // 30 units that cost 1 more.
    #expect(isClose(try #require(found.costOfGoals), 30) && isClose(found.allowance, 3))
    #expect(found.projects.map(\.built.verdict) == [.must, .must, .option])
    #expect(found.projects.map { $0.withoutGoals?.verdict } == [.option, .must, .option])
    #expect(isClose(found.projects[0].built.capacity.optimum, 30))
    #expect(found.projects[0].withoutGoals?.capacity.optimum == 0)
    let capacity = try #require(found.projects[1].withoutGoals?.capacity)
    #expect(isClose(capacity.optimum, 20) && isClose(capacity.least, 14))
  }
}
