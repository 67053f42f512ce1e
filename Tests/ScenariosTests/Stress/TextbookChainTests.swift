import CaseSupport
import GLPKSolver
import Scenarios
import TestSupport
import Testing

@testable import Planning
@testable import Sourcing

/// The textbook chain: 10 a month are needed, refinery A makes most of it and B makes 6, and there are stocks of 30
/// and 20.
struct TextbookChain {
  var instance: Instance
  let model = Model(name: "as-is", projects: [])

  /// - Parameter stocks: levels of the two stockpiles.
  init(stocks: [Double] = [30, 20], b: Double = 6, months: Int = 24) {
    var demands = DemandTable(regionCount: 1, commodityCount: 1, periodCount: 1)
    demands[region: 0, commodity: 0, period: 0] = .init(quantity: 120, shortageCost: 100)
    let home = RegionSet(id: "HOME", members: [0])
    instance = Instance(
      name: "chain", title: "", currency: "USD", description: "", sources: [], parameters: [:],
      home: home, horizon: Horizon([("2030", 1)], discountRate: 0),
      regions: [Region(id: "HOME")], blocs: [],
      commodities: [Commodity(id: "oxide", unit: "t", price: [1])], groups: [],
      processes: Table(
        ["a", "b"].map {
          Process(id: $0, stage: "refining", output: 0, inputs: [], byproducts: [])
        }),
      facilities: Table(
        zip(["A", "B"], [120, 12 * b]).enumerated().map { place, refinery in
          Facility(
            id: refinery.0, process: ProcessIndex(place), region: 0, capacity: [refinery.1],
            unitCost: [1], minimum: [0], operation: 0...0)
        }),
      projects: [], programmes: [],
      lanes: LaneTable(regionCount: 1, commodityCount: 1, periodCount: 1), quotas: [],
      demands: demands,
      stockpiles: Table(
        stocks.enumerated().map { place, stock in
          Stockpile(
            id: "w\(place)", region: 0, commodity: 0, initial: stock, capacity: stock,
            holdingCost: 0, loss: 0, final: stock)
        }),
      contracts: [], history: [],
      disruptions: [
        Disruption(
          id: "a-lost",
          effects: [
            .init(kind: .production, regions: [0], process: 0, factor: 0, months: months)
          ])
      ])
  }

  func stressed(horizon: Int = 24) throws -> (undisturbed: StressOutcome, lost: StressOutcome) {
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    let plan = try #require(result.plan)
    var options = StressOptions()
    options.horizonMonths = horizon
    let runner = StressRunner(
      instance: instance, model: model, plan: plan, options: options, solver: GLPKSolver())
    let run = try runner.run(instance.disruptions, sharing: Sharing())
    return (run.undisturbed, try #require(run.disrupted.first))
  }
}

@Suite("The textbook chain")
struct TextbookChainTests {
  @Test("without A it survives 12 whole months, with 4 a month from stocks of 50")
  func survivesTwelveMonths() throws {
    let (undisturbed, lost) = try TextbookChain().stressed()
    let market = try #require(lost.markets.first)
    #expect(market.timeToSurvive == 12 && market.isExposed)
    // 24 months with 4 too few, less the stocks.
    #expect(isClose(market.shortage, 24 * 4 - 50))
    #expect(isClose(lost.lostValue, 4600))
    #expect(undisturbed.markets.first?.timeToSurvive == 24 && undisturbed.lostValue == 0)
  }

  @Test("with stock for half a month more it survives 13")
  func survivesThirteenMonths() throws {
    #expect(try TextbookChain(stocks: [30, 22]).stressed().lost.markets.first?.timeToSurvive == 13)
    #expect(
      try TextbookChain(stocks: [30, 21.9]).stressed().lost.markets.first?.timeToSurvive == 12)
  }

  @Test("a loss that ends before the stocks do costs nothing")
  func endsInTime() throws {
    let (_, lost) = try TextbookChain(months: 12).stressed()
    #expect(lost.lostValue == 0 && lost.markets.first?.timeToSurvive == 24)
    #expect(lost.markets.first?.isExposed == false)
  }
}
