import Analysis
import CaseSupport
import GLPKSolver
import Planning
import Sourcing
import TestSupport
import Testing

/// What contracts with a price move, computed by hand for ``SmallTrade``: there ore costs 2.5 where B ships it, and
/// metal 6.2 where C ships it. Of the cost of C's smelter A bears 4/5: 3/5 with metal, 1/5 with slag.
@Suite("Transfers under contracts with a price")
struct ContractTransferTests {
  private static func view(
    _ contracts: [Contract], _ change: (inout Instance) -> Void = { _ in }
  ) -> PlanView {
    var instance = SmallTrade.instance
    for contract in contracts { instance.contracts.append(contract) }
    change(&instance)
    return PlanView(
      instance: instance, model: Model(for: instance, stockpiles: .free), plan: SmallTrade.plan)
  }

  private static func contract(
    _ id: String, _ commodity: CommodityIndex, _ origin: RegionIndex, _ destination: RegionIndex,
    _ quantity: Double, price: Double? = nil, floor: Double? = nil
  ) -> Contract {
    Contract(
      id: id, commodity: commodity, origin: origin, destination: destination, quantity: quantity,
      periods: 0...0, price: price, floor: floor)
  }

  /// The bills of A, B and C less those without the contracts.
  private static func moved(_ view: PlanView) throws -> [Double] {
    let (bills, plain) = (try Bills(checked: view), try Bills(checked: Self.view([])))
    return view.instance.regions.indices.map {
      bills.bill(of: [$0], in: 0) - plain.bill(of: [$0], in: 0)
    }
  }

