import CaseSupport
import LinearProgramming
import Planning
import Sourcing
import TestSupport
import Testing

@Suite("Goals over random instances")
struct GoalPropertyTests {
  @Test("a looser cap never costs more", arguments: seeds)
  func looserNeverCostsMore(seed: UInt64) throws {
    let question = try Question(seed: seed, isLumpy: seed.isMultiple(of: 4))
    let costs = try [0.0, 0.2, 0.5, 0.8, 1].map { try question.cost([Question.reliance($0)]) }
    var tighter = Double.infinity
    for cost in costs {
      // A cap of shares can always be met by serving less.
      let cost = try #require(cost)
      #expect(cost <= tighter + 1e-6 * abs(cost))
      tighter = cost
    }
  }

  @Test("a soft goal with a huge penalty equals the hard one", arguments: seeds)
  func hugePenaltyIsHard(seed: UInt64) throws {
    let question = try Question(seed: seed)
    for goal in [
      "reliance, upon: R1, at_most: 30%", "largest_source, at_most: 40%", "cover, at_least: 40",
    ] {
      let common = "commodity: oxide, by: last"
      let hard = try #require(try question.cost(["{kind: \(goal), \(common)}"]))
      let soft = try #require(try question.cost(["{kind: \(goal), \(common), penalty: 100000}"]))
      #expect(isClose(hard, soft), "\(goal)")
    }
  }

  @Test("a soft goal without penalty equals no goal", arguments: seeds)
  func noPenaltyIsNoGoal(seed: UInt64) throws {
    let question = try Question(seed: seed, isLumpy: seed.isMultiple(of: 4))
    let none = try #require(try question.cost([]))
    for goal in [
      "reliance, upon: R1, at_most: 10%", "reliance, upon: R1, at_most: 10%, trace: chain",
      "hhi, at_most: 0.3", "plus_one, beyond: R1, each_at_least: 40%", "service, at_least: 100%",
    ] {
      let soft = try question.cost(["{kind: \(goal), commodity: oxide, penalty: 0}"])
      #expect(isClose(try #require(soft), none), "\(goal)")
    }
  }

  @Test("reliance traced through the chain is never cheaper than direct reliance", arguments: seeds)
  func chainIsNeverCheaper(seed: UInt64) throws {
    let question = try Question(seed: seed)
    for cap in [0.1, 0.3, 0.6] {
      let direct = try #require(try question.cost([Question.reliance(cap)]))
      let chain = try #require(try question.cost([Question.reliance(cap, ", trace: chain")]))
      #expect(chain >= direct - 1e-6 * abs(direct))
    }
  }

  @Test("a concentration cap is kept to 1e-6, and met exactly where it binds", arguments: seeds)
  func concentrationIsKept(seed: UInt64) throws {
    let question = try Question(seed: seed)
    let none = try #require(try question.cost([]))
    var bindingCount = 0
    for cap in [0.35, 0.5, 0.7] {
      let goals = ["{kind: hhi, commodity: oxide, at_most: \(cap), by: last}"]
      let result = try question.plan(goals)
      let outcome = try #require(result.goals.first)
      #expect(outcome.achieved <= cap + 1e-6)
      let isCostly = result.objective > none + 1e-4 * abs(none)
      if isCostly && !outcome.isUnderserved && outcome.achieved > 0 {
        #expect(outcome.achieved >= cap - 1e-4)
        bindingCount += 1
      }
    }
    #expect(bindingCount > 0)
  }

  /// With a service goal the cost is a convex function of the target, and the price is one of its slopes.
  @Test("a shadow price lies between the one-sided difference quotients", arguments: seeds)
  func priceLiesBetweenQuotients(seed: UInt64) throws {
    let question = try Question(seed: seed)
    let further = "stockpiles: none"
    for share in [0.5, 0.8, 0.95] {
      let goals = { (share: Double) in [Question.service(share), Question.reliance(0.2)] }
      let result = try question.plan(goals(share), further)
      // Seeds 4 and 6 cannot serve 95 % at any cost.
      #expect(result.termination == .optimal || share == 0.95 && [4, 6].contains(seed))
      guard result.termination == .optimal else { continue }
      let price = result.goals.filter { $0.goal == 0 }.compactMap(\.shadowPrice).reduce(0, +)
      let step = 0.001
      let below = try #require(try question.cost(goals(share - step), further))
      let lower = (result.objective - below) / step
      let tolerance = 1e-5 * max(1, abs(result.objective)) / step * 1e-3 + 1e-3 * abs(price)
      #expect(price >= lower - tolerance)
      let above = try #require(try question.cost(goals(share + step), further))
      #expect(price <= (above - result.objective) / step + tolerance)
    }
  }

  @Test("the shadow price of a cap is its slope where the cost is smooth", arguments: seeds)
  func priceOfCapIsSlope(seed: UInt64) throws {
    let question = try Question(seed: seed)
    let cap = 0.37
    let result = try question.plan([Question.reliance(cap)])
    let price = try #require(result.goals.first?.shadowPrice)
    let step = 1e-5
    let below = try #require(try question.cost([Question.reliance(cap - step)]))
    let above = try #require(try question.cost([Question.reliance(cap + step)]))
    let slopes = [(result.objective - below) / step, (above - result.objective) / step]
    let tolerance = 1e-3 * max(1, abs(price)) + 1e-9 * abs(result.objective) / step
    #expect(price >= (slopes.min() ?? 0) - tolerance)
    #expect(price <= (slopes.max() ?? 0) + tolerance)
  }
}
