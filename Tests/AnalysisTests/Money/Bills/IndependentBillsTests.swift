import Analysis
import CaseSupport
import GLPKSolver
import Planning
import Sourcing
import TestSupport
import Testing

/// The second computation of bills, by itself: small plans by hand, sums, and known values.
@Suite("Bills computed a second time")
struct IndependentBillsTests {
  @Test("the bills of a period add up to its cost, for plans of all shapes")
  func sums() throws {
    var shapes = Shapes()
    for seed in UInt64(1)...60 {
      let network = RandomNetwork(seed: seed)
      guard let plan = try network.plan() else { continue }
      let costs = PlanCosts(
        PlanView(instance: network.instance, model: network.model, plan: plan))
      for period in network.instance.horizon.indices {
        let bills = try #require(
          IndependentBills(network.instance, network.model, plan, period: period))
        let sum = network.instance.regions.indices.reduce(0) { $0 + bills.bill(of: $1) }
        #expect(isClose(sum, costs.annual[period].total, within: 1e-9), "seed \(seed)")
        shapes.add(network, plan, period)
      }
    }
    for (shape, count) in shapes.counts { #expect(count > 2, "\(shape): \(count)") }
    #expect(shapes.counts.count == 8)
  }

  /// B digs 6 salt for 1 each; A buys them for 0.5 more and must make 3 acid for 2 each, which nobody wants.
  @Test("what nobody uses is paid where its money is spent")
  func stranded() throws {
    var instance = Instance(name: "two", horizon: Horizon(years: 2030...2030, discountRate: 0))
    let (a, b) = (instance.addRegion("A", isHome: true), instance.addRegion("B"))
    let salt = instance.addCommodity("salt", unit: "t")
    let acid = instance.addCommodity("acid", unit: "t", price: 5)
    let dig = instance.addProcess("dig", output: salt)
    let leach = instance.addProcess(
      "leach", output: acid, inputs: [.init(commodity: salt, quantity: 2)])
    instance.addFacility("pit", process: dig, region: b, capacity: 9, unitCost: 1)
    instance.addFacility("works", process: leach, region: a, capacity: 9, unitCost: 2, minimum: 3)
    instance.setLanes(Lane(unitCost: 0.5))
    let model = Model(for: instance)
    let result = try Planner(solver: GLPKSolver()).planUnchecked(instance, model)
    let plan = try #require(result.plan)
    let second = try #require(IndependentBills(instance, model, plan, period: 0))
    let first = Bills(PlanView(instance: instance, model: model, plan: plan))
    for (region, wanted) in [(a, 9.0), (b, 6)] {
      #expect(isClose(second.bill(of: region), wanted, within: 1e-9))
      #expect(isClose(first.bill(of: [region], in: 0), wanted, within: 1e-9))
    }
  }

  @Test("cases reach their known bills", arguments: KnownBills.cases)
  func cases(name: String) throws {
    let solved = try SolvedCase(name)
    let plan = try #require(solved.result.plan)
    var total: [String: Double] = [:]
    for period in solved.instance.horizon.indices {
      let bills = try #require(
        IndependentBills(solved.instance, solved.model, plan, period: period))
      for region in solved.instance.regions.indices {
        total[solved.instance.regions[region].id, default: 0] +=
          solved.instance.horizon.weight(period) * bills.bill(of: region)
      }
    }
    let known = try KnownBills(name).payers
    #expect(known.count > 1)
    for (payer, wanted) in known {
      let found = total.removeValue(forKey: payer) ?? 0
      #expect(isClose(found, wanted, within: 1e-6), "\(payer): \(found)")
    }
    #expect(total.values.allSatisfy { abs($0) < 1e-6 }, "the others pay nothing: \(total)")
  }
}

/// How often plans have what bills distinguish.
private struct Shapes {
  private(set) var counts: [String: Int] = [:]

  mutating func add(_ network: RandomNetwork, _ plan: Plan, _ period: PeriodIndex) {
    let instance = network.instance
    let producers = Producers(instance: instance, projects: network.model.projects)
    let active = producers.all.indices.filter { plan.activity[$0][period] > 1e-6 }
    let processes = Set(active.map { instance.processes[producers.all[$0].process].id })
    let priceless = instance.commodities.contains { $0.price[period] == 0 }
    let built = producers.all.indexed().filter { $0.element.project != nil }
      .filter { plan.capacity(of: $0.element, in: period, instance) > 0 }
    let draws = plan.stocks.contains { $0[period].draw > 1e-6 }
    let isLumpy = instance.projects.contains(where: \.isLumpy)
    let found: [String: Bool] = [
      "byproduct without a price": processes.contains("smelt") && priceless,
      "loop": processes.isSuperset(of: ["leach", "evaporate"]),
      "recycling": processes.isSuperset(of: ["sinter", "recycle"]),
      "draw": draws,
      "put": plan.stocks.contains { $0[period].put > 1e-6 },
      "idle project": built.contains { plan.activity[$0.index][period] < 1e-9 },
      "lumpy project": isLumpy && plan.isOrdered.contains { $0[period] },
      "shortage": plan.shortages(in: period).contains { $0.quantity > 1e-6 },
    ]
    for (shape, isThere) in found { counts[shape, default: 0] += isThere ? 1 : 0 }
  }
}
