import Analysis
import CaseSupport
import GLPKSolver
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Scenarios

/// Unilateral plans of two regions, worked out by hand.
@Suite("Unilateral plans by hand")
struct UnilateralExampleTests {
  private func account(_ instance: Instance, _ model: Model) throws -> CoordinationAccount {
    try UnilateralPlanning(
      instance: instance, model: model, members: TwoRegions.members,
      planner: Planner(solver: GLPKSolver())
    ).plan().account
  }

  /// A needs 60 and B 40, so the claims are 60 % and 40 %. With the goal, A may import as much as it makes.
  ///
  /// - Joint: 30 are built in A; B makes 70 and sends 30. 100 made, 30 moved, capex 60: 190. Without the goal
  ///   B makes 100 and sends 60: 160.
  /// - Unilateral: A may build 60 % of the project, 24, so it imports 24 and lacks 12, each worth 10: capex 48,
  ///   48 made, 24 moved, 120 lost, 240 in all. B makes its 40. Without the goal A makes 60 in B and moves it: 120.
  @Test("the price of not coordinating is the extra cost of the goal")
  func price() throws {
    var instance = TwoRegions.instance([(a: 60, b: 40)])
    instance.facilities = [TwoRegions.facility("f", in: TwoRegions.b, capacity: [100])]
    instance.lanes = TwoRegions.lanes(of: instance, unitCost: 1)
    instance.projects = [
      Project(
        id: "p", process: 0, region: TwoRegions.a, maxCapacity: 40, capex: 2, unitCost: 1,
        lifeYears: 1)
    ]
    let text = "goals: [{kind: reliance, of: A, upon: B, commodity: good, at_most: 50%}]\n"
    let model = try ModelReader.read(bytes: Array(text.utf8), file: "m.yaml", instance: instance)
    let account = try account(instance, model)

    #expect(account.planners.map(\.name) == ["A", "others"])
    #expect(isClose(account.planners[0].claim, 0.6) && isClose(account.planners[1].claim, 0.4))
    #expect(isClose(account.jointWithGoals.cost, 190))
    #expect(isClose(account.jointWithoutGoals.cost, 160))
    #expect(isClose(account.planners[0].withGoals.cost, 240))
    #expect(isClose(account.planners[1].withGoals.cost, 40))
    #expect(isClose(account.planners[0].withoutGoals.cost, 120))
    #expect(isClose(account.sumWithGoals.cost, 280))
    #expect(isClose(account.sumWithoutGoals.cost, 160))
    #expect(isClose(account.jointWithGoals.investment.capex, 60))
    #expect(isClose(account.sumWithGoals.investment.capex, 48))
    let figures = CoordinationFigures(account)
    #expect(isClose(figures.price, (280 - 160) - (190 - 160)))
    #expect(isClose(figures.jointCost, 190))
    // A builds 24 of the 30 that the joint plan builds.
    #expect(isClose(figures.duplicatedCapex, 48 - 60))
    #expect(isClose(figures.idleCapacityBeyondJoint, 0))
  }

  /// A needs 40 and then 10, B 10 and then 40; all is made in B by a project that lasts two years.
  ///
  /// - Joint: 50 are built once and used in both years: capex 200, 100 made, 50 moved.
  /// - Unilateral: the claims of the first year, 80 % and 20 %, divide the 100 that may be built. A builds 40, of
  ///   which 30 are idle in the second year: capex 160, 50 made, 50 moved. B builds 10 and in the second year
  ///   10 more, its claim is used up: capex 80, of which the second order is used for one year and so counts
  ///   with a half of its 40; 30 made, 20 lacking, each worth 10.
  @Test("capacity that each planner builds for itself is duplicated")
  func duplicatedCapex() throws {
    var instance = TwoRegions.instance([(a: 40, b: 10), (a: 10, b: 40)])
    instance.lanes = TwoRegions.lanes(of: instance, unitCost: 1)
    instance.projects = [
      Project(
        id: "p", process: 0, region: TwoRegions.b, maxCapacity: 100, capex: 4, unitCost: 1,
        lifeYears: 2)
    ]
    let account = try account(instance, Model(name: "m", projects: [0]))
    #expect(isClose(account.jointWithGoals.cost, 200 + 100 + 50))
    #expect(isClose(account.planners[0].withGoals.cost, 160 + 50 + 50))
    #expect(isClose(account.planners[1].withGoals.cost, 40 + 20 + 30 + 200))
    #expect(isClose(account.sumWithGoals.cost, 260 + 290))
    let figures = CoordinationFigures(account)
    #expect(isClose(figures.duplicatedCapex, (160 + 80) - 200))
    #expect(isClose(figures.idleCapacityBeyondJoint, 30))
    #expect(isClose(figures.idleCapexBeyondJoint, 30 * 4))
    // There is no goal, so there is no price.
    #expect(figures.price == 0)
  }
}
