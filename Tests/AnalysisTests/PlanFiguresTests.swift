import Analysis
import CaseSupport
import Planning
import Sourcing
import Testing

@Suite("Figures of a plan")
struct PlanFiguresTests {
  @Test("costs by category add up to the optimum's cost", arguments: SolvedCase.feasible)
  func wholeCost(name: String) throws {
    let solved = try SolvedCase(name)
    let figures = PlanFigures(try #require(solved.view))
    #expect(isClose(figures.costs.total, solved.result.cost, within: 1e-9))
    let sum = CostCategory.allCases.map { figures.costs[$0] }.reduce(0, +)
    #expect(isClose(figures.costs.total, sum, within: 1e-9))
  }

  @Test("each category of cost is the sum over its quantities", arguments: SolvedCase.feasible)
  func categories(name: String) throws {
    let view = try #require(try SolvedCase(name).view)
    let (instance, plan) = (view.instance, view.plan)
    let weight = instance.horizon.weight
    var wanted = CostBreakdown()
    for (index, producer) in view.producers.all.indexed() {
      for period in instance.horizon.indices {
        let output = plan.activity[index][period]
        wanted.production += weight(period) * producer.unitCost[period] * output
      }
    }
    for flow in plan.flows {
      let key = flow.key
      let lane = try #require(
        instance.lanes[
          commodity: key.commodity, origin: key.origin, destination: key.destination,
          period: key.period])
      wanted.transport += weight(key.period) * lane.unitCost * flow.quantity
      let price = instance.commodities[key.commodity].price[key.period]
      wanted.tariff += weight(key.period) * lane.tariff * price * flow.quantity
    }
    for (stockpile, stocks) in zip(instance.stockpiles, plan.stocks) {
      for (period, stock) in stocks.indexed() {
        wanted.holding += weight(period) * stockpile.holdingCost * stock.level
      }
    }
    for shortage in plan.shortages {
      let cost = instance.demands[
        region: shortage.region, commodity: shortage.commodity, period: shortage.period
      ].shortageCost
      wanted.shortage += weight(shortage.period) * cost * shortage.quantity
    }
    for (index, project) in instance.projects.indexed() {
      let annuity = instance.horizon.annuity(lifeYears: project.lifeYears)
      for order in instance.horizon.indices {
        let outlay =
          project.capex * plan.orders[index][order]
          + (plan.isOrdered[index][order] ? project.fixedCost : 0)
        for period in project.operation(orderedIn: order, horizon: instance.horizon) {
          wanted.capital += weight(period) * annuity * outlay
        }
      }
    }
    let costs = PlanFigures(view).costs
    for category in CostCategory.allCases {
      #expect(isClose(costs[category], wanted[category], within: 1e-9), "\(category)")
    }
  }

  @Test("annual costs are undiscounted: years and discount give the discounted ones")
  func annual() throws {
    let view = try #require(try SolvedCase("long-periods").view)
    let costs = PlanCosts(view)
    let horizon = view.instance.horizon
    var count = 0
    for period in horizon.indices {
      let years = Double(horizon[period].years)
      for category in CostCategory.allCases where costs.annual[period][category] > 0 {
        let wanted = costs.annual[period][category] * years * horizon.discount(period)
        #expect(isClose(costs.discounted[period][category], wanted, within: 1e-9))
        count += 1
      }
    }
    #expect(count > 0)
  }

  @Test("capex and support are those of all orders", arguments: SolvedCase.feasible)
  func investment(name: String) throws {
    let view = try #require(try SolvedCase(name).view)
    let (instance, plan) = (view.instance, view.plan)
    let outlays = instance.projects.indices.map { project in
      instance.projects[project].capex * plan.orders[project].reduce(0, +)
        + instance.projects[project].fixedCost
        * Double(plan.isOrdered[project].count { $0 })
    }
    let support = zip(instance.projects, outlays).reduce(0) {
      $0 + ($1.0.programme.map { instance.programmes[$0].share } ?? 0) * $1.1
    }
    let figures = PlanFigures(view).investment
    #expect(isClose(figures.capex, outlays.reduce(0, +), within: 1e-9))
    #expect(isClose(figures.support, support, within: 1e-9))
    #expect(figures.support <= figures.capex + 1e-9)
  }

