import Analysis
import CaseSupport
import Sourcing
import TestSupport
import Testing

@Suite("The focus commodity")
struct FocusTests {
  private let instance: Instance
  private let withoutGoals: Model

  init() throws {
    var some = try SolvedCase("plain").instance
    some.commodities = Table(["a", "b", "c"].map { Commodity(id: $0, unit: "t", price: [1]) })
    some.groups = [CommodityGroup(id: "both", members: [0, 2])]
    some.parameters["focus"] = "b"
    instance = some
    withoutGoals = Model(name: "none", projects: [])
  }

  private func model(about places: [[CommodityIndex]]) -> Model {
    Model(
      name: "some", projects: [],
      goals: Table(
        places.enumerated().map { number, goods in
          Goal(
            name: "goal-\(number)", kind: .hhi(basis: .supply), of: instance.home,
            commodities: goods.map {
              CommodityGroup(id: instance.commodities[$0].id, members: [$0])
            })
        }))
  }

  @Test("the focus is what the goals are about, each commodity once and in their order")
  func goals() {
    let model = model(about: [[2, 0], [0], [2]])
    #expect(Focus.all(of: model, in: instance).map(\.members) == [[2], [0]])
    #expect(Focus.first(of: model, in: instance)?.members == [2])
  }

  @Test("the focus is the instance's own if no goal names a commodity")
  func parameter() {
    #expect(Focus.all(of: withoutGoals, in: instance).map(\.members) == [[1]])
    #expect(Focus.first(of: withoutGoals, in: instance)?.members == [1])
  }

  @Test("the focus is the instance's own if models are compared")
  func common() {
    #expect(Focus.common(to: instance)?.members == [1])
  }

  @Test("the focus may be a group; it is missing if nothing names a known one")
  func groupsAndNone() throws {
    var instance = instance
    instance.parameters["focus"] = "both"
    #expect(Focus.common(to: instance)?.members == [0, 2])
    instance.parameters["focus"] = "unheard of"
    #expect(Focus.all(of: withoutGoals, in: instance).isEmpty)
    instance.parameters["focus"] = nil
    #expect(Focus.common(to: instance) == nil)
    #expect(Focus.first(of: withoutGoals, in: instance) == nil)
  }
}
