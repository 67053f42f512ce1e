import TestSupport

@testable import Sourcing

/// Members that each make all that they use of one good. The lanes between them cost too much for trade without a
/// disruption, so only stocks can replace what a disruption takes.
struct IslandNetwork {
  var instance: Instance
  var members: RegionSet

  /// - Parameters:
  ///   - demands: units a year, one a member.
  ///   - stocks: levels of the stockpiles, one a member.
  ///   - capacity: of every stockpile.
  init(
    demands: [Double], stocks: [Double], capacity: Double = 1e4, shortageCosts: [Double]? = nil,
    disruptions: [Disruption]
  ) {
    let regions = Table(demands.indices.map { Region(id: "M\($0 + 1)") })
    members = RegionSet(id: "islands", members: Array(regions.indices))
    var table = DemandTable(regionCount: demands.count, commodityCount: 1, periodCount: 1)
    var lanes = LaneTable(regionCount: demands.count, commodityCount: 1, periodCount: 1)
    let terms = lanes.addTerms(Lane(unitCost: 5))
    for region in regions.indices {
      table[region: region, commodity: 0, period: 0] = .init(
        quantity: demands[region.position],
        shortageCost: shortageCosts?[region.position] ?? 100)
      for other in regions.indices where other != region {
        lanes.assign(terms, commodity: 0, origin: region, destination: other, period: 0)
      }
    }
    instance = Instance(
      name: "islands", title: "", currency: "USD", description: "", sources: [],
      parameters: [:], home: members,
      horizon: Horizon([("2030", 1)], discountRate: 0.05), regions: regions, blocs: [members],
      commodities: [Commodity(id: "oil", unit: "t", price: [10])], groups: [],
      processes: [Process(id: "well", stage: "well", output: 0, inputs: [], byproducts: [])],
      facilities: Table(
        demands.enumerated().map { index, demand in
          Facility(
            id: "f\(index)", process: 0, region: RegionIndex(index), capacity: [demand],
            unitCost: [1], minimum: [0], operation: 0...0)
        }),
      projects: [], programmes: [], lanes: lanes, quotas: [], demands: table,
      stockpiles: Table(
        stocks.enumerated().map { index, stock in
          Stockpile(
            id: "s\(index)", region: RegionIndex(index), commodity: 0, initial: stock,
            capacity: capacity, holdingCost: 0.5, final: stock)
        }),
      contracts: [], history: [], disruptions: Table(disruptions))
  }

  /// A disruption that cuts the output of some members for a year.
  static func cut(_ id: String, _ factors: [(region: RegionIndex, factor: Double)]) -> Disruption {
    Disruption(
      id: id,
      effects: factors.map {
        .init(kind: .production, regions: [$0.region], factor: $0.factor, months: 12)
      })
  }

  /// Trade cannot be rerouted within the window.
  var options: StressOptions {
    var options = StressOptions()
    options.rerouteMonths = 12
    return options
  }
}
