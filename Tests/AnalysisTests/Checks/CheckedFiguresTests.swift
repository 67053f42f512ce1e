import CaseSupport
import Foundation
import GLPKSolver
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Analysis

@Suite("Checks beside the instance and a plan")
struct CheckedFiguresTests {
  private typealias Network = CheckedNetwork

  private static func isSame(_ found: Double?, _ wanted: Double) -> Bool {
    found.map { isClose($0, wanted) } ?? false
  }

  @Test("a share of supply is that of the flows, and the instance's own that of its history")
  func supplyShare() throws {
    let past = try Network.figure(.supplyShare, of: "metal", in: "A", from: "C", period: 0)
    #expect(Self.isSame(past.plan, 50.0 / 80))
    #expect(past.own == .init(value: 50.0 / 80, origin: .history))
    let free = try Network.figure(.supplyShare, of: "metal", in: "A", from: "C", period: 1)
    #expect(Self.isSame(free.plan, 60.0 / 80) && free.own == nil)
    // C's own ore reaches C too.
    let ore = try Network.figure(.supplyShare, of: "ore", in: "C", from: "B", period: 1)
    #expect(Self.isSame(ore.plan, 40.0 / 60) && ore.own == nil)
  }

  @Test("a share of supply of a bloc, of the world and from a bloc adds flows up")
  func blocs() throws {
    // Of the bloc only A uses metal.
    let west = try Network.figure(.supplyShare, of: "metal", in: "west", from: "B", period: 0)
    #expect(Self.isSame(west.plan, 30.0 / 80))
    #expect(west.own == .init(value: 30.0 / 80, origin: .history))
    let world = try Network.figure(.supplyShare, of: "ore", in: "world", from: "B", period: 1)
    #expect(Self.isSame(world.plan, 60.0 / 80))
    let makers = try Network.figure(
      .supplyShare, of: "metal", in: "A", from: "makers", period: 0)
    #expect(Self.isSame(makers.plan, 1) && makers.own?.value == 1)
  }

  @Test("a share of supply of a group adds quantities up; unknown flows leave no own figure")
  func groups() throws {
    // 60 of ore and 20 of metal of 80 and 80.
    let free = try Network.figure(.supplyShare, of: "solids", in: "world", from: "B", period: 1)
    #expect(Self.isSame(free.plan, 80.0 / 160))
    // The flows of ore were not observed.
    let past = try Network.figure(.supplyShare, of: "solids", in: "world", from: "B", period: 0)
    #expect(past.own == nil && past.plan != nil)
    // A uses no ore, so that all its flows are known.
    let home = try Network.figure(.supplyShare, of: "solids", in: "A", from: "B", period: 0)
    #expect(home.own == .init(value: 30.0 / 80, origin: .history))
  }

  @Test("a share of nothing is no figure")
  func nothing() throws {
    let none = try Network.figure(.supplyShare, of: "ore", in: "A", from: "B", period: 1)
    #expect(none.plan == nil && none.own == nil && none.judged == nil && none.holds == nil)
    let chain = try Network.figure(.lookThroughShare, of: "ore", in: "A", from: "B", period: 1)
    #expect(chain.plan == nil)
  }

  @Test("a share through the chain counts what needs the partner at any stage")
  func lookThrough() throws {
    // Without B, C smelts 20 of its own ore; without C, B smelts 20 of its own.
    for partner in ["B", "C"] {
      let figure = try Network.figure(
        .lookThroughShare, of: "metal", in: "A", from: partner, period: 1)
      #expect(Self.isSame(figure.plan, 60.0 / 80) && figure.own == nil)
    }
    let makers = try Network.figure(
      .lookThroughShare, of: "metal", in: "A", from: "makers", period: 1)
    #expect(Self.isSame(makers.plan, 1))
  }