  @Test(
    "idle capacity is capacity that was built, is in operation in the last period and is not used")
  func idle() throws {
    let solved = try SolvedCase("projects")
    var view = try #require(solved.view)
    let before = PlanFigures(view).investment
    let last = solved.instance.horizon.last
    let place = try #require(
      view.producers.all.indices.first {
        view.producers.all[$0].project != nil && view.plan.activity[$0][last] > 1
      })
    let project = try #require(view.producers.all[place].project)
    // If one unit less is made, one unit more is idle.
    var plan = view.plan
    plan.activity[place][last] -= 1
    view = PlanView(instance: solved.instance, model: solved.model, plan: plan)
    let after = PlanFigures(view).investment
    #expect(isClose(after.idleCapacity, before.idleCapacity + 1, within: 1e-9))
    let capex = solved.instance.projects[project].capex
    #expect(isClose(after.idleCapex, before.idleCapex + capex, within: 1e-9))
    #expect(after.capex == before.capex)
    // Output above capacity does not make other capacity idle.
    plan.activity[place][last] += 1000
    view = PlanView(instance: solved.instance, model: solved.model, plan: plan)
    #expect(PlanFigures(view).investment.idleCapacity <= before.idleCapacity + 1e-9)
  }

  @Test("shares of the focus commodity are those of the flows into home in the last period")
  func focus() throws {
    let solved = try SolvedCase("everything")
    let (instance, view) = (solved.instance, try #require(solved.view))
    let group = try #require(Focus.common(to: instance))
    let rival = try #require(instance.parameters["rival"].flatMap(instance.regionSet))
    var bySource: [RegionIndex: Double] = [:]
    for flow in view.plan.flows(in: instance.horizon.last)
    where group.members.contains(flow.key.commodity)
      && instance.home.members.contains(flow.key.destination)
    {
      bySource[flow.key.origin, default: 0] += flow.quantity
    }
    let total = bySource.values.reduce(0, +)
    try #require(total > 0)
    let figures = try #require(PlanFigures(view).focus)
    let reliance = rival.members.reduce(0) { $0 + (bySource[$1] ?? 0) } / total
    #expect(isClose(try #require(figures.reliance), reliance, within: 1e-9))
    #expect(
      isClose(
        figures.concentration, bySource.values.reduce(0) { $0 + $1 * $1 } / (total * total),
        within: 1e-9))
    let abroad = bySource.filter { !instance.home.members.contains($0.key) }
    let largest = try #require(abroad.max { $0.value < $1.value })
    #expect(isClose(figures.largestShare, largest.value / total, within: 1e-9))
    #expect(figures.largestSource == instance.regions[largest.key].id)
  }

  @Test("without a focus or a rival these figures are missing")
  func noFocus() throws {
    let solved = try SolvedCase("everything")
    let plan = try #require(solved.result.plan)
    var instance = solved.instance
    instance.parameters["rival"] = nil
    let alone = PlanFigures(PlanView(instance: instance, model: solved.model, plan: plan))
    #expect(alone.focus != nil && alone.focus?.reliance == nil)
    instance.parameters["focus"] = nil
    #expect(PlanFigures(PlanView(instance: instance, model: solved.model, plan: plan)).focus == nil)
  }

  @Test("stocks are valued at the last price, and do not count without a price")
  func stocks() throws {
    let solved = try SolvedCase("stockpile")
    let view = try #require(solved.view)
    let last = solved.instance.horizon.last
    let level = view.plan.stocks.reduce(0) { $0 + $1[last].level }
    try #require(level > 0)
    var instance = solved.instance
    for commodity in instance.commodities.indices {
      instance.commodities[commodity].price[last] = 3
    }
    let priced = PlanView(instance: instance, model: solved.model, plan: view.plan)
    #expect(isClose(PlanFigures(priced).stockHeld, 3 * level, within: 1e-9))
    for commodity in instance.commodities.indices {
      instance.commodities[commodity].price[last] = 0
    }
    let priceless = PlanView(instance: instance, model: solved.model, plan: view.plan)
    #expect(PlanFigures(priceless).stockHeld == 0)
  }
}
