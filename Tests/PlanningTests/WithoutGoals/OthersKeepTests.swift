import CaseSupport
import Foundation
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import Formulation
@testable import Planning
@testable import Sourcing

/// `others_keep`: regions outside home keep a share of the trade that is theirs in the plan without goals.
struct OthersKeepTests {
  static let seedCount: UInt64 =
    ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] == nil ? 40 : 400
  static let shares = [0, 0.3, 0.7, 1]

  @Test("with a share of 0 the program is the one without the option, byte by byte")
  func zero() throws {
    let question = try Question(seed: 3)
    var model = try question.model([Question.reliance(0.4)])
    let before = PlanningProgram(instance: question.instance, model: model)
    model.othersTrade = OthersTrade(
      of: try #require(try question.plan([]).plan), question.instance, model)
    let after = PlanningProgram(instance: question.instance, model: model)
    #expect("\(before.program)" == "\(after.program)")
    model.othersKeep = 1
    let kept = PlanningProgram(instance: question.instance, model: model)
    #expect("\(before.program)" != "\(kept.program)")
  }

  @Test("without goals it changes nothing")
  func noGoals() throws {
    let question = try Question(seed: 3)
    let model = try question.model([], "others_keep: 100%")
    #expect(!model.needsOthersTrade)
    #expect(try question.cost([], "others_keep: 100%") == question.cost([]))
  }

  @Test("cost never falls as the share rises, and rises in some of these questions")
  func monotone() throws {
    var (compared, raised) = (0, 0)
    for seed in 1...Self.seedCount {
      let costs = try costs(seed: seed, Self.shares)
      // Goals may have no plan; a plan that a larger share allows exists with a smaller one too.
      for (less, more) in zip(costs, costs.dropFirst()) where more != nil {
        let (less, more) = (try #require(less, "seed \(seed)"), try #require(more))
        #expect(more >= less - 1e-6 * max(1, abs(less)), "seed \(seed)")
        compared += 1
      }
      if let free = costs[0], (costs[Self.shares.count - 1] ?? .infinity) > free * (1 + 1e-6) {
        raised += 1
      }
    }
    #expect(compared > 2 * Int(Self.seedCount))
    #expect(raised > Int(Self.seedCount) / 8, "\(raised) of \(Self.seedCount)")
  }

  /// The optimum of a random question with each share; nil where there is no plan.
  private func costs(seed: UInt64, _ shares: [Double]) throws -> [Double?] {
    try withQuestion(seed) { instance, model in
      let trade = try Planner(solver: GLPKSolver()).withOthersTrade(instance, model).othersTrade
      return try shares.map { share in
        var model = model
        (model.othersKeep, model.othersTrade) = (share, trade)
        let result = try Planner(solver: GLPKSolver()).plan(instance, model)
        return result.termination == .optimal ? result.objective : nil
      }
    }
  }

  private func withQuestion<Answer>(
    _ seed: UInt64, _ body: (Instance, Model) throws -> Answer
  ) throws -> Answer {
    try withTemporaryFolder { folder in
      var question = try #require(
        RandomQuestion(seed: seed, isMixedInteger: seed.isMultiple(of: 5)))
      var (instance, model) = try question.read(in: folder)
      model.othersKeep = 1
      if model.goals.isEmpty {
        model.goals = [Goal.cost(atMost: 1e15, in: instance)]
      }
      return try body(instance, model)
    }
  }

  @Test("the plan without goals keeps a share of 100 % itself", arguments: 1...seedCount)
  func keptByPlanWithoutGoals(seed: UInt64) throws {
    try withQuestion(seed) { instance, model in
      // A goal that every plan meets.
      var model = model
      model.goals = [Goal.cost(atMost: 1e15, in: instance)]
      let pair = try Planner(solver: GLPKSolver()).planPair(instance, model)
      let free = try #require(pair.withoutGoals).objective
      #expect(pair.plan.termination == .optimal)
      #expect(abs(pair.plan.objective - free) <= 1e-6 * max(1, abs(free)))
    }
  }

  @Test("each flow into another region is at least its part of the plan without goals")
  func flowsAreKept() throws {
    let kept = try (1...Self.seedCount).count { try keepsFlows(seed: $0) }
    #expect(kept > Int(Self.seedCount) * 3 / 4, "\(kept) of \(Self.seedCount) have a plan")
  }

  /// - Returns: whether the question of the seed has a plan, whose flows were then compared.
  private func keepsFlows(seed: UInt64) throws -> Bool {
    try withQuestion(seed) { instance, model in
      var model = model
      model.othersKeep = 0.6
      let pair = try Planner(solver: GLPKSolver()).planPair(instance, model)
      guard let plan = pair.plan.plan else { return false }
      let trade = try #require(pair.plan.program.model.othersTrade)
      let without = try #require(pair.withoutGoals?.plan)
      let before = Dictionary(uniqueKeysWithValues: without.flows.map { ($0.key, $0.quantity) })
      let now = Dictionary(uniqueKeysWithValues: plan.flows.map { ($0.key, $0.quantity) })
      #expect(!trade.amounts.isEmpty, "seed \(seed)")
      for (key, amount) in trade.amounts {
        #expect(!instance.home.members.contains(key.destination), "seed \(seed)")
        #expect(amount <= (before[key] ?? 0) * (1 + 1e-12), "seed \(seed)")
        #expect((now[key] ?? 0) >= 0.6 * amount - 1e-6 * max(1, amount), "seed \(seed)")
      }
      return true
    }
  }
}
