import TestSupport

@testable import Sourcing

/// A random network in which an ore becomes a good, and members of a bloc stock both. In every fourth seed only some
/// members stock the ore. The first region makes most of the ore; it and the last regions are not in the bloc.
struct StockedNetwork {
  var instance: Instance
  let model = Model(name: "as-is", projects: [])
  let members: RegionSet

  private static let (ore, good) = (CommodityIndex(0), CommodityIndex(1))

  /// - Parameter memberCount: regions 1…memberCount are the members.
  init(seed: Int, regionCount: Int = 6, memberCount: Int = 3) {
    var random = SeededGenerator(state: UInt64(seed) &* 7919)
    let regions = Table((0..<regionCount).map { Region(id: "R\($0)") })
    members = RegionSet(id: "allies", members: (1...memberCount).map { RegionIndex($0) })
    var demands = DemandTable(regionCount: regionCount, commodityCount: 2, periodCount: 1)
    for region in regions.indices {
      for commodity in [Self.ore, Self.good] where random.number(0...1) < 0.85 {
        demands[region: region, commodity: commodity, period: 0] = .init(
          quantity: random.number(20...120), shortageCost: random.number(50...300))
      }
    }
    instance = Instance(
      name: "stocked-\(seed)", title: "", currency: "USD", description: "", sources: [],
      parameters: [:], home: members,
      horizon: Horizon([("2030", 1)], discountRate: 0.05), regions: regions,
      blocs: [members],
      commodities: [
        Commodity(id: "ore", unit: "t", price: [random.number(2...10)]),
        Commodity(id: "good", unit: "t", price: [random.number(10...30)]),
      ],
      groups: [],
      processes: [
        Process(id: "mine", stage: "mining", output: Self.ore, inputs: [], byproducts: []),
        Process(
          id: "make", stage: "making", output: Self.good,
          inputs: [.init(commodity: Self.ore, quantity: 1.2)], byproducts: []),
      ],
      facilities: Table(Self.facilities(regionCount, &random)), projects: [], programmes: [],
      lanes: Self.lanes(regionCount, &random), quotas: [], demands: demands,
      stockpiles: Table(
        Self.stockpiles(
          members.members, oreShare: seed.isMultiple(of: 4) ? 0.5 : 1, &random)), contracts: [],
      history: [],
      disruptions: Table(Self.disruptions(regionCount, &random)))
  }

  private static func facilities(_ regionCount: Int, _ random: inout SeededGenerator) -> [Facility]
  {
    (0..<regionCount).flatMap { region in
      [ProcessIndex(0), 1].compactMap { process -> Facility? in
        let isHub = region == 0
        guard isHub || random.number(0...1) < 0.6 else { return nil }
        let size = isHub ? Double(regionCount) * 180 : random.number(20...90)
        return Facility(
          id: "f\(region)-\(process.position)", process: process, region: RegionIndex(region),
          capacity: [size],
          unitCost: [isHub ? 1 : random.number(2...6)], minimum: [0], operation: 0...0)
      }
    }
  }

  private static func lanes(_ regionCount: Int, _ random: inout SeededGenerator) -> LaneTable {
    var lanes = LaneTable(regionCount: regionCount, commodityCount: 2, periodCount: 1)
    for commodity in [Self.ore, Self.good] {
      for origin in RegionIndex(0)..<RegionIndex(regionCount) {
        for destination in RegionIndex(0)..<RegionIndex(regionCount) where origin != destination {
          let terms = lanes.addTerms(Lane(unitCost: random.number(0.1...3)))
          lanes.assign(
            terms, commodity: commodity, origin: origin, destination: destination, period: 0)
        }
      }
    }
    return lanes
  }

  private static func stockpiles(
    _ members: [RegionIndex], oreShare: Double, _ random: inout SeededGenerator
  ) -> [Stockpile] {
    members.flatMap { region in
      [Self.ore, Self.good].compactMap { commodity -> Stockpile? in
        guard commodity == Self.good || random.number(0...1) < oreShare else { return nil }
        let initial = random.number(2...25)
        return Stockpile(
          id: "s\(region.position)-\(commodity.position)", region: region, commodity: commodity,
          initial: initial,
          capacity: 500, holdingCost: random.number(0.1...1),
          loss: random.number(0...1) < 0.3 ? 0.02 : 0, final: initial)
      }
    }
  }

  private static func disruptions(_ regionCount: Int, _ random: inout SeededGenerator)
    -> [Disruption]
  {
    let mishap = RegionIndex(Int.random(in: 1..<regionCount, using: &random))
    return [
      Disruption(
        id: "ban",
        effects: [.init(kind: .exports, regions: [0], factor: random.number(0...0.4), months: 5)]),
      Disruption(
        id: "mishap",
        effects: [
          .init(kind: .production, regions: [mishap], factor: 0, months: 4),
          .init(kind: .demand, regions: [mishap], factor: 1.2, months: 3),
        ]),
      Disruption(
        id: "raid",
        effects: [
          .init(kind: .production, regions: [0], factor: 0.5, months: 6),
          .init(kind: .stock, regions: [1], factor: 0.6, months: 1),
        ]),
    ]
  }
}

extension SeededGenerator {
  mutating func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }
}
