import Sourcing
import TestSupport
import Testing

@testable import Scenarios

@Suite("Claims")
struct PlannerSetTests {
  @Test("claims are shares of Σ demand·shortage_cost, period by period")
  func claims() {
    let planners = PlannerSet(
      instance: TwoRegions.instance([(a: 60, b: 40), (a: 10, b: 90)]),
      members: TwoRegions.members)
    #expect(planners.planners.map(\.name) == ["A", "others"])
    #expect(planners.planners.map(\.regions) == [[0], [1]])
    #expect(planners.planners.map(\.claims) == [[0.6, 0.1], [0.4, 0.9]])
    #expect(planners.planner == [0, 1])
  }

  @Test("claims are equal in a period in which nothing is needed")
  func nothingNeeded() {
    let planners = PlannerSet(
      instance: TwoRegions.instance([(a: 0, b: 0), (a: 0, b: 5)]), members: TwoRegions.members)
    #expect(planners.planners.map(\.claims) == [[0.5, 0], [0.5, 1]])
  }

  @Test("if every region is a member, there is no planner for others")
  func noOthers() {
    let planners = PlannerSet(
      instance: TwoRegions.instance([(a: 30, b: 10)]),
      members: RegionSet(id: "world", members: [0, 1]))
    #expect(planners.planners.map(\.name) == ["A", "B"])
    #expect(planners.planners.map(\.claims) == [[0.75], [0.25]])
  }
}
