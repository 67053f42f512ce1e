import CaseSupport
import Formulation
import Foundation
import GLPKSolver
import Planning
import Sourcing
import Testing

@testable import Analysis
@testable import Scenarios
@testable import Studies

@Suite("Figures of a study's runs")
struct RunFigureTests {
  private static func run(seed: UInt64) throws -> PlannedRun {
    let question = try DisruptedQuestion(seed: seed)
    let result = try question.plan(try question.model())
    let plan = try #require(result.plan)
    let runner = StressRunner(
      instance: question.instance, model: result.program.model, plan: plan, solver: GLPKSolver())
    let members = RegionSet(id: "all", members: Array(question.instance.regions.indices))
    let sharings = [Sharing(), Sharing(mode: .quota(0.3), members: members)]
    let runs = try sharings.map { try runner.run(question.instance.disruptions, sharing: $0) }
    return PlannedRun(
      planning: result, plan: plan, cost: result.cost, stress: runs.flatMap(\.disrupted),
      undisturbed: runs.map(\.undisturbed))
  }

  @Test("each figure has its own name, which tables use")
  func names() throws {
    let run = try Self.run(seed: 3)
    var figures = try RunFigures(run, run.view, bills: run.bills)
    let zero = CoordinationAccount.Figures(cost: 0, investment: InvestmentFigures())
    figures.coordination = CoordinationFigures(
      CoordinationAccount(
        planners: [], sumWithGoals: zero, sumWithoutGoals: zero, jointWithGoals: zero,
        jointWithoutGoals: zero))
    let names = figures.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.first == "cost" && names.contains("cost_capital") && names.contains("hhi"))
    #expect(names.contains("lost_worst_own") && names.contains("time_to_survive_quota_30"))
    #expect(names.suffix(2) == ["unused_capacity_beyond_joint", "unused_capex_beyond_joint"])
  }

  @Test("figures are present only if the run has them")
  func missing() throws {
    var run = try Self.run(seed: 4)
    run.stress = []
    let figures = try RunFigures(run, run.view, bills: run.bills)
    #expect(figures.stress.isEmpty && figures.coordination == nil)
    #expect(figures[.stress(.serviceWorst, sharing: "own")] == nil)
    #expect(figures[.coordination(.price)] == nil)
    #expect(figures[.cost] == figures.plan.costs.total)
    #expect(figures.all.allSatisfy { figures[$0] != nil })
    var broken = figures
    broken.plan.stockHeld = .nan
    #expect(broken[.stockHeld] == nil && !broken.all.contains(.stockHeld))
  }

  @Test("the extra cost compares with the plan of the same model without its goals")
  func extraCost() throws {
    var run = try Self.run(seed: 3)
    // Without goals the plan is its own comparison.
    #expect(try RunFigures(run, run.view, bills: run.bills)[.extraCost] == 0)
    #expect(try RunFigures(run, run.view, bills: run.bills)[.extraHomeBill] == 0)
    #expect(try RunFigures(run, run.view, bills: run.bills)[.extraCapex] == 0)

    let question = try DisruptedQuestion(seed: 3)
    let base = try #require(run.planning.plan == nil ? nil : run.planning)
    let model = try question.model(
      "goals: [{kind: reliance, upon: R1, commodity: oxide, at_most: 10%, by: last}]")
    let result = try question.plan(model)
    (run.planning, run.plan, run.cost) = (result, try #require(result.plan), result.cost)
    let late = try RunFigures(run, run.view, bills: run.bills)
    #expect(late.withoutGoals == nil && late[.extraCost] == nil && late[.extraHomeBill] == nil)
    #expect(late[.homeBill] != nil)

    run.withoutGoals = base
    let figures = try RunFigures(run, run.view, bills: run.bills)
    let extra = try #require(figures[.extraCost])
    #expect(extra > 1e-6 && isClose(extra, result.cost - base.cost))
    let bills = [run.view, try #require(PlanView(base))].map {
      Bills($0).bill(of: question.instance.home.members)
    }
    #expect(figures[.homeBill] == bills[0])
    #expect(isClose(try #require(figures[.extraHomeBill]), bills[0] - bills[1]))
    let without = try #require(figures.withoutGoals)
    let invested = InvestmentFigures(
      of: try #require(base.plan), instance: question.instance, producers: base.program.producers)
    #expect(without.capex == invested.capex && without.support == invested.support)
    #expect(figures[.extraCapex] == figures.plan.investment.capex - invested.capex)
    #expect(figures[.extraSupport] == figures.plan.investment.support - invested.support)
    #expect(try #require(figures[.extraCapex]) != 0)
  }

  @Test(
    "what a policy in the objective costs is not known: no plan without it is there",
    arguments: [
      "objective: [{minimise: capex}, {minimise: cost}]", "objective: [{minimise: capex}]",
      DisruptedQuestion.risk(),
    ])
  func policyInObjective(objective: String) throws {
    var run = try Self.run(seed: 3)
    let question = try DisruptedQuestion(seed: 3)
    run.planning = try question.plan(try question.model(objective))
    run.plan = try #require(run.planning.plan)
    let figures = try RunFigures(run, run.view, bills: run.bills)
    #expect(figures.withoutGoals == nil && figures[.cost] != nil && figures[.homeBill] != nil)
    for figure: RunFigure in [.extraCost, .extraHomeBill, .extraCapex, .extraSupport] {
      #expect(figures[figure] == nil)
    }
  }

  @Test("figures that an earlier version stored have no capex without goals")
  func earlier() throws {
    let figures = try JSONDecoder().decode(
      WithoutGoalsFigures.self, from: Data(#"{"cost": 2, "homeBill": 1}"#.utf8))
    #expect(figures == WithoutGoalsFigures(cost: 2, homeBill: 1))
  }

  @Test("a unilateral run is compared with the unilateral plans without goals")
  func extraCostOfUnilateral() throws {
    var run = try Self.run(seed: 3)
    let question = try DisruptedQuestion(seed: 3)
    let goal = "{kind: reliance, upon: R1, commodity: oxide, at_most: 10%, by: last}"
    run.planning = try question.plan(try question.model("goals: [\(goal)]"))
    run.plan = try #require(run.planning.plan)
    run.cost = run.planning.cost
    let plan = { (cost: Double) in
      CoordinationAccount.Figures(cost: cost, investment: InvestmentFigures())
    }
    run.coordination = CoordinationAccount(
      planners: [], sumWithGoals: plan(9), sumWithoutGoals: plan(run.cost - 7),
      jointWithGoals: plan(5), jointWithoutGoals: plan(4))
    let figures = try RunFigures(run, run.view, bills: run.bills)
    #expect(isClose(try #require(figures[.extraCost]), 7))
    #expect(figures[.extraHomeBill] == nil && figures[.homeBill] != nil)
  }

  @Test("figures read back as they were stored, to the last bit", arguments: UInt64(1)...5)
  func stored(seed: UInt64) throws {
    let run = try Self.run(seed: seed)
    let figures = try RunFigures(run, run.view, bills: run.bills)
    let again = try JSONDecoder().decode(
      RunFigures.self, from: try JSONEncoder().encode(figures))
    #expect(again.all == figures.all && again.all.count > 20)
    for figure in figures.all { #expect(again[figure] == figures[figure]) }
    #expect(again.plan.focus?.largestSource == figures.plan.focus?.largestSource)
  }

  @Test("figures of unilateral plans are their sum compared with the joint plan")
  func coordination() {
    let plan = { (cost: Double, capex: Double, idle: Double) in
      CoordinationAccount.Figures(
        cost: cost,
        investment: InvestmentFigures(
          capex: capex, support: 0, idleCapacity: idle, idleCapex: 3 * idle))
    }
    let figures = CoordinationFigures(
      CoordinationAccount(
        planners: [], sumWithGoals: plan(150, 40, 5), sumWithoutGoals: plan(110, 20, 2),
        jointWithGoals: plan(120, 25, 1), jointWithoutGoals: plan(100, 10, 0)))
    // The goals cost 40 more in unilateral plans, and 20 more in the joint plan.
    #expect(figures.price == 20 && figures.jointCost == 120)
    #expect(figures.duplicatedCapex == 15)
    #expect(figures.idleCapacityBeyondJoint == 4 && figures.idleCapexBeyondJoint == 12)
  }
}
