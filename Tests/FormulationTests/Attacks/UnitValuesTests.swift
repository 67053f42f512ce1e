import CaseSupport
import GLPKSolver
import LinearProgramming
import Planning
import TestSupport
import Testing

@testable import Formulation
@testable import Sourcing

@Suite("What a unit less costs at most")
struct UnitValuesTests {
  private func weights(_ chain: AttackedChain, _ cost: (Place) -> Double) throws -> (
    StressProgram, [Double]
  ) {
    let stress = try chain.program()
    return (stress, stress.attacked([], shortageCost: cost).weights)
  }

  private let prices = { (place: Place) in
    place.region != 0 ? 0.0 : [0, 100, 10][place.commodity.position]
  }

  @Test("along a chain it is the price of what is made of it")
  func chain() throws {
    let (stress, weights) = try weights(AttackedChain(), prices)
    var seen: Set<String> = []
    for activity in stress.block.activities {
      let producer = stress.reference.producers.all[activity.producer].id
      // A unit of activity gives 1 of metal and 0.5 of slag; an ore is half of that.
      #expect(isClose(weights[activity.column.index] * 12, producer == "smelter" ? 105 : 52.5))
      seen.insert(producer)
    }
    for flow in stress.block.flows where flow.key.destination == 0 {
      let price = [0, 100, 10][flow.key.commodity.position]
      #expect(isClose(weights[flow.column.index] * 12, Double(price)))
      seen.insert("to A")
    }
    for flow in stress.block.flows where flow.key.commodity == 0 && flow.key.destination == 1 {
      #expect(isClose(weights[flow.column.index] * 12, 52.5))
      seen.insert("ore to B")
    }
    for shared in stress.block.sharedDraws {
      #expect(isClose(weights[shared.column.index] * 12, shared.destination == 0 ? 100 : 0))
      seen.insert("stock")
    }
    #expect(seen == ["mine-b", "mine-c", "smelter", "to A", "ore to B", "stock"])
    for shortage in stress.block.shortages { #expect(weights[shortage.column.index] == 0) }
  }

  @Test("where nothing counts it is 0")
  func nothingCounts() throws {
    #expect(try weights(AttackedChain()) { _ in 0 }.1.allSatisfy { $0 == 0 })
  }

  @Test(
    "a circle that multiplies makes it infinite, one that does not leaves it finite",
    arguments: [(3.0, true), (2.0, false), (1.5, false)])
  func circle(yield: Double, isInfinite: Bool) throws {
    let chain = AttackedChain()
    let plan = try #require(
      try Planner(solver: GLPKSolver()).plan(chain.instance, chain.model).plan)
    // Metal becomes ore again: 1 unit gives `yield`, and 2 of ore give a metal. No plan is made with it.
    var instance = chain.instance
    let recycle = instance.addProcess(
      "recycle", output: AttackedChain.ore,
      inputs: [.init(commodity: AttackedChain.metal, quantity: 1 / yield)])
    instance.addFacility(
      "recycler", process: recycle, region: AttackedChain.b, capacity: 1, unitCost: 1)
    let stress = StressProgram(
      instance: instance, model: Model(for: instance), plan: plan, period: 0,
      options: chain.model.stress)
    let weights = stress.attacked([], shortageCost: { $0.commodity == 1 ? 100 : 0 }).weights
    let mines = stress.block.activities.filter { $0.producer.position < 2 }
    #expect(!mines.isEmpty)
    // Metal is worth `yield`·50 in B, where it is recycled, if that is more than the price.
    let worth = max(100, yield * 50) / 2
    for mine in mines {
      let weight = weights[mine.column.index] * 12
      #expect(isInfinite ? weight.isInfinite : isClose(weight, worth))
    }
  }

  @Test(
    "closing more never costs more than what was used of it, each unit at its weight",
    arguments: Array(1...24))
  func law(seed: Int) throws {
    let question = try DisruptedQuestion(seed: UInt64(seed))
    let model = try question.model()
    let plan = try #require(try question.plan(model).plan)
    var options = StressOptions(horizonMonths: 3, rerouteMonths: seed % 3)
    if seed.isMultiple(of: 2), let bloc = question.instance.blocs.first {
      options.sharing = Sharing(mode: .pooled, members: bloc)
    }
    let stress = StressProgram(
      instance: question.instance, model: model, plan: plan, period: 1, options: options)
    let budget = AttackBudget(cuts: 2, kinds: [.regions, .stages, .exports])
    let targets = budget.targets(in: question.instance, projects: model.projects)
    let regions = Array(question.instance.regions.indices)
    let window = stress.attacked(targets, lostValueIn: Set(regions))
    var program = stress.undisturbed
    for term in stress.lostValue(in: regions).terms {
      program.setCost(term.column, term.coefficient)
    }
    var numbers = SeededNumbers(seed: UInt64(seed) &+ 31)
    let open = Set(window.columns.flatMap(\.self)).sorted()
    try #require(!open.isEmpty)
    for _ in 0..<4 {
      for column in open where Int.random(in: 0..<12, using: &numbers) == 0 {
        program.setBounds(column, lower: 0, upper: 0)
      }
      // Any feasible point will do: here that of other costs.
      var other = program
      for column in 0..<program.columnCount {
        other.setCost(Column(column), program.cost[column] + numbers.number(0, 5))
      }
      let point = try GLPKSolver().solve(other).values
      let value = zip(program.cost, point).reduce(0) { $0 + $1.0 * $1.1 }
      var bound = value
      var closed = program
      for column in open where Bool.random(using: &numbers) {
        closed.setBounds(column, lower: 0, upper: 0)
        bound += window.weights[column.index] * point[column.index]
      }
      let loss = try GLPKSolver().solve(closed).objective
      #expect(loss <= bound + 1e-7 * max(1, bound))
    }
  }
}
