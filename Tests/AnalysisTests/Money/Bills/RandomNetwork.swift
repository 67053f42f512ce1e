import GLPKSolver
import Planning
import Sourcing
import TestSupport

/// A supply network in code, drawn from a seed, with everything that bills distinguish: joint products with and
/// without a price, loops that reach users and loops that reach nobody, stockpiles that are filled and drawn, projects
/// of any size and lumpy ones with and without public support, contracts, shortages.
struct RandomNetwork {
  let instance: Instance
  let model: Model
  private var numbers: SeededNumbers

  init(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed &+ 7919)
    let periods = (0..<Int.random(in: 1...3, using: &numbers)).map {
      (label: "P\($0)", years: Int.random(in: 1...3, using: &numbers))
    }
    let rate = Bool.random(using: &numbers) ? 0.05 : 0
    var instance = Instance(name: "network", horizon: Horizon(periods, discountRate: rate))
    instance.currency = "USD"
    instance.addRegion("R0", isHome: true)
    instance.addRegions((1..<Int.random(in: 2...4, using: &numbers)).map { "R\($0)" })
    let goods = Self.addGoods(to: &instance, &numbers)
    Self.addProcesses(goods, to: &instance, &numbers)
    Self.addTrade(to: &instance, &numbers)
    Self.addProducers(to: &instance, &numbers, isLumpy: seed.isMultiple(of: 3))
    Self.addUsers(goods, to: &instance, &numbers)
    Self.addContracts(to: &instance, &numbers)
    self.instance = instance
    let stockpiles = Model.StockpileMode.allCases.randomElement(using: &numbers) ?? .free
    model = Model(for: instance, stockpiles: stockpiles)
    self.numbers = numbers
  }

  /// The cheapest plan, with capacity ordered in addition that nobody needs.
  func plan() throws -> Plan? {
    var numbers = numbers
    let planner = Planner(solver: GLPKSolver())
    guard var plan = try planner.planUnchecked(instance, model).plan else { return nil }
    for (index, project) in instance.projects.indexed() where Bool.random(using: &numbers) {
      guard let period = project.orderPeriods(in: instance).randomElement(using: &numbers) else {
        continue
      }
      plan.orders[index][period] += numbers.number(1, 20)
      if project.isLumpy { plan.isOrdered[index][period] = true }
    }
    return plan
  }

  // MARK: Parts

  private typealias Goods = (
    ore: CommodityIndex, metal: CommodityIndex, magnet: CommodityIndex, slag: CommodityIndex,
    scrap: CommodityIndex, acid: CommodityIndex, salt: CommodityIndex
  )

  private static func addGoods(to instance: inout Instance, _ numbers: inout SeededNumbers)
    -> Goods
  {
    let goods = ["ore", "metal", "magnet", "slag", "scrap", "acid", "salt"].map { id in
      instance.addCommodity(
        id, unit: "t",
        price: Int.random(in: 0..<4, using: &numbers) == 0 ? 0 : numbers.number(1, 30))
    }
    for good in goods where Bool.random(using: &numbers) {
      instance.commodities[good].price[instance.horizon.last] = numbers.number(0, 20)
    }
    return (goods[0], goods[1], goods[2], goods[3], goods[4], goods[5], goods[6])
  }

  /// Ore with slag, metal from ore or scrap, magnets that leave scrap, and two goods that need each other.
  private static func addProcesses(
    _ goods: Goods, to instance: inout Instance, _ numbers: inout SeededNumbers
  ) {
    func term(_ good: CommodityIndex, _ low: Double, _ high: Double) -> Process.Term {
      Process.Term(commodity: good, quantity: numbers.number(low, high))
    }
    instance.addProcess("mine", output: goods.ore, byproducts: [term(goods.slag, 0.1, 0.5)])
    instance.addProcess(
      "smelt", output: goods.metal, inputs: [term(goods.ore, 1.2, 2)],
      byproducts: [term(goods.slag, 0.1, 0.3), term(goods.salt, 0.01, 0.1)])
    instance.addProcess(
      "sinter", output: goods.magnet, inputs: [term(goods.metal, 1.3, 1.6)],
      byproducts: [term(goods.scrap, 0.1, 0.3)])
    instance.addProcess("recycle", output: goods.metal, inputs: [term(goods.scrap, 1.5, 3)])
    instance.addProcess("leach", output: goods.acid, inputs: [term(goods.salt, 1.5, 2)])
    instance.addProcess("evaporate", output: goods.salt, inputs: [term(goods.acid, 1.1, 1.5)])
    instance.addProcess("dig", output: goods.salt)
  }

  private static func addTrade(to instance: inout Instance, _ numbers: inout SeededNumbers) {
    for good in instance.commodities.indices {
      for origin in instance.regions.indices {
        for destination in instance.regions.indices
        where origin == destination || Int.random(in: 0..<4, using: &numbers) > 0 {
          let capacity = Int.random(in: 0..<5, using: &numbers) == 0 ? numbers.number(2, 40) : nil
          instance.setLanes(
            of: good, from: origin, to: destination,
            Lane(
              unitCost: numbers.number(0, 3), tariff: numbers.number(0, 0.3),
              capacity: capacity ?? .infinity))
        }
      }
    }
  }

  private static func addProducers(
    to instance: inout Instance, _ numbers: inout SeededNumbers, isLumpy: Bool
  ) {
    let fund = instance.programmes.append(
      Programme(id: "fund", payer: 0, budget: numbers.number(100, 900), share: 0.4))
    for process in instance.processes.indices {
      for region in instance.regions.indices {
        let id = "\(instance.processes[process].id)-\(region)"
        if Int.random(in: 0..<3, using: &numbers) > 0 {
          // A least output makes also what nobody needs.
          let capacity = numbers.number(20, 120)
          let needsInputs = !instance.processes[process].inputs.isEmpty
          let least = Int.random(in: 0..<(needsInputs ? 9 : 3), using: &numbers) == 0
          instance.addFacility(
            id, process: process, region: region, capacity: capacity,
            unitCost: numbers.number(1, 9), minimum: least ? capacity / 20 : 0)
        } else if Bool.random(using: &numbers) {
          instance.projects.append(
            Project(
              id: "new-\(id)", process: process, region: region,
              maxCapacity: numbers.number(20, 80),
              capex: numbers.number(2, 30), unitCost: numbers.number(0.5, 4),
              leadYears: Bool.random(using: &numbers) ? 1 : 0,
              fixedCost: isLumpy ? numbers.number(5, 60) : 0,
              minCapacity: isLumpy ? numbers.number(0, 10) : 0,
              lifeYears: numbers.number(1, 20),
              programme: Bool.random(using: &numbers) ? fund : nil))
        }
      }
    }
  }

  /// Contracts for ore that is mined at their origin, with a price, a least price, both or neither.
  private static func addContracts(to instance: inout Instance, _ numbers: inout SeededNumbers) {
    for facility in instance.facilities where facility.process == 0 {
      guard Int.random(in: 0..<3, using: &numbers) == 0,
        let destination = instance.regions.indices.randomElement(using: &numbers),
        instance.facilities.contains(where: { $0.region == destination && $0.process == 1 })
      else { continue }
      for number in 0..<Int.random(in: 1...2, using: &numbers) {
        instance.contracts.append(
          Contract(
            id: "contract-\(facility.region)-\(number)", commodity: 0, origin: facility.region,
            destination: destination, quantity: numbers.number(0.5, 3),
            periods: (number == 0 ? .first : instance.horizon.last)...instance.horizon.last,
            price: Bool.random(using: &numbers) ? numbers.number(0, 20) : nil,
            floor: Bool.random(using: &numbers) ? numbers.number(0, 20) : nil))
      }
    }
  }

  private static func addUsers(
    _ goods: Goods, to instance: inout Instance, _ numbers: inout SeededNumbers
  ) {
    let users = [(goods.magnet, 5), (goods.metal, 3), (goods.slag, 2), (goods.acid, 1)]
    for region in instance.regions.indices {
      for (good, likely) in users where Int.random(in: 0..<7, using: &numbers) < likely {
        for period in instance.horizon.indices where Int.random(in: 0..<6, using: &numbers) > 0 {
          instance.setDemand(
            of: good, in: region, quantity: numbers.number(5, 60),
            shortageCost: numbers.number(20, 200), period: period)
        }
      }
      for good in [goods.metal, goods.magnet] where Int.random(in: 0..<3, using: &numbers) == 0 {
        let initial = numbers.number(0, 60)
        instance.stockpiles.append(
          Stockpile(
            id: "store-\(region)-\(good)", region: region, commodity: good, initial: initial,
            capacity: initial + numbers.number(0, 60), holdingCost: numbers.number(0, 1),
            loss: numbers.number(0, 0.1), final: numbers.number(0, initial)))
      }
    }
  }
}
