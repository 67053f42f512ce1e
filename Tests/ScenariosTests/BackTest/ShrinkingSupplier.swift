import GLPKSolver
import Scenarios
import Sourcing
import TestSupport

/// Home A uses 50 t of metal a year, from B, which is cheapest, or from C. B sends it less each year: in 2020 it could make
/// more, later that is all it can make. C makes the rest.
struct ShrinkingSupplier {
  var instance: Instance

  /// - Parameters:
  ///   - fromB: what B sends to A in each year from 2020, t, and can make in each but the first, when that is 100 t.
  ///   - parameters: of the instance.
  init(fromB: [Double] = [30, 20, 10], parameters: [String: String] = [:]) {
    let last = 2020 + fromB.count - 1
    instance = Instance(
      name: "shrinking", parameters: parameters,
      horizon: Horizon(years: 2020...last, discountRate: 0.05))
    let a = instance.addRegion("A", isHome: true)
    let regions = instance.addRegions(["B", "C"])
    let metal = instance.addCommodity("metal", unit: "t", price: 10)
    let make = instance.addProcess("make", output: metal)
    let maker = instance.addFacility(
      "fb", process: make, region: regions[0], capacity: 100, unitCost: 1)
    for (period, quantity) in fromB.enumerated().dropFirst() {
      instance.facilities[maker].capacity[PeriodIndex(period)] = quantity
    }
    instance.addFacility("fc", process: make, region: regions[1], capacity: 100, unitCost: 2)
    instance.setLanes(Lane(unitCost: 0.1))
    instance.setDemand(of: metal, in: a, quantity: 50, shortageCost: 1000)
    for (period, quantity) in fromB.enumerated() {
      for (origin, sent) in [(regions[0], quantity), (regions[1], 50 - quantity)] {
        let flow = HistoricalFlow(
          commodity: metal, origin: origin, destination: a, period: PeriodIndex(period),
          quantity: sent)
        if period == 0 { instance.history.append(flow) } else { instance.observed.append(flow) }
      }
    }
  }

  /// A back-test with a model without goals.
  func test(_ terms: BackTest.Terms = BackTest.Terms(), jobs: Int = 1) throws -> BackTest {
    try BackTestRunner(solver: GLPKSolver()).run(instance, terms, jobs: jobs) { Model(for: $0) }
  }
}
