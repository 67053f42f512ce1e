import CaseSupport
import Sourcing
import TestSupport
import Testing

@testable import Analysis

/// Bills of small plans, computed by hand.
@Suite("Bills by hand")
struct BillExampleTests {
  private static func view(_ instance: Instance = SmallTrade.instance) -> PlanView {
    PlanView(
      instance: instance, model: Model(for: instance, stockpiles: .free),
      plan: SmallTrade.plan)
  }

  /// What each region pays, by place of spending and category.
  private static func amounts(_ bills: Bills) -> [String: Double] {
    let names = ["A", "B", "C"]
    return Dictionary(
      bills.parts[0].map {
        (
          "\(names[$0.payer.position])-\(names[$0.spentIn.position])-\($0.category.rawValue)",
          $0.amount
        )
      }, uniquingKeysWith: +)
  }

  private static func expect(_ found: [String: Double], _ wanted: [String: Double]) {
    #expect(Set(found.keys) == Set(wanted.keys))
    for (name, amount) in wanted {
      #expect(isClose(found[name] ?? .nan, amount, within: 1e-12), "\(name)")
    }
  }

  @Test("joint products, discards, stocks, programmes, idle projects, and goods that nobody takes")
  func amounts() throws {
    // A bears 124 of the 155 that C's smelter costs: 93 with metal, 31 with slag.
    Self.expect(
      Self.amounts(try Bills(checked: Self.view())),
      [
        "A-B-production": 80, "A-C-transport": 16, "A-C-production": 16, "A-C-capital": 12 + 5,
        "A-A-transport": 15, "A-A-tariff": 15, "A-A-shortage": 60,
        "B-B-production": 120, "B-B-holding": 1,
        "C-B-production": 20, "C-C-transport": 4, "C-C-production": 4, "C-C-capital": 3 + 5,
      ])
  }

  @Test("the bill of several regions is the sum of theirs")
  func sums() throws {
    let bills = try Bills(checked: Self.view())
    #expect(isClose(bills.bill(of: [SmallTrade.a]), 219, within: 1e-12))
    #expect(isClose(bills.bill(of: [SmallTrade.b, SmallTrade.c]), 157, within: 1e-12))
    #expect(isClose(bills.tariffs(spentIn: [SmallTrade.a]), 15, within: 1e-12))
    let byPayer = bills.byPayer
    #expect(byPayer.count == 3)
    for (payer, bill) in byPayer { #expect(isClose(bill, bills.bill(of: [payer]), within: 1e-12)) }
  }

  @Test("content is the share of money by place, each region in its first part")
  func content() throws {
    let view = Self.view()
    let parts = Content(try Bills(checked: view), of: view).parts
    #expect(parts.map(\.part) == ["home", "rival", "elsewhere"])
    #expect(parts.map(\.bloc) == ["A", "B", ""])
    for (part, wanted) in zip(parts, [15.0, 80, 44]) {
      #expect(isClose(part.share, wanted / 139, within: 1e-12))
    }
  }

  @Test("a bloc of which regions count before is the rest, and a part without a region is left out")
  func contentOfOverlappingBlocs() throws {
    var instance = SmallTrade.instance
    instance.blocs.append(RegionSet(id: "pair", members: [SmallTrade.a, SmallTrade.c]))
    instance.parameters["partners"] = "pair"
    instance.parameters["region"] = "world"
    let view = Self.view(instance)
    let bills = try Bills(checked: view)
    let parts = Content(bills, withoutGoals: bills, of: view).parts
    #expect(parts.map(\.bloc) == ["A", "pair", "world"])
    #expect(parts.map(\.isRest) == [false, true, true])
    for (part, wanted) in zip(parts, [15.0, 44, 80]) {
      #expect(isClose(part.share, wanted / 139, within: 1e-12))
      #expect(part.shareWithoutGoals == part.share)
    }
    #expect(Content(bills, of: view).parts.allSatisfy { $0.shareWithoutGoals == nil })
    instance.parameters["partners"] = "C"
    let apart = Content(bills, of: Self.view(instance)).parts
    #expect(apart.map(\.isRest) == [false, false, true])
  }

  @Test("what home pays a seller above cost, and what home gets, is beside that without goals")
  func contractPayments() throws {
    var instance = SmallTrade.instance
    instance.contracts.append(
      Contract(
        id: "c", commodity: SmallTrade.metal, origin: SmallTrade.c, destination: SmallTrade.a,
        quantity: 10, periods: 0...0, price: 8))
    let view = Self.view(instance)
    let bills = try BillComparison(view, withoutGoals: Self.view())
    let figures = BillFigures(bills, of: view)
    let payment = try #require(figures.contracts.first)
    #expect(figures.contracts.count == 1 && payment.region == "C")
    #expect(isClose(payment.amount, 18, within: 1e-12) && payment.amountWithoutGoals == 0)
    #expect(figures.contractRevenue == 0 && figures.contractRevenueWithoutGoals == 0)
    #expect(isClose(figures.home, 219 + 18, within: 1e-12))
    // The seller gets it; together with the buyer it gets nothing from others.
    #expect(
      isClose(ContractPayment.revenue(of: [SmallTrade.c], in: bills.plan), 18, within: 1e-12))
    let both = [SmallTrade.a, SmallTrade.c]
    #expect(abs(ContractPayment.revenue(of: both, in: bills.plan)) < 1e-12)
    let alone = BillFigures(try BillComparison(view), of: view)
    #expect(alone.contracts.map(\.amountWithoutGoals) == [nil])
  }

