import Analysis
import CaseSupport
import GLPKSolver
import Planning
import Sourcing
import Testing

@testable import Scenarios

/// Laws of planning without coordination, on random networks of three to five regions.
@Suite("Laws of unilateral plans")
struct UnilateralLawTests {
  private let planner = Planner(solver: GLPKSolver())

  private func account(
    _ instance: Instance, _ model: Model, members: RegionSet
  ) throws -> CoordinationAccount {
    try UnilateralPlanning(instance: instance, model: model, members: members, planner: planner)
      .plan().account
  }

  /// What the planners do together is possible in the joint plan too: claims divide what there is, and a goal on
  /// service is kept by its own region.
  @Test("unilateral plans cost at least as much as the joint plan", arguments: seeds)
  func costsMore(seed: UInt64) throws {
    let question = try Question(seed: seed)
    let allies = try #require(question.instance.regionSet("allies"))
    let account = try account(
      question.instance, question.model([Question.service(0.3)]), members: allies)
    let pairs = [
      (account.sumWithGoals, account.jointWithGoals),
      (account.sumWithoutGoals, account.jointWithoutGoals),
    ]
    for (sum, joint) in pairs { #expect(sum.cost >= joint.cost - 1e-6 * joint.cost) }
    #expect(account.sumWithGoals.cost >= account.sumWithoutGoals.cost - 1e-6)
  }

  @Test("the cost of the sum is the sum of the planners' costs", arguments: seeds)
  func addsUp(seed: UInt64) throws {
    let question = try Question(seed: seed)
    let allies = try #require(question.instance.regionSet("allies"))
    let account = try account(
      question.instance, question.model([Question.service(0.3)]), members: allies)
    #expect(account.planners.map(\.name) == ["R0", "R2", "others"])
    #expect(isClose(account.planners.reduce(0) { $0 + $1.claim }, 1))
    let (withGoals, without) = (
      account.planners.map(\.withGoals.cost), account.planners.map(\.withoutGoals.cost)
    )
    #expect(isClose(account.sumWithGoals.cost, withGoals.reduce(0, +)))
    #expect(isClose(account.sumWithoutGoals.cost, without.reduce(0, +)))
    let capex = account.planners.map(\.withGoals.investment.capex)
    #expect(isClose(account.sumWithGoals.investment.capex, capex.reduce(0, +)))
  }

  @Test("a single planner makes the joint plan", arguments: seeds)
  func singlePlanner(seed: UInt64) throws {
    // Without members, all regions are the planner `others`.
    let question = try Question(seed: seed, isLumpy: seed.isMultiple(of: 4))
    let model = try question.model([Question.reliance(0.3)])
    let account = try account(
      question.instance, model, members: RegionSet(id: "nobody", members: []))
    #expect(account.planners.map(\.name) == ["others"] && account.planners[0].claim == 1)
    #expect(isClose(account.sumWithGoals.cost, account.jointWithGoals.cost))
    #expect(isClose(account.sumWithoutGoals.cost, account.jointWithoutGoals.cost))
    let figures = CoordinationFigures(account)
    let tolerance = 1e-5 * account.jointWithGoals.cost
    #expect(abs(figures.price) <= tolerance && abs(figures.duplicatedCapex) <= tolerance)
  }

  @Test("the order of the members changes no cost", arguments: seeds)
  func order(seed: UInt64) throws {
    let question = try Question(seed: seed)
    let model = try question.model([Question.service(0.3)])
    let members = try #require(question.instance.regionSet("allies")).members
    let (first, second) = (
      try account(question.instance, model, members: RegionSet(id: "a", members: members)),
      try account(
        question.instance, model, members: RegionSet(id: "a", members: members.reversed()))
    )
    #expect(second.planners.map(\.name) == ["R2", "R0", "others"])
    for planner in first.planners {
      let same = try #require(second.planners.first { $0.name == planner.name })
      #expect(same.claim == planner.claim)
      #expect(isClose(same.withGoals.cost, planner.withGoals.cost))
      #expect(isClose(same.withoutGoals.cost, planner.withoutGoals.cost))
    }
    #expect(isClose(first.price, second.price, within: 1e-5))
  }
}