  private static func expect(_ found: [Double], _ wanted: [Double]) {
    #expect(found.count == wanted.count)
    for (found, wanted) in zip(found, wanted) { #expect(abs(found - wanted) < 1e-12, "\(found)") }
  }

  private static let (a, b, c) = (SmallTrade.a, SmallTrade.b, SmallTrade.c)
  private static let (ore, metal) = (SmallTrade.ore, SmallTrade.metal)

  @Test(
    "the price is the larger one of price and floor, or of floor and cost",
    arguments: [
      (8.0 as Double?, nil as Double?, 8.0), (4, nil, 4), (nil, 7, 7), (nil, 5, 6.2), (4, 5, 5),
      (8, 9, 9), (9, 8, 9), (0, nil, 0),
    ])
  func price(price: Double?, floor: Double?, paid: Double) throws {
    let view = Self.view([
      Self.contract("c", Self.metal, Self.c, Self.a, 10, price: price, floor: floor)
    ])
    let transfers = try Bills(checked: view).transfers[0]
    let transfer = try #require(transfers.first)
    #expect(transfers.count == 1 && transfer.quantity == 10)
    #expect(isClose(transfer.price, paid, within: 1e-12))
    #expect(isClose(transfer.averageCost, 6.2, within: 1e-12))
    Self.expect(try Self.moved(view), [10 * (paid - 6.2), 0, -10 * (paid - 6.2)])
  }

  @Test("a contract without price and floor moves nothing")
  func unpriced() throws {
    let view = Self.view([Self.contract("c", Self.metal, Self.c, Self.a, 10)])
    let bills = try Bills(checked: view)
    #expect(bills.transfers[0].isEmpty)
    #expect(bills.parts[0] == (try Bills(checked: Self.view([]))).parts[0])
  }

  @Test("contracts that are more than the flow have less in proportion, with those without a price")
  func cut() throws {
    let view = Self.view([
      Self.contract("c", Self.metal, Self.c, Self.a, 10, price: 8),
      Self.contract("d", Self.metal, Self.c, Self.a, 5, floor: 7.2),
      Self.contract("e", Self.metal, Self.c, Self.a, 15),
    ])
    let transfers = try Bills(checked: view).transfers[0]
    #expect(transfers.map(\.contract) == [0, 1])
    Self.expect(transfers.map(\.quantity), [5, 2.5])
    Self.expect(transfers.map(\.amount), [9, 2.5])
    Self.expect(try Self.moved(view), [11.5, 0, -11.5])
  }

  @Test("what is paid beyond cost for an input is on the bills of those who use what is made of it")
  func input() throws {
    let ore = Self.contract("o", Self.ore, Self.b, Self.c, 20, price: 5)
    let view = Self.view([ore])
    Self.expect(try Self.moved(view), [40, -50, 10])
    // All of it is spent in B, and the content of what A pays stays.
    let bills = try Bills(checked: view)
    #expect(bills.parts[0].filter { $0.category == .contract }.allSatisfy { $0.spentIn == Self.b })
    #expect(Content(bills, of: view) == Content(Bills(Self.view([])), of: Self.view([])))

    // The dearer ore is no reason to pay more for metal: cost is without what contracts move.
    let metal = Self.contract("m", Self.metal, Self.c, Self.a, 10, floor: 8)
    let both = Self.view([ore, metal])
    Self.expect(try Bills(checked: both).transfers[0].map(\.averageCost), [2.5, 6.2])
    Self.expect(try Self.moved(both), [40 + 18, -50, 10 - 18])
  }

  @Test("inside a region a contract moves nothing from home use to the seller, who is the same")
  func inside() throws {
    let view = Self.view([
      Self.contract("c", Self.metal, Self.c, Self.c, 5, price: 8),
      Self.contract("b", Self.ore, Self.b, Self.b, 40, price: 5),
    ])
    Self.expect(try Bills(checked: view).transfers[0].map(\.amount), [9, 100])
    Self.expect(try Self.moved(view), [0, 0, 0])
  }

  @Test("inside a region the users of what it exports pay their part")
  func insideBeforeExport() throws {
    // The ore of C's smelter comes from a mine of C.
    var plan = SmallTrade.plan
    plan.flows[1].key.origin = SmallTrade.c
    plan.activity = [[80], [20], [40], [20], [0]]
    let bills = { (contracts: [Contract]) -> [Double] in
      var instance = SmallTrade.instance
      instance.addFacility("mine.C", process: 0, region: SmallTrade.c, capacity: 100, unitCost: 2)
      for contract in contracts { instance.contracts.append(contract) }
      let model = Model(for: instance, stockpiles: .free)
      let bills = try Bills(checked: PlanView(instance: instance, model: model, plan: plan))
      return instance.regions.indices.map { bills.bill(of: [$0], in: 0) }
    }
    let priced = try bills([Self.contract("c", Self.ore, Self.c, Self.c, 20, price: 7)])
    // The transfer is 20·(7 − 2); A bears 4/5 of it.
    Self.expect(zip(priced, try bills([])).map { $0 - $1 }, [80, 0, -80])
  }

  @Test("a contract counts in its periods only")
  func periods() throws {
    var instance = Instance(name: "two", horizon: Horizon(years: 2030...2032, discountRate: 0))
    let (a, b) = (instance.addRegion("A", isHome: true), instance.addRegion("B"))
    let metal = instance.addCommodity("metal", unit: "t")
    let smelt = instance.addProcess("smelt", output: metal)
    instance.addFacility("smelter", process: smelt, region: b, capacity: 9, unitCost: 3)
    instance.setLanes(Lane(unitCost: 1))
    instance.setDemand(of: metal, in: a, quantity: 4, shortageCost: 100)
    instance.contracts.append(
      Contract(
        id: "c", commodity: metal, origin: b, destination: a, quantity: 2, periods: 1...1, price: 5)
    )
    let result = try Planner(solver: GLPKSolver()).plan(instance, Model(for: instance))
    let bills = try Bills(checked: try #require(PlanView(result)))
    #expect(bills.transfers.map(\.count) == [0, 1, 0])
    Self.expect(instance.horizon.indices.map { bills.bill(of: [a], in: $0) }, [16, 20, 16])
    Self.expect(instance.horizon.indices.map { bills.bill(of: [b], in: $0) }, [0, -4, 0])
  }

  @Test("goods that reach nobody are paid where they are made, at any price")
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
    instance.contracts.append(Self.contract("c", salt, b, a, 4, price: 100))
    let result = try Planner(solver: GLPKSolver()).planUnchecked(instance, Model(for: instance))
    let bills = try Bills(checked: try #require(PlanView(result)))
    #expect(bills.transfers[0].isEmpty)
    Self.expect([bills.bill(of: [a], in: 0), bills.bill(of: [b], in: 0)], [9, 6])
  }
}
