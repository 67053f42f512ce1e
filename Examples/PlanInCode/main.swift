import GLPKSolver
import Planning
import Sourcing

var instance = Instance(name: "two", horizon: Horizon(years: 2030...2034, discountRate: 0.05))
let (a, b) = (instance.addRegion("A", isHome: true), instance.addRegion("B"))
let metal = instance.addCommodity("metal", unit: "t")
let mining = instance.addProcess("mining", output: metal)
instance.addFacility("mine-a", process: mining, region: a, capacity: 100, unitCost: 3)
instance.addFacility("mine-b", process: mining, region: b, capacity: 100, unitCost: 1)
instance.setLanes(of: metal, from: b, to: a, Lane(unitCost: 0.1))
instance.setDemand(of: metal, in: a, quantity: 60, shortageCost: 50)
let cap = Goal.reliance(upon: b, commodity: metal, atMost: 0.5, in: instance)
let result = try Planner(solver: GLPKSolver()).plan(instance, Model(for: instance, goals: [cap]))
print("cost \(result.cost.rounded()), reliance \(result.goals.map(\.achieved))")