  @Test(
    "a contract moves what is paid beyond cost, here 6.2 a unit",
    arguments: [
      (8.0 as Double?, nil as Double?, 18.0), (nil, 5, 0), (nil, 7, 8), (4, 5, -12), (8, 9, 28),
    ])
  func contract(price: Double?, floor: Double?, transfer: Double) throws {
    var instance = SmallTrade.instance
    instance.contracts.append(
      Contract(
        id: "c", commodity: SmallTrade.metal, origin: SmallTrade.c, destination: SmallTrade.a,
        quantity: 10, periods: 0...0, price: price, floor: floor))
    let found = Self.amounts(try Bills(checked: Self.view(instance)))
    #expect(isClose(found["A-C-contract"] ?? 0, transfer, within: 1e-12))
    #expect(isClose(found["C-C-contract"] ?? 0, -transfer, within: 1e-12))
    let view = Self.view(instance)
    let plain = Self.view()
    #expect(
      Content(try Bills(checked: view), of: view) == Content(try Bills(checked: plain), of: plain))
  }

  @Test("contracts beyond the flow are cut in proportion")
  func contractsBeyondFlow() throws {
    var instance = SmallTrade.instance
    for (id, price) in [("c", 8.0 as Double?), ("d", nil)] {
      instance.contracts.append(
        Contract(
          id: id, commodity: SmallTrade.metal, origin: SmallTrade.c, destination: SmallTrade.a,
          quantity: 10, periods: 0...0, price: price))
    }
    let found = Self.amounts(try Bills(checked: Self.view(instance)))
    #expect(isClose(found["A-C-contract"] ?? 0, 13.5, within: 1e-12))
  }

  @Test("a tariff above 1 is paid like any other")
  func highTariff() throws {
    var instance = SmallTrade.instance
    instance.setLanes(
      of: SmallTrade.metal, from: SmallTrade.c, to: SmallTrade.a, Lane(unitCost: 1, tariff: 2.5))
    #expect(throws: Never.self) { try instance.validate() }
    let bills = try Bills(checked: Self.view(instance))
    #expect(isClose(Self.amounts(bills)["A-A-tariff"] ?? 0, 15 * 10 * 2.5, within: 1e-12))
    #expect(isClose(bills.bill(of: [SmallTrade.a]), 219 - 15 + 375, within: 1e-12))
  }

  @Test("where no output has a price, the main output bears all")
  func noPrices() throws {
    var instance = SmallTrade.instance
    for commodity in instance.commodities.indices { instance.commodities[commodity].price = [0] }
    let found = Self.amounts(try Bills(checked: Self.view(instance)))
    // A has 15 of the 20 of metal that C's smelter makes; slag bears nothing.
    #expect(isClose(found["A-B-production"] ?? 0, 75, within: 1e-12))
    #expect(found["A-A-tariff"] == nil)
  }

  @Test("a joint product without a price bears nothing")
  func freeByproduct() throws {
    var instance = SmallTrade.instance
    instance.commodities[SmallTrade.slag].price = [0]
    let found = Self.amounts(try Bills(checked: Self.view(instance)))
    #expect(isClose(found["A-B-production"] ?? 0, 75, within: 1e-12))
    #expect(isClose(found["B-B-production"] ?? 0, 120, within: 1e-12))
  }

  @Test("the referee finds bills that are not the cost")
  func referee() throws {
    let view = Self.view()
    let bills = Bills(view)
    var parts = bills.parts
    parts[0][3].other += 1e-6
    #expect(throws: BillMismatch.self) {
      try BillReferee(view).check(Bills(parts: parts, horizon: view.instance.horizon))
    }
    parts = bills.parts
    parts[0][0].goods = .nan
    #expect(throws: BillMismatch.self) {
      try BillReferee(view).check(Bills(parts: parts, horizon: view.instance.horizon))
    }
    try BillReferee(view).check(bills)
  }

  @Test("the referee finds transfers to a region that others do not pay")
  func refereeOfTransfers() throws {
    var instance = SmallTrade.instance
    instance.contracts.append(
      Contract(
        id: "c", commodity: SmallTrade.metal, origin: SmallTrade.c, destination: SmallTrade.a,
        quantity: 10, periods: 0...0, price: 8))
    let view = Self.view(instance)
    let bills = try Bills(checked: view)
    var parts = bills.parts
    let place = try #require(parts[0].firstIndex { $0.category == .contract && $0.goods > 0 })
    // The sum stays 0, but what A pays goes to B, and C gets it.
    parts[0][place].spentIn = SmallTrade.b
    let error = #expect(throws: BillMismatch.self) {
      try BillReferee(view).check(Bills(parts: parts, horizon: instance.horizon))
    }
    #expect(error?.description.contains("gets by contracts in 2030") == true)
    parts = bills.parts
    parts[0][place].goods += 1e-6
    #expect(throws: BillMismatch.self) {
      try BillReferee(view).check(Bills(parts: parts, horizon: instance.horizon))
    }
  }
}
