import Analysis
import CaseSupport
import Planning
import Sourcing
import TestSupport
import Testing

@Suite("Figures of supply")
struct SupplyFiguresTests {
  /// Home gets some units from each region in the first period, and nothing else moves.
  private func supply(_ quantities: [Double], risks: [Double?] = [nil, nil, nil]) throws
    -> SupplyFigures
  {
    let solved = try SolvedCase("everything")
    var instance = solved.instance
    instance.home = RegionSet(id: instance.regions[0].id, members: [0])
    for (region, risk) in IndexedArray<Region, Double?>(risks).indexed() {
      instance.regions[region].risk = risk
    }
    var plan = try #require(solved.result.plan)
    plan.flows = IndexedArray<Region, Double>(quantities).indexed().map { origin, quantity in
      Plan.Flow(
        key: FlowKey(commodity: 0, origin: origin, destination: 0, period: 0), quantity: quantity)
    }
    let view = PlanView(instance: instance, model: solved.model, plan: plan)
    let group = CommodityGroup(id: instance.commodities[0].id, members: [0])
    return view.supply(of: group, to: instance.home, period: 0)
  }

  @Test("shares of supply count what is made at home, and shares of imports do not")
  func shares() throws {
    let supply = try supply([50, 30, 20])
    #expect(Array(supply.sharesOfSupply.prefix(3)) == [0.5, 0.3, 0.2])
    #expect(supply.sharesOfImports(from: [2, 0, 1]) == [0.4, 0, 0.6])
    #expect(supply.sharesOfImports(from: [1]) == [1])
    let rival = RegionSet(id: "rivals", members: [0, 1])
    #expect(supply.reliance(upon: rival) == 0.8)
    #expect(supply.relianceOfImports(upon: rival) == 0.6)
  }

  @Test("the HHI of n equal suppliers is 1/n, of one supplier 1, of none 0")
  func concentration() throws {
    #expect(try supply([0, 4, 4]).concentration == 0.5)
    #expect(try supply([0, 4, 0]).concentration == 1)
    #expect(try supply([4, 4, 0]).concentrationOfImports == 1)
    #expect(try supply([0, 0, 0]).concentration == 0)
    #expect(PlanShares.concentration(of: Array(repeating: 2.5, count: 8)) == 0.125)
    #expect(PlanShares.concentrationRisk(of: [5, 5, 0], risk: [0.5, 1, nil]) == 0.375)
    #expect(PlanShares.concentrationRisk(of: [5, 5, 0], risk: [nil, 1, 1]) == nil)
  }

  @Test("risk weights the squared shares, and is unknown if a supplier's risk is unknown")
  func risk() throws {
    let supply = try supply([0, 5, 5], risks: [nil, 0.4, 0.8])
    let risk = try #require(supply.concentrationRisk)
    #expect(abs(risk - 0.3) < 1e-15)
    #expect(try self.supply([5, 5, 0], risks: [nil, 0.4, 0.8]).concentrationRisk == nil)
  }

  @Test("without goals, the suppliers shown are those of the goods that a home bloc demands")
  func suppliersOfBloc() throws {
    let solved = try SolvedCase("plain")
    var instance = solved.instance
    instance.home = RegionSet(id: "world", members: Array(instance.regions.indices))
    instance.parameters["focus"] = nil
    let view = PlanView(
      instance: instance, model: solved.model.withoutGoals,
      plan: try #require(solved.result.plan))
    let demanded = Set(view.plan.shortages.map { instance.commodities[$0.commodity].id })
    #expect(!demanded.isEmpty)
    #expect(Set(view.suppliersOfHome.map(\.commodity)).isSubset(of: demanded))
    #expect(view.suppliersOfHome.count == min(3, demanded.count))
  }

  @Test("the largest source is never home; of equal sources it is the first by id")
  func largest() throws {
    let some = try supply([90, 4, 6])
    #expect(some.largestSource == 2 && some.largestShare == 0.06)
    #expect(try supply([0, 5, 5]).largestSource == 1)
    let none = try supply([90, 0, 0])
    #expect(none.largestSource == nil && none.largestShare == 0)
  }

  @Test(
    "look-through reliance is direct reliance plus hidden reliance", arguments: SolvedCase.feasible)
  func reliance(name: String) throws {
    let view = try #require(try SolvedCase(name).view)
    let all = view.instance.horizon.indices.flatMap { view.reliance(in: $0) }
    #expect(!all.isEmpty)
    for figures in all {
      #expect(figures.lookThrough >= figures.direct && figures.hidden >= 0)
      #expect(abs(figures.direct + figures.hidden - figures.lookThrough) < 1e-12)
    }
    // Reliance upon all regions is 1 where anything is supplied.
    let world = RegionSet(id: "all", members: Array(view.instance.regions.indices))
    for group in view.groups {
      let supply = view.supply(of: group, to: view.instance.home, period: 0)
      let wanted = supply.bySource.reduce(0, +) > 0 ? 1.0 : 0
      #expect(abs(supply.reliance(upon: world) - wanted) < 1e-12)
    }
  }
}
