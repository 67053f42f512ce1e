import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import TestSupport
import Testing

/// One member cannot reach the service level: the sizes of the others, and its limits.
struct ServiceShortfallTests {
  private static let place = Place(region: 1, commodity: 0)

  private func sizing(_ network: IslandNetwork, canReroute: Bool = false) throws
    -> StockpileSizing
  {
    var options = network.options
    if canReroute { options.rerouteMonths = 0 }
    let model = Model(name: "as-is", projects: [])
    let planned = try Planner(solver: GLPKSolver()).plan(network.instance, model)
    let stress = StressRunner(
      instance: network.instance, model: model, plan: try #require(planned.plan),
      options: options, solver: GLPKSolver())
    return StockpileSizing(
      stress: stress, members: network.members, disruptions: network.instance.disruptions,
      service: 0.9)
  }

  /// Each member in turn loses the output of a year.
  private func islands(_ demands: [Double]) -> IslandNetwork {
    IslandNetwork(
      demands: demands, stocks: demands.map { _ in 5 },
      disruptions: demands.indices.map {
        IslandNetwork.cut("hit-\($0)", [(RegionIndex($0), 0)])
      })
  }

  /// The sizes without sharing that another solver finds.
  private func ownSizes(
    _ question: StockpileSizing, by solver: ScriptedSolver
  ) throws -> StockpileSizes {
    try StockpileSizing(
      stress: question.stress.with(solver), members: question.members,
      disruptions: question.disruptions, service: question.service
    ).sizes(under: [.own])[0]
  }

  private func expectLevels(_ sizes: StockpileSizes, _ wanted: [Double]) {
    #expect(sizes.levels.count == wanted.count)
    for (level, wanted) in zip(sizes.levels, wanted) {
      #expect(abs(level.quantity - wanted) < 1e-3, "\(level.quantity), not \(wanted)")
    }
  }

  @Test("a small stockpile limits its member only, and a larger one serves it")
  func capacity() throws {
    var network = islands([100, 100, 200])
    network.instance.stockpiles[1].capacity = 30
    let sizes = try sizing(network).sizes(under: [.own])[0]
    #expect(!sizes.isReached && abs(sizes.service - 0.3) < 1e-6)
    expectLevels(sizes, [90, 30, 180])
    let shortfall = try #require(sizes.shortfalls.first)
    #expect(sizes.shortfalls.count == 1 && shortfall.place == Self.place)
    #expect(shortfall.windows == [1] && !shortfall.takesAll)
    let capacity = try #require(shortfall.limits.first)
    #expect(capacity.limit == .stockpileCapacity && abs(capacity.service - 0.9) < 1e-6)
    // With its own output, or with flows from what others make or store, it would be served too.
    #expect(shortfall.limits.map(\.limit) == [.stockpileCapacity, .production, .lanes])
    #expect(shortfall.limits.allSatisfy { abs($0.service - 0.9) < 1e-6 })
  }

  @Test("sizes that are found are kept if the limits cannot be found")
  func unexplained() throws {
    var network = islands([100, 100, 200])
    network.instance.stockpiles[1].capacity = 30
    let question = try sizing(network)
    let honest = ScriptedSolver(GLPKSolver())
    _ = try ownSizes(question, by: honest)
    let last = honest.requests.count - 1
    for turn in [ScriptedSolver.Turn.ends(.timeLimit), .fails(.refuted("it is not so"))] {
      let solver = ScriptedSolver(GLPKSolver()) { $0.number < last ? .honest : turn }
      let sizes = try ownSizes(question, by: solver)
      expectLevels(sizes, [90, 30, 180])
      let shortfall = try #require(sizes.shortfalls.first)
      #expect(shortfall.limits.isEmpty && !shortfall.isExplained)
    }
  }

  @Test("a later stage that no answer solves is solved with more room for the stages before it")
  func widened() throws {
    let question = try sizing(islands([100, 100, 200]))
    let honest = ScriptedSolver(GLPKSolver())
    let wanted = try ownSizes(question, by: honest).levels.map(\.quantity)
    let mended = honest.requests.indices.compactMap { place in
      try? ownSizes(
        question,
        by: ScriptedSolver(GLPKSolver()) {
          $0.number == place ? .fails(.refuted("it is not so")) : .honest
        })
    }
    // The smallest largest cost, and the least value of the stocks.
    #expect(mended.count >= 2)
    for sizes in mended { expectLevels(sizes, wanted) }
  }

