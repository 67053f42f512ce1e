import CaseSupport
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Formulation

/// Marginal costs are compared with what the plan costs if a little more or less is used.
@Suite("Marginal costs")
struct MarginalCostTests {
  // MARK: By hand

  /// A needs 50, and gets them for 1.1 from B or for 2.1 from C.
  private func oneBuyer(
    fromB capacity: Double = 100, history: Bool = false, years: Int = 1
  ) throws -> Instance {
    try withTemporaryFolder { folder in
      var files = OneBuyer.files
      files["facilities.csv"] =
        "facility,process,region,capacity,unit_cost\nfb,p,B,\(capacity),1\nfc,p,C,100,2\n"
      files["instance.yaml"] = files["instance.yaml"]?.replacing(
        "periods: [2025]", with: "periods: [2025, {label: later, years: \(years)}]")
      if history { files["history.csv"] = OneBuyer.history }
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
  }

  private func costs(
    _ instance: Instance, _ objective: [ObjectiveStage] = [.cost]
  ) throws -> MarginalCosts? {
    let model = Model(for: instance, objective: objective)
    return try Planner(solver: GLPKSolver()).plan(instance, model).marginalCosts
  }

  @Test("one more unit costs what its cheapest source costs, whatever the period's length")
  func cheapestSource() throws {
    for (capacity, wanted) in [(100.0, 1.1), (40, 2.1)] {
      for years in [1, 5] {
        let found = try #require(try costs(oneBuyer(fromB: capacity, years: years)))
        for period in [PeriodIndex(0), 1] {
          let cost = try #require(found[Place(region: 0, commodity: 0), period])
          #expect(isClose(cost, wanted, within: 1e-9))
        }
      }
    }
  }

  /// At most half of the use may come from B. One more unit of use comes from C for 2.1, as the yardstick of the goal stays;
  /// one more unit of demand raises the yardstick too, and half of it comes from B.
  @Test("the yardsticks of goals stay as they are")
  func yardsticks() throws {
    let solve = { (demand: Double) in
      try withTemporaryFolder { folder in
        let rows = "region,commodity,period,quantity,shortage_cost\nA,g,*,\(demand),1000\n"
        try OneBuyer.write(
          to: folder, goal: "kind: reliance, upon: B, commodity: g, basis: use, at_most: 50%",
          with: ["demands.csv": rows])
        let instance = try InstanceReader.read(folder: folder.path)
        let model = try ModelReader.read(file: folder.path + "/model.yaml", instance: instance)
        return try Planner(solver: GLPKSolver()).plan(instance, model)
      }
    }
    let (plan, more) = (try solve(50), try solve(51))
    let cost = try #require(plan.marginalCosts?[Place(region: 0, commodity: 0), 0])
    #expect(isClose(cost, 2.1, within: 1e-9))
    #expect(isClose(more.objective - plan.objective, 1.6, within: 1e-9))
  }

  @Test("one more unit costs the loss of a shortage if nobody can make it")
  func shortage() throws {
    var instance = try oneBuyer(fromB: 10)
    for facility in instance.facilities.indices {
      instance.facilities[facility].capacity = PerPeriod(repeating: 20, count: 2)
    }
    let found = try #require(try costs(instance))
    let cost = try #require(found[Place(region: 0, commodity: 0), 0])
    #expect(isClose(cost, 1000, within: 1e-9))
  }

  @Test("there are none where history fixes the flows into a region")
  func history() throws {
    let place = Place(region: 0, commodity: 0)
    let found = try #require(try costs(oneBuyer(history: true)))
    #expect(found[place, 0] == nil && found[place, 1] != nil)
    #expect(found[Place(region: 1, commodity: 0), 0] == nil, "nobody there uses anything")
  }

  @Test("there are none if the last stage of the objective is not cost, or of a judged plan")
  func withoutPrices() throws {
    let instance = try oneBuyer()
    let shortage = ObjectiveStage(minimise: .shortage)
    #expect(try costs(instance, [.cost, shortage]) == nil)
    #expect(try costs(instance, [shortage, .cost]) != nil)
    let planner = Planner(solver: GLPKSolver())
    let result = try planner.plan(instance, Model(for: instance))
    let plan = try #require(result.plan)
    let judged = try PlanningResult(judging: plan, in: result.program, solver: GLPKSolver())
    #expect(judged.marginalCosts == nil)
  }

  // MARK: By solving again

  /// A program in which a place uses more, with its integers as they are in a solution.
  private func program(
    _ result: PlanningResult, in program: PlanningProgram, using more: Double = 0,
    in row: Int? = nil
  ) -> PlanningProgram {
    var changed = program
    for column in program.program.integerColumns.map({ Column(Int($0)) }) {
      let value = result.solution[column].rounded()
      changed.keyed.setBounds(column, lower: value, upper: value)
    }
    guard let row else { return changed }
    let demand = program.program.rowLower[row] + more
    changed.keyed.setBounds(Row(row), lower: demand, upper: demand)
    return changed
  }

  /// Compares the marginal costs of a result with the costs of plans that use a little more or less, solved as one
  /// program without any start. The optimum is convex in what is used, so with y the dual value
  ///
  ///     optimum(D + ε) ≥ optimum(D) + y·ε,   optimum(D − ε) ≥ optimum(D) − y·ε
  ///
  /// - Returns: how many were between two slopes that are almost equal.
  private func compare(_ result: PlanningResult, _ numbers: inout SeededNumbers) throws -> Int {
    let costs = try #require(result.marginalCosts)
    let (instance, model) = (result.program.instance, result.program.model)
    let whole = PlanningProgram(instance: instance, model: model)
    let planner = Planner(solver: GLPKSolver(), decomposition: .never, strategy: .plain)
    let optimum = try planner.solve(program(result, in: whole)).objective
    let scale = max(1, abs(optimum))
    #expect(abs(optimum - result.objective) <= 1e-5 * scale)
    let rows = whole.rowKeys.indices.shuffled(using: &numbers).filter {
      if case .use(let place, let period) = whole.rowKeys[$0] {
        costs[place, period] != nil
      } else {
        false
      }
    }
    try #require(!rows.isEmpty)
    var exact = 0
    for row in rows.prefix(4) {
      guard case .use(let place, let period) = whole.rowKeys[row],
        let cost = costs[place, period]
      else { continue }
      let dual = cost * instance.horizon.weight(period)
      let most =
        instance.horizon.indices.map {
          instance.demands[region: place.region, commodity: place.commodity, period: $0].quantity
        }.max() ?? 0
      let step = 0.02 * max(1, most)
      let ends = try [step, -step].map { more in
        let other = try planner.solve(program(result, in: whole, using: more, in: row))
        return other.termination == .optimal ? other.objective - optimum : .infinity
      }
      let tolerance = 1e-6 * scale
      #expect(ends[0] >= dual * step - tolerance, "\(place) in \(period): \(ends), \(dual * step)")
      #expect(ends[1] >= -dual * step - tolerance, "\(place) in \(period): \(ends), \(dual * step)")
      if abs(ends[0] + ends[1]) < 0.01 * abs(ends[0]), abs(ends[0]) > 100 * tolerance { exact += 1 }
    }
    return exact
  }

  @Test("they are between what one unit less saves and one unit more costs, for every start")
  func starts() throws {
    var exact = 0
    let seeds = UnitSeeds.isLong ? UInt64(1)...48 : 1...12
    for seed in seeds {
      var numbers = SeededNumbers(seed: seed)
      try withTemporaryFolder { folder in
        let isWhole = seed.isMultiple(of: 4)
        var question = try #require(RandomQuestion(seed: seed, isMixedInteger: isWhole))
        let (instance, read) = try question.read(in: folder)
        // Rows of earlier stages move with what is used.
        var model = read
        model.objective = [.cost]
        for strategy in [StartStrategy.periods, .plain] {
          let result = try Planner(solver: GLPKSolver(), strategy: strategy).plan(instance, model)
          guard result.termination == .optimal else {
            #expect(result.marginalCosts == nil)
            continue
          }
          exact += try compare(result, &numbers)
        }
      }
    }
    #expect(exact > seeds.count, "\(exact)")
  }

  @Test("they are those of the whole program if stress windows are decomposed")
  func decomposed() throws {
    var exact = 0
    for seed in UInt64(1)...10 {
      var numbers = SeededNumbers(seed: seed)
      let question = try DisruptedQuestion(seed: seed)
      let model = try question.model(
        seed.isMultiple(of: 2) ? DisruptedQuestion.risk() : DisruptedQuestion.resilience(0.9))
      let result = try question.plan(model, .always)
      guard result.termination == .optimal else { continue }
      #expect(!result.program.recourses.isEmpty)
      exact += try compare(result, &numbers)
    }
    #expect(exact > 5, "\(exact)")
  }
}
