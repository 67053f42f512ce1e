import CaseSupport
import GLPKSolver
import Planning
import Scenarios
import Sourcing
import TestSupport
import Testing

@Suite("An instance as it was known in a period")
struct KnownInstanceTests {
  /// Four periods, in each of which nearly everything is different.
  private static func changing() -> Instance {
    var instance = Instance(
      name: "changing", horizon: Horizon(years: 2020...2023, discountRate: 0.05))
    let a = instance.addRegion("A", isHome: true)
    let b = instance.addRegion("B")
    let metal = instance.addCommodity("metal", unit: "t")
    instance.commodities[metal].price = [10, 20, 30, 40]
    let make = instance.addProcess("make", output: metal)
    instance.facilities = [
      Facility(
        id: "old", process: make, region: b, capacity: [100, 90, 80, 0], unitCost: [1, 2, 3, 4],
        minimum: [0, 5, 6, 0], operation: 0...2),
      Facility(
        id: "new", process: make, region: b, capacity: [0, 0, 70, 70], unitCost: [1, 1, 1, 1],
        minimum: [0, 0, 0, 0], operation: 2...3),
      Facility(
        id: "gone", process: make, region: b, capacity: [60, 0, 0, 0], unitCost: [1, 7, 8, 9],
        minimum: [0, 0, 0, 0], operation: 0...0),
    ]
    for period in instance.horizon.indices where period != 3 {
      let number = Double(period.position)
      instance.setLanes(
        of: metal, from: b, to: a,
        Lane(unitCost: number, tariff: number / 10, capacity: 50 + number), period: period)
    }
    instance.setLanes(of: metal, from: a, to: b, Lane(unitCost: 9), period: 2)
    let quota = { (id: String, quantity: Double, period: PeriodIndex?) in
      Quota(
        id: id, commodities: [metal], origins: [b], destinations: [a], quantity: quantity,
        period: period)
    }
    instance.quotas = [
      quota("always", 99, nil), quota("q", 60, 0), quota("q", 50, 1), quota("q", 40, 2),
      quota("r", 30, 3),
    ]
    let contract = { (id: String, periods: ClosedRange<PeriodIndex>) in
      Contract(
        id: id, commodity: metal, origin: b, destination: a, quantity: 1, periods: periods)
    }
    instance.contracts = [
      contract("ended", 0...0), contract("goes-on", 1...3), contract("later", 2...3),
    ]
    for (period, quantity) in [40.0, 30, 20, 10].enumerated() {
      instance.setDemand(
        of: metal, in: a, quantity: quantity, shortageCost: 100, period: PeriodIndex(period))
      let flow = HistoricalFlow(
        commodity: metal, origin: b, destination: a, period: PeriodIndex(period),
        quantity: quantity)
      if period < 3 { instance.history.append(flow) }
      if period > 0 { instance.observed.append(flow) }
    }
    instance.observed[0].quantity = 29
    return instance
  }

  @Test("facilities go on with capacity, cost and minimum, and later ones are not there")
  func facilities() throws {
    let known = Self.changing().known(at: 1)
    #expect(known.facilities.map(\.id) == ["old", "gone"])
    let old = try #require(known.facilities.first)
    #expect(old.capacity == [100, 90, 90, 90])
    #expect(old.unitCost == [1, 2, 2, 2])
    #expect(old.minimum == [0, 5, 5, 5])
    #expect(old.operation == 0...3)
    // What has closed stays closed.
    #expect(known.facilities[1].capacity == [60, 0, 0, 0])
    #expect(known.facilities[1].unitCost == [1, 7, 8, 9])
    #expect(known.facilities[1].operation == 0...0)
    try known.validate()
  }

