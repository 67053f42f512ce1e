import CaseSupport
import Foundation
import GLPKSolver
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("Goals in the plan without goals, and demand that is not served")
struct PlanWithoutGoalsTests {
  /// The plan with a goal, judged against the one without.
  private func judged(_ goal: String, with further: [String: String] = [:]) throws -> [GoalOutcome]
  {
    try withTemporaryFolder { folder in
      try OneBuyer.write(to: folder, goal: goal, with: further)
      let instance = try InstanceReader.read(folder: folder.path)
      let model = try ModelReader.read(
        file: folder.appending(path: "model.yaml").path, instance: instance)
      return try Self.judged(instance, model)
    }
  }

  private static func judged(_ instance: Instance, _ model: Model) throws -> [GoalOutcome] {
    let planner = Planner(solver: GLPKSolver())
    var result = try planner.plan(instance, model)
    try result.judge(
      withoutGoals: try planner.plan(instance, model.withoutGoals), solver: planner.solver)
    return result.goals
  }

  @Test("the plan without goals buys all from B: a cap holds without the goals only if it is 100%")
  func holds() throws {
    for (cap, isMet) in [("40%", false), ("99%", false), ("100%", true)] {
      let outcome = try #require(
        try judged("kind: reliance, upon: B, commodity: g, at_most: \(cap)").first)
      let other = try #require(outcome.withoutGoals)
      #expect(other.isMet == isMet && abs(other.achieved - 1) < 1e-9 && other.unservedShare == 0)
      #expect(outcome.limitsNothing == (cap == "100%"))
      #expect(!outcome.isMetByServingLess)
    }
    let easy = try judged("kind: reliance, upon: C, commodity: g, at_most: 30%")
    #expect(easy.map(\.withoutGoals?.isMet) == [true] && easy.map(\.limitsNothing) == [false])
  }

  @Test(
    "what the plan without goals achieves is what it achieves as a plan",
    arguments: [
      "goal-reliance", "goal-resilience", "goal-chain", "goal-capex", "stockpile",
    ])
  func sameFigures(name: String) throws {
    let solved = try SolvedCase(name)
    let alone = try Planner(solver: GLPKSolver()).plan(
      solved.instance, solved.model.withoutGoals)
    var result = solved.result
    try result.judge(withoutGoals: alone, solver: GLPKSolver())
    let direct = try PlanningResult(
      judging: try #require(alone.plan), in: solved.result.program, solver: GLPKSolver())
    #expect(!result.goals.isEmpty)
    for (goal, other) in zip(result.goals, direct.goals) {
      let found = try #require(goal.withoutGoals)
      #expect(abs(found.achieved - other.achieved) <= 1e-6 * max(1, abs(other.achieved)))
    }
  }

  @Test("the share of demand that is not served is that of the goal's regions and commodity")
  func unserved() throws {
    let facilities = "facility,process,region,capacity,unit_cost\nfb,p,B,100,1\nfc,p,C,20,2\n"
    let outcome = try #require(
      try judged(
        "kind: reliance, upon: B, commodity: g, at_most: 50%", with: ["facilities.csv": facilities]
      ).first)
    #expect(abs(outcome.unservedShare - 0.2) < 1e-9 && outcome.isMetByServingLess)
    #expect(outcome.withoutGoals?.unservedShare == 0)
    let none = try judged("kind: largest_source, commodity: g, at_most: 33.3%")
    #expect(none.map(\.unservedShare) == [1])
  }

  /// A makes gadgets of `g`, and needs only gadgets.
  private static let gadgets = [
    "commodities.csv": "commodity,unit,price\ng,t,10\ngadget,t,90\n",
    "processes.csv": "process,stage,output\np,make,g\nq,build,gadget\n",
    "recipes.csv": "process,commodity,role,quantity\nq,g,input,1\n",
    "facilities.csv":
      "facility,process,region,capacity,unit_cost\nfb,p,B,100,1\nfc,p,C,20,2\nfa,q,A,100,1\n",
    "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,gadget,*,50,1000\n",
  ]

  @Test("a goal on an input that is met by not serving the goods made from it is found")
  func goodsMade() throws {
    let partly = try judged(
      "kind: reliance, upon: B, commodity: g, at_most: 50%", with: Self.gadgets)
    #expect(partly.map { abs($0.unservedShare - 0.2) < 1e-9 } == [true])
    #expect(partly.map(\.isMetByServingLess) == [true])
    let none = try judged(
      "kind: largest_source, commodity: g, at_most: 33.3%", with: Self.gadgets)
    #expect(none.map(\.isVacuous) == [true] && none.map(\.isMetByServingLess) == [true])
    let served = try judged(
      "kind: reliance, upon: B, commodity: g, at_most: 70%", with: Self.gadgets)
    #expect(served.map(\.isMetByServingLess) == [false])
  }

  @Test("capex that projects cannot spend limits nothing", arguments: [1e9, 1e5, 1.0])
  func capex(limit: Double) throws {
    var projects = "project,process,region,max_capacity,capex,lead_years,unit_cost\n"
    projects += "home,p,A,50,2000,0,0.5\n"
    let outcomes = try judged(
      "kind: capex, at_most: \(limit)", with: ["projects.csv": projects])
    // 50 units at 2000 each in the only period.
    #expect(outcomes.map(\.limitsNothing) == [limit >= 1e5])
  }
}
