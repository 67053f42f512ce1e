import Analysis
import CaseSupport
import Sourcing
import TestSupport
import Testing

@Suite("What a region is to home")
struct RegionRoleTests {
  private let instance: Instance

  init() throws {
    var some = try SolvedCase("plain").instance
    some.blocs = [
      RegionSet(id: "friends", members: [0, 1, 2]), RegionSet(id: "two", members: [1, 2]),
    ]
    some.home = RegionSet(id: "R0", members: [0])
    some.parameters = ["rival": "R3", "partners": "friends"]
    instance = some
  }

  private func roles(_ goals: [Goal], in instance: Instance? = nil) -> [RegionRole] {
    let instance = instance ?? self.instance
    let model = Model(name: "some", projects: [], goals: Table(goals))
    return RegionRole.all(in: instance, for: model).map { $0 }
  }

  private func goal(upon members: [RegionIndex], _ direction: Goal.Direction) -> Goal {
    Goal(
      name: "share",
      kind: .reliance(upon: RegionSet(id: "x", members: members), basis: .supply, trace: .direct),
      of: instance.home, commodities: [instance.commodityGroup(CommodityIndex(0))],
      bounds: [
        .init(direction, Target(constant: 0.5, periodCount: instance.horizon.count))
      ])
  }

  @Test("without goals on reliance, the parameters of the instance say it")
  func parameters() {
    #expect(roles([]) == [.home, .partner, .partner, .rival])
  }

  @Test("who a goal on reliance limits is a rival, home apart, and not whom the parameter names")
  func limited() {
    #expect(roles([goal(upon: [0, 1], .atMost)]) == [.home, .rival, .partner, .other])
  }

  @Test("a least share makes nobody a rival, and a share of all regions neither")
  func trusted() {
    let all: [RegionIndex] = [0, 1, 2, 3]
    #expect(
      roles([goal(upon: [1], .atLeast), goal(upon: all, .atMost)])
        == [.home, .partner, .partner, .rival])
  }

  @Test("parameters that name nothing, or all regions, make nobody a rival or a partner")
  func unknown() {
    var instance = instance
    instance.parameters = ["rival": "nobody", "partners": "world"]
    #expect(roles([], in: instance) == [.home, .other, .other, .other])
  }
}
