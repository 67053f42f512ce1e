import Analysis
import CaseSupport
import Planning
import Sourcing
import Testing

@Suite("Balances of a plan")
struct PlanBalanceTests {
  @Test("the balances of every plan of a planner add up", arguments: SolvedCase.feasible)
  func solved(name: String) throws {
    #expect(try #require(try SolvedCase(name).view).imbalances.isEmpty)
  }

  /// The good k0 is made and demanded but not traded, and almost nothing of it is used to make k1.
  @Test(
    "where nothing is traded, a difference is compared with what is made",
    arguments: [(1e-11, true), (1e-3, false)])
  func untraded(part: Double, isWhole: Bool) throws {
    let solved = try SolvedCase("goal-chain")
    var plan = try #require(solved.result.plan)
    let (instance, input) = (solved.instance, solved.instance.commodities.startIndex)
    plan.flows.removeAll { $0.key.commodity == input }
    plan.shortages.removeAll { $0.commodity == input }
    for period in instance.horizon.indices {
      for region in instance.regions.indices {
        let demand = instance.demands[region: region, commodity: input, period: period].quantity
        guard demand > 0 else { continue }
        plan.shortages.append(
          .init(region: region, commodity: input, period: period, quantity: demand))
      }
    }
    plan.shortages.sort { $0.period < $1.period }
    let producers = Producers(instance: instance, projects: solved.model.projects)
    for (index, producer) in producers.all.indexed() {
      let isUser = instance.processes[producer.process].inputs.contains { $0.commodity == input }
      plan.activity[index] = plan.activity[index].mapped { _ in isUser ? part : 1 }
    }
    let view = PlanView(instance: instance, model: solved.model, plan: plan)
    let broken = view.imbalances.filter { $0.place.commodity == input }
    #expect(broken.isEmpty == isWhole)
  }
}