  @Test(
    "a share through the chain is what a goal reliance says of the same plan", arguments: 0..<12)
  func againstGoal(seed: UInt64) throws {
    let question = try Question(seed: 900 + seed)
    let goals = ["direct", "chain"].map {
      "{kind: reliance, upon: R1, commodity: oxide, at_most: 100%, trace: \($0), by: first}"
    }
    let result = try question.plan(goals)
    let outcomes = result.goals
    try #require(result.plan != nil && outcomes.count == 2 * question.instance.horizon.count)
    var instance = question.instance
    let upon = try #require(instance.regionSet("R1"))
    let oxide = try #require(instance.commodityGroup("oxide"))
    for (place, kind) in [PublishedCheck.Kind.supplyShare, .lookThroughShare].enumerated() {
      instance.checks = Table(
        instance.horizon.indices.map {
          PublishedCheck(
            id: "c\($0)", kind: kind, commodity: oxide, region: instance.home, partner: upon,
            period: $0, published: 0)
        })
      let figures = try CheckedFigure.all(of: instance, in: result, solver: GLPKSolver())
      for figure in figures {
        let outcome = try #require(
          outcomes.first { $0.goal.position == place && $0.period == figure.check.period })
        #expect(outcome.isVacuous == (figure.plan == nil))
        #expect(abs((figure.plan ?? 0) - outcome.achieved) < 1e-7)
      }
    }
  }

  @Test("production and its share are output of the plan and capacity of the instance")
  func production() throws {
    let ore = try Network.figure(.productionShare, of: "ore", in: "B", period: 1)
    #expect(Self.isSame(ore.plan, 60.0 / 80))
    #expect(ore.own == .init(value: 60.0 / 120, origin: .capacity))
    let metal = try Network.figure(.production, of: "metal", in: "B", period: 1)
    #expect(Self.isSame(metal.plan, 20) && metal.own == .init(value: 40, origin: .capacity))
    let past = try Network.figure(.production, of: "metal", in: "B", period: 0)
    #expect(Self.isSame(past.plan, 30))
    let makers = try Network.figure(.production, of: "solids", in: "makers", period: 1)
    #expect(Self.isSame(makers.plan, 160))
    // A byproduct.
    let slag = try Network.figure(.production, of: "slag", in: "world", period: 1)
    #expect(Self.isSame(slag.plan, 16) && Self.isSame(slag.own?.value, 20))
    let none = try Network.figure(.production, of: "metal", in: "A", period: 1)
    #expect(none.plan == 0 && none.own?.value == 0)
  }

  @Test("demand is what is used, and the instance's own final demand")
  func demand() throws {
    let final = try Network.figure(.demand, of: "metal", in: "A", period: 1)
    #expect(Self.isSame(final.plan, 80) && final.own == .init(value: 80, origin: .demands))
    // How much ore a smelter uses is up to the plan.
    let input = try Network.figure(.demand, of: "ore", in: "C", period: 1)
    #expect(Self.isSame(input.plan, 60) && input.own == nil)
    let world = try Network.figure(.demand, of: "solids", in: "world", period: 1)
    #expect(Self.isSame(world.plan, 160) && world.own == nil)
  }

  @Test("demand that a plan does not serve is not used")
  func unserved() throws {
    var instance = Network.instance
    instance.setDemand(of: Network.metal, in: 0, quantity: 120, shortageCost: 100, period: 1)
    instance.checks = [try Network.check(.demand, of: "metal", in: "A", period: 1, published: 120)]
    let result = try Planner(solver: GLPKSolver()).plan(instance, Model(for: instance))
    let figure = try CheckedFigure.all(of: instance, in: result, solver: GLPKSolver())[0]
    // All smelters together make 100.
    #expect(Self.isSame(figure.plan, 100) && figure.holds == false)
    #expect(figure.own?.value == 120 && figure.ownHolds == true)
  }

  @Test("a price is the marginal cost of the plan and the price of the instance")
  func price() throws {
    // One more unit of metal is smelted in B for 2 from ore that C then mines itself: 2, less the lane of 0.1 that
    // is saved, and a lane to A.
    let metal = try Network.figure(.price, of: "metal", in: "A", period: 1)
    #expect(Self.isSame(metal.plan, 2 + 1.9 + 0.1))
    #expect(metal.own == .init(value: 5, origin: .prices))
    // C uses no metal, so that A's cost is the mean.
    let west = try Network.figure(.price, of: "metal", in: "west", period: 1)
    #expect(Self.isSame(west.plan, 4))
    // C uses 60 of ore that costs 2, B 20 that costs 1.9. Ore has no price.
    let ore = try Network.figure(.price, of: "ore", in: "makers", period: 1)
    #expect(Self.isSame(ore.plan, (60 * 2 + 20 * 1.9) / 80) && ore.own == nil)
    // Where history fixes what arrives, one more unit has no cost.
    let past = try Network.figure(.price, of: "metal", in: "A", period: 0)
    #expect(past.plan == nil && past.judged == 5)
  }

  @Test("without a plan the instance's own figures are judged")
  func withoutPlan() throws {
    var instance = Network.instance
    instance.checks = [
      try Network.check(.demand, of: "metal", in: "A", period: 1, published: 80),
      try Network.check(.production, of: "metal", in: "B", period: 1, published: 20),
      try Network.check(.demand, of: "ore", in: "C", period: 1, published: 60),
    ]
    let figures = try CheckedFigure.all(of: instance, in: nil, solver: GLPKSolver())
    #expect(figures.map(\.plan) == [nil, nil, nil])
    #expect(figures.map(\.holds) == [true, false, nil])
    #expect(figures.map(\.difference) == [0, 20, nil])
    #expect(try CheckStanding(in: nil, solver: GLPKSolver()) == nil)
  }

  @Test("those that hold are counted among those for which the plan has a figure")
  func standing() throws {
    let figures = try Network.figures([
      Network.check(.supplyShare, of: "metal", in: "A", from: "C", period: 1, published: 0.7),
      Network.check(.supplyShare, of: "metal", in: "A", from: "C", period: 1, published: 0.6999),
      Network.check(.production, of: "metal", in: "B", period: 1, published: 21),
      Network.check(.price, of: "metal", in: "A", period: 0, published: 5),
    ])
    #expect(figures.map(\.holds) == [true, false, true, true])
    let standing = CheckStanding(figures)
    #expect(standing.count == 4 && standing.judged == 3 && standing.held == 2)
    var instance = Network.instance
    instance.checks = Table(
      figures.enumerated().map { place, figure in
        var check = figure.check
        check.id += "-\(place)"
        return check
      })
    let result = try Planner(solver: GLPKSolver()).plan(instance, Model(for: instance))
    #expect(try CheckStanding(in: result, solver: GLPKSolver()) == standing)
    #expect(try CheckStanding(in: Network.result.get(), solver: GLPKSolver()) == nil)
  }

  @Test("in other units they hold as before")
  func units() throws {
    let goal = "kind: largest_source, commodity: g, at_most: 100%"
    let held = try [1, 1e-6, 1e6].map { factor in
      try withTemporaryFolder { folder in
        try OneBuyer.write(to: folder, goal: goal, with: ["checks.csv": OneBuyer.checks])
        let files = try InstanceFiles(folder: folder.path)
        let restated = try files.restated(
          Restatement(of: files, quantity: factor, money: 1 / factor))
        try write(restated.bytes, to: folder)
        let instance = try InstanceReader.read(folder: folder.path)
        let result = try Planner(solver: GLPKSolver()).plan(instance, Model(for: instance))
        let figures = try CheckedFigure.all(of: instance, in: result, solver: GLPKSolver())
        #expect(isClose((figures[1].check.published) / factor, 52))
        #expect(isClose((figures[2].check.published) * factor * factor, 1.1))
        return figures.map(\.holds)
      }
    }
    #expect(held == Array(repeating: [false, true, true, nil], count: 3))
  }
}
