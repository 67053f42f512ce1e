import Foundation
import GLPKSolver
import Planning
import Sourcing
import TestSupport
import Testing

@testable import Studies

@Suite("What to order now: goals against any attack")
struct HedgeAttackTests {
  private static let isLong = ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] != nil
  static let seeds = 0..<(isLong ? 300 : 24)

  @Test("Given orders that no attack was known for must withstand the attacks too")
  func nothing() throws {
    // The plant pays in all worlds, and withstands the loss of B. Without it that goal cannot be met.
    let goal = "goals: [{kind: resilience, against: {cuts: 1}, commodity: g, at_least: 0.5}]\n"
    let study = try OnePlant.study(
      [OnePlant.variation("dear", "projects", "unit_cost", "set: 2")], with: ["model.yaml": goal])
    for method in [HedgeFinder.Method.whole, .decomposed] {
      let hedge = try #require(
        try study.hedged(until: "2026", method: method, comparing: true).hedge)
      #expect(hedge.worstRegret == 0 && abs(hedge.common("plant", "2025") - 50) < 1e-6)
      let fared = hedge.fixedOrders
      #expect(fared.map(\.option) == [nil, "plan", "wait"])
      for orders in [fared[0], fared[2]] {
        #expect(orders.worstRegret == nil && orders.impossible == ["as-is", "dear"])
      }
      #expect(fared[1].worstRegret == 0 && fared[1].impossible.isEmpty)
    }
  }

  @Test("Ordering nothing costs what a plan with the same goals and without projects costs")
  func withoutProjects() throws {
    var possible = 0
    for seed in Self.seeds {
      let random = AttackedHedge(seed: seed)
      let study = try random.study(.attacks)
      let last = RandomHedge.periods.last
      guard let hedge = try study.hedged(until: last, comparing: true).hedge else { continue }
      let costs = try #require(hedge.waiting?.costs)
      let without = try #require(study.options.firstIndex { $0.name == "without" })
      for (world, cost) in zip(hedge.worlds, costs) {
        let place = try #require(study.variations.firstIndex { $0.name == world.name })
        let run = StudyRun(option: without, variation: place, coordination: .joint, name: "")
        let (variation, model) = try study.question(of: run, GLPKSolver())
        let result = try Planner(solver: GLPKSolver()).planUnchecked(variation.instance, model)
        #expect((result.plan == nil) == (cost == nil), "seed \(seed), \(world.name)")
        guard let cost, result.plan != nil else { continue }
        possible += 1
        #expect(abs(cost - result.objective) <= hedge.near, "seed \(seed), \(world.name)")
      }
    }
    #expect(possible >= 50)
  }

  @Test(
    "Any attack is the same as the list of all attacks", arguments: HedgeQuestion.Criterion.allCases
  )
  func listed(criterion: HedgeQuestion.Criterion) throws {
    var (found, deciding) = (0, 0)
    for seed in Self.seeds {
      let random = AttackedHedge(seed: seed)
      let results = try [AttackedHedge.Goal.attacks, .disruptions].map { goal in
        try random.study(goal).hedged(
          until: random.until, criterion, explaining: true, comparing: true)
      }
      switch (results[0], results[1]) {
      case (.found(let any), .found(let list)):
        found += 1
        #expect(any.worlds.map(\.name) == list.worlds.map(\.name), "seed \(seed)")
        #expect(abs(any.value - list.value) <= any.near, "seed \(seed)")
        #expect(any.deciding == list.deciding, "seed \(seed)")
        if any.deciding?.isEmpty == false { deciding += 1 }
        for (a, b) in zip(any.fixedOrders, list.fixedOrders) where a.option != "plan" {
          #expect(a.option == b.option && a.impossible == b.impossible, "seed \(seed)")
          for (cost, other) in zip(a.costs, b.costs) {
            if let cost, let other { #expect(abs(cost - other) <= any.near, "seed \(seed)") }
          }
        }
      case (.noCommonOrders(let any, _), .noCommonOrders(let list, _)):
        #expect(any == list, "seed \(seed)")
      case (.noPlan, .noPlan): break
      default: Issue.record("seed \(seed): \(results)")
      }
    }
    #expect(found >= 10)
    if criterion == .regret { #expect(deciding >= 1, "\(deciding)") }
  }
}

/// A ``RandomHedge`` with a goal against any loss of a region, or against a list of all of them.
private struct AttackedHedge {
  enum Goal {
    case attacks
    case disruptions
  }

  private let random: RandomHedge
  private let share: Double

  init(seed: Int) {
    // Seeds whose kind of model is replaced by such a goal.
    random = RandomHedge(seed: seed / 2 * 13 + (seed.isMultiple(of: 2) ? 4 : 6))
    share = 0.2 + Double(seed % 5) / 10
  }

  var until: String? { random.until }

  func study(_ goal: Goal) throws -> Study {
    var files = random.files.bytes
    let regions = String(decoding: files["regions.csv"] ?? [], as: UTF8.self)
      .split(separator: "\n").dropFirst().filter { $0 != "R0" }
    let lost = regions.map { "no-\($0),production,\($0),0,4\n" }.joined()
    files["disruptions.csv"] = Array(
      ("disruption,effect,region,factor,months\ncalm,demand,R0,1,4\n" + lost).utf8)
    let against = goal == .attacks ? "{cuts: 1, targets: regions}" : "all"
    let model =
      "stockpiles: free\nstress: {horizon_months: 4, reroute_months: 2}\n"
      + "goals: [{kind: resilience, commodity: oxide, against: \(against), at_least: \(share)}]\n"
    files["model.yaml"] = Array(("name: plan\n" + model).utf8)
    files["without.yaml"] = Array(("name: without\nprojects: none\n" + model).utf8)
    let text = random.text.replacing(
      "name: other}]", with: "name: other}, {model: without.yaml, name: without}]")
    files["study.yaml"] = Array(text.utf8)
    return try HedgedStudy.read(files)
  }
}