  @Test("prices and lanes stay, also where a lane ends or begins")
  func prices() {
    let (before, known) = (Self.changing(), Self.changing().known(at: 1))
    #expect(known.commodities[0].price == [10, 20, 20, 20])
    let lane = { (instance: Instance, period: PeriodIndex, isBack: Bool) in
      instance.lanes[
        commodity: 0, origin: isBack ? 0 : 1, destination: isBack ? 1 : 0, period: period]
    }
    #expect(before.horizon.indices.map { lane(before, $0, false)?.capacity } == [50, 51, 52, nil])
    #expect(known.horizon.indices.map { lane(known, $0, false)?.capacity } == [50, 51, 51, 51])
    #expect(known.horizon.indices.map { lane(known, $0, false)?.tariff } == [0, 0.1, 0.1, 0.1])
    #expect(known.horizon.indices.map { lane(known, $0, false)?.unitCost } == [0, 1, 1, 1])
    #expect(lane(before, 2, true) != nil && lane(known, 2, true) == nil)
    #expect(lane(before, 3, true) == nil && lane(before.known(at: 2), 3, true)?.unitCost == 9)
    let inside = known.horizon.indices.map {
      known.lanes[commodity: 0, origin: 0, destination: 0, period: $0]
    }
    #expect(inside.allSatisfy { $0 == .domestic })
  }

  @Test("a quota of the period holds in each later one, in the place of those")
  func quotas() {
    let known = Self.changing().known(at: 1)
    #expect(known.quotas.map(\.id) == ["always", "q", "q", "q", "q"])
    #expect(known.quotas.map(\.quantity) == [99, 60, 50, 50, 50])
    #expect(known.quotas.map(\.period) == [nil, 0, 1, 2, 3])
    #expect(Self.changing().known(at: 3).quotas.count == 5)
  }

  @Test("contracts go on to their ends, and later ones are unknown")
  func contracts() {
    let known = Self.changing().known(at: 1)
    #expect(known.contracts.map(\.id) == ["ended", "goes-on"])
    #expect(known.contracts.map(\.periods) == [0...0, 1...3])
  }

  @Test("history is what happened up to the period; withheld flows count before those of history")
  func history() {
    let instance = Self.changing()
    let known = instance.known(at: 2)
    #expect(known.history.map(\.period) == [0, 1, 2])
    #expect(known.history.map(\.quantity) == [40, 29, 20])
    #expect(known.observed.isEmpty)
    #expect(instance.known(at: 0).history.map(\.quantity) == [40])
  }

  @Test("demand is known, and with hindsight all but the flows")
  func demand() {
    let instance = Self.changing()
    for hindsight in [false, true] {
      let known = instance.known(at: 1, hindsight: hindsight)
      let demand = known.horizon.indices.map {
        known.demands[region: 0, commodity: 0, period: $0].quantity
      }
      #expect(demand == [40, 30, 20, 10])
      #expect(known.history.count == 2)
    }
    var known = instance.known(at: 1, hindsight: true)
    (known.history, known.observed) = (instance.history, instance.observed)
    #expect("\(known)" == "\(instance)")
  }

  @Test("as of the last period nothing changes", arguments: seeds)
  func last(seed: UInt64) throws {
    let instance = try Question(seed: seed).instance
    #expect("\(instance.known(at: instance.horizon.last))" == "\(instance)")
  }

  @Test("where all periods are alike, nothing changes as of any of them", arguments: [0, 1, 2])
  func constant(position: Int) {
    var instance = ShrinkingSupplier(fromB: [30, 100, 100]).instance
    (instance.history, instance.observed) = ([], [])
    instance.quotas.append(
      Quota(id: "q", commodities: [0], origins: [1], destinations: [0], quantity: 40))
    #expect("\(instance.known(at: PeriodIndex(position)))" == "\(instance)")
  }

  @Test("what is known can be planned, in every period", arguments: seeds.prefix(8))
  func valid(seed: UInt64) throws {
    let instance = try Question(seed: seed).instance
    for period in instance.horizon.indices {
      let known = instance.known(at: period)
      try known.validate()
      _ = try Planner(solver: GLPKSolver()).plan(known, Model(for: known))
    }
  }
}