  @Test("where stocks are lost, ten times the capacities change nothing, and capacity is not named")
  func lostStock() throws {
    var network = islands([100, 100, 200])
    network.instance.disruptions[1].effects.append(
      .init(kind: .stock, regions: [1], factor: 0.1, months: 1))
    network.instance.stockpiles[1].releaseLimit = 40
    let sizes = try sizing(network).sizes(under: [.own])[0]
    for index in network.instance.stockpiles.indices {
      network.instance.stockpiles[index].capacity *= 10
    }
    let larger = try sizing(network).sizes(under: [.own])[0]
    for found in [sizes, larger] {
      #expect(abs(found.service - 0.4) < 1e-6)
      expectLevels(found, [90, 400, 180])
      #expect(found.shortfalls.map(\.place) == [Self.place])
      #expect(found.shortfalls[0].limits.map(\.limit) == [.stockRelease, .production, .lanes])
    }
  }

  /// The second member makes nothing and has no stockpile; a region outside supplies it.
  private func importer(supply: Double, demand: Double) -> IslandNetwork {
    var network = IslandNetwork(
      demands: [100, 100, demand], stocks: [5, 5, 5],
      disruptions: [
        IslandNetwork.cut("hit", [(0, 0)]),
        Disruption(
          id: "ban",
          effects: [.init(kind: .exports, regions: [2], factor: 0.25, months: 12)]),
      ])
    network.instance.facilities[1].capacity = [0]
    network.instance.facilities[2].capacity = [supply]
    network.instance.stockpiles = Table(network.instance.stockpiles.prefix(1))
    network.members = RegionSet(id: "pair", members: [0, 1])
    return network
  }

  @Test("lanes that are cut are named, and a member with its own supply has its usual size")
  func lanes() throws {
    let sizes = try sizing(importer(supply: 200, demand: 100)).sizes(under: [.own])[0]
    expectLevels(sizes, [90])
    let shortfall = try #require(sizes.shortfalls.first)
    #expect(shortfall.place == Self.place && abs(shortfall.service - 0.25) < 1e-6)
    #expect(shortfall.windows == [1])
    #expect(shortfall.limits.map(\.limit) == [.lanes])
  }

  @Test("two limits that only bind together are both named")
  func together() throws {
    var network = importer(supply: 200, demand: 100)
    network.instance.disruptions[1].effects.append(
      .init(kind: .production, regions: [2], factor: 0.625, months: 12))
    // Nothing can leave the first member, which could otherwise stock and send goods.
    for destination in [RegionIndex(1), 2] {
      network.instance.lanes.assign(
        nil, commodity: 0, origin: 0, destination: destination, period: 0)
    }
    let sizes = try sizing(network).sizes(under: [.own])[0]
    let shortfall = try #require(sizes.shortfalls.first)
    #expect(abs(shortfall.service - 0.25) < 1e-6)
    // The region outside keeps its 100 and has 25 left; without the ban it could send no more.
    #expect(shortfall.takesAll)
    #expect(shortfall.limits.map(\.limit) == [.production, .lanes])
    #expect(shortfall.limits.allSatisfy { abs($0.service - 0.9) < 1e-6 })
  }

  @Test("fresh supply of others is named as the market")
  func market() throws {
    var network = importer(supply: 200, demand: 150)
    network.instance.disruptions = Table([network.instance.disruptions[0]])
    let sizes = try sizing(network, canReroute: true).sizes(under: [.own])[0]
    expectLevels(sizes, [90])
    let shortfall = try #require(sizes.shortfalls.first)
    #expect(abs(shortfall.service - 0.5) < 1e-6 && !shortfall.takesAll)
    #expect(shortfall.limits.map(\.limit) == [.production, .market])
  }

  @Test("if nothing could serve a member, no limit is named")
  func nothing() throws {
    var network = importer(supply: 200, demand: 100)
    network.instance.lanes.assign(nil, commodity: 0, origin: 2, destination: 1, period: 0)
    network.instance.lanes.assign(nil, commodity: 0, origin: 0, destination: 1, period: 0)
    let sizes = try sizing(network).sizes(under: [.own])[0]
    expectLevels(sizes, [90])
    #expect(sizes.shortfalls.map(\.place) == [Self.place])
    #expect(sizes.service < 1e-6 && sizes.shortfalls[0].limits.isEmpty)
  }
}

extension StressRunner {
  fileprivate func with(_ solver: any Solver) -> StressRunner {
    StressRunner(
      instance: instance, model: model, plan: plan, period: period, options: options,
      solver: solver, solveOptions: solveOptions)
  }
}
