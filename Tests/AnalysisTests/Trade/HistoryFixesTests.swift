import CaseSupport
import Planning
import Sourcing
import Testing

@testable import Analysis

@Suite("Periods that history fixes")
struct HistoryFixesTests {
  @Test("a period is fixed if history has every flow of the group into home")
  func fixed() throws {
    let solved = try SolvedCase("history-decline")
    let view = try #require(solved.view)
    let suppliers = try #require(view.suppliersOfHome.first)
    let instance = solved.instance
    let home = instance.home.members
    let group = try #require(instance.commodityGroup(suppliers.commodity))
    let observed = instance.history.filter {
      home.contains($0.destination) && group.members.contains($0.commodity)
    }
    try #require(!observed.isEmpty)
    let labels = Set(observed.map { instance.horizon[$0.period].label })
    #expect(Set(suppliers.fixedByHistory ?? []) == labels)
    #expect(labels.count < instance.horizon.periods.count)
  }

  @Test("nothing is fixed if the model ignores history, or if one flow of the group is free")
  func free() throws {
    let solved = try SolvedCase("history-decline")
    let plan = try #require(solved.result.plan)
    var model = solved.model
    model.history = .ignore
    let ignoring = PlanView(instance: solved.instance, model: model, plan: plan)
    #expect(ignoring.suppliersOfHome.map(\.fixedByHistory) == [[]])

    var instance = solved.instance
    let home = instance.home.members
    instance.history.removeAll { home.contains($0.destination) }
    let open = PlanView(instance: instance, model: solved.model, plan: plan)
    #expect(open.suppliersOfHome.map(\.fixedByHistory) == [[]])
  }
}
