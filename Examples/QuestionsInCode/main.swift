import Analysis
import GLPKSolver
import Planning
import Scenarios
import Sourcing

// The instance and its model, as a function of the largest share that may come from B.
var instance = Instance(name: "two", horizon: Horizon(years: 2030...2034, discountRate: 0.05))
let (a, b) = (instance.addRegion("A", isHome: true), instance.addRegion("B"))
let metal = instance.addCommodity("metal", unit: "t")
let mining = instance.addProcess("mining", output: metal)
instance.addFacility("mine-a", process: mining, region: a, capacity: 40, unitCost: 3)
instance.addFacility("mine-b", process: mining, region: b, capacity: 100, unitCost: 1)
instance.setLanes(of: metal, from: b, to: a, Lane(unitCost: 0.1))
instance.setDemand(of: metal, in: a, quantity: 60, shortageCost: 50)
let halt = Disruption.Effect(kind: .exports, regions: [b], factor: 0, months: 6)
instance.disruptions.append(Disruption(id: "halt", effects: [halt]))
let model = { (share: Double) in
  Model(
    for: instance,
    goals: [
      .reliance(upon: b, commodity: metal, atMost: .constant(share), in: instance),
      .service(commodity: metal, atLeast: 1, in: instance),
    ])
}
let solver = GLPKSolver()
let result = try Planner(solver: solver).plan(instance, model(0.5))

// Figures of the plan.
if let view = PlanView(result) {
  let costs = PlanFigures(view).costs
  print("production \(costs.production.rounded()), transport \(costs.transport.rounded())")
  let supply = view.supply(
    of: instance.commodityGroup(metal), to: instance.home, period: instance.horizon.last)
  print("reliance \(supply.reliance(upon: instance.regionSet(b))), HHI \(supply.concentration)")
}

// A stress run for each disruption: B exports nothing for six months.
if let runner = StressRunner(result, solver: solver) {
  for outcome in try runner.run(instance.disruptions).disrupted {
    let (service, lost) = ((100 * outcome.service).rounded(), outcome.lostValue.rounded())
    print("\(outcome.disruption ?? ""): service \(service) %, lost value \(lost)")
  }
}

// The cost for each share, and the smallest share for which there is a plan.
let range = ParameterRange(name: "share", from: 0.8, to: 0.2, isPercent: true)
let frontier = try FrontierRunner(solver: solver).run(instance, over: range, steps: 4) { text in
  model((Double(text.dropLast()) ?? 0) / 100)
}
for step in frontier.steps {
  print("\(step.text): \(step.objective.map { "cost \($0.rounded())" } ?? "no plan")")
}
print("tightest \(range.text(frontier.tightest ?? .nan))")

// Why there is no plan at 20 %, and what change of one target is enough.
let tight = model(0.2)
let explanation = try Explainer(solver: solver).explain(instance, tight)
if case .infeasible(let conflict, let advice) = explanation.finding {
  print("\(conflict?.members.count ?? 0) conditions conflict")
  for alone in advice?.alone ?? [] where alone.isEnough {
    print("\(alone.change.name): \(alone.change.targets) to \(alone.change.suggested)")
  }
}
