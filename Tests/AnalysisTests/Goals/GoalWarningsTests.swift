import Analysis
import Foundation
import GLPKSolver
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("Warnings about goals")
struct GoalWarningsTests {
  private func view(_ goal: String, with further: [String: String] = [:]) throws -> PlanView {
    try withTemporaryFolder { folder in
      try OneBuyer.write(to: folder, goal: goal, with: further)
      let instance = try InstanceReader.read(folder: folder.path)
      let model = try ModelReader.read(
        file: folder.appending(path: "model.yaml").path, instance: instance)
      let result = try Planner(solver: GLPKSolver()).plan(instance, model)
      return PlanView(
        instance: instance, model: model, plan: try #require(result.plan), goals: result.goals)
    }
  }

  @Test("a goal without a period after history has a warning and a standing")
  func history() throws {
    let view = try view(
      "kind: reliance, upon: B, commodity: g, at_most: 10%",
      with: ["history.csv": OneBuyer.history])
    #expect(view.goalWarnings.count == 1)
    let warning = try #require(view.goalWarnings.first)
    #expect(warning.hasPrefix("goal reliance-1 applies to no period: history.csv"))
    #expect(view.goalStandings.map(\.isIdle) == [true])
  }

  @Test("a goal against all disruptions of an instance without any has a warning")
  func disruptions() throws {
    let view = try view("kind: resilience, against: all, commodity: g, at_least: 10%")
    #expect(
      view.goalWarnings == ["goal resilience-1 applies to no disruption: the instance has none"])
  }

  @Test(
    "a goal against attacks has a warning where there is nothing to cut",
    arguments: [
      ("{cuts: 1, by: A}", "(regions) in A, outside home"),
      ("{cuts: 2, targets: [exports, stages], by: A}", "(stages, exports) in A, outside home"),
      ("{cuts: 1, by: B}", nil), ("{cuts: 1}", nil), ("{cuts: 0, by: A}", nil),
    ])
  func nothingToCut(against: String, says: String?) throws {
    let view = try view("kind: resilience, against: \(against), commodity: g, at_least: 10%")
    let start = "goal resilience-1 is only about the window without a cut: there is nothing to cut "
    #expect(view.goalWarnings == [says.map { start + $0 }].compactMap(\.self))
    #expect(GoalWarnings.uncut(in: view.instance, view.model) == view.goalWarnings)
  }

  @Test("what others keep without any goal has a warning, and with a goal it has none")
  func othersKeep() throws {
    var model = try view("kind: reliance, upon: B, commodity: g, at_most: 90%").model
    model.othersKeep = 0.5
    #expect(GoalWarnings.idle(in: model) == [])
    model.goals = []
    let warnings = GoalWarnings.idle(in: model)
    #expect(warnings.count == 1)
    #expect(warnings.first?.hasPrefix("others_keep changes nothing") == true)
    model.othersKeep = 0
    #expect(GoalWarnings.idle(in: model) == [])
  }

  @Test("a goal made in memory without commodity, period or target has a warning")
  func inMemory() {
    let region = RegionSet(id: "A", members: [0])
    var goal = Goal(name: "g", kind: .hhi(basis: .supply), of: region)
    #expect(goal.idleness == .noCommodity)
    goal.commodities = [CommodityGroup(id: "g", members: [0])]
    #expect(goal.idleness == .noPeriod)
    goal.periods = [0]
    #expect(goal.idleness == .noTarget)
    goal.bounds = [Goal.Bound(.atMost, Target(constant: 0.5, periodCount: 1))]
    #expect(goal.idleness == nil)
  }

  @Test(
    "a goal that is met by serving nothing has a warning",
    arguments: [
      "kind: largest_source, commodity: g, at_most: 33.3%",
      "kind: hhi, commodity: g, at_most: 0.4",
      "kind: reliance, upon: A, commodity: g, at_least: 90%",
      "kind: plus_one, beyond: B, sources: 2, commodity: g, each_at_least: 10%",
      "kind: cover, commodity: g, at_least: 30",
      "kind: reliance, upon: A, commodity: g, at_least: 90%, trace: chain",
    ])
  func servingNothing(goal: String) throws {
    let view = try view(goal)
    #expect(view.unservedDemand.count == 1)
    #expect(view.goals.allSatisfy { $0.isMetByServingLess })
    #expect(view.goalWarnings.count == 1)
    let warning = try #require(view.goalWarnings.first)
    #expect(warning.contains("while 100.0% of the demand of g in A is not served (2025)"))
    #expect(view.goalStandings.flatMap(\.entries).map(\.isMetByServingLess) == [true])
  }

  @Test("a goal that binds while demand is not served has a warning, in any unit")
  func servingLess() throws {
    for scale in [1e-3, 1, 1e6] {
      let facilities =
        "facility,process,region,capacity,unit_cost\nfb,p,B,\(100 * scale),1\nfc,p,C,\(20 * scale),2\n"
      let demands =
        "region,commodity,period,quantity,shortage_cost\nA,g,*,\(50 * scale),1000\n"
      let view = try view(
        "kind: reliance, upon: B, commodity: g, at_most: 50%",
        with: ["facilities.csv": facilities, "demands.csv": demands])
      #expect(
        view.goalWarnings
          == [
            "goal reliance-1 is binding while 20.0% of the demand of g in A is not served (2025)"
          ],
        "\(scale)")
    }
  }

  @Test("a goal that is met by serving all demand has no warning")
  func servingAll() throws {
    #expect(try view("kind: reliance, upon: B, commodity: g, at_most: 50%").goalWarnings == [])
  }
}
